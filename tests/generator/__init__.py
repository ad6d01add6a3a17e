"""Seeded generators of made-up data: rows for every table, and networks of any size. All of it about fictitious collectivities."""
