"""Bytes of a release: each module renders one family of formats from the tables of a build.

Nothing here decides what is published (the sheets) or describes it
(`warehouse.catalogue`).
Data files are byte-identical for equal tables; rendered ones for equal tables, release id and moment (ADR 0007).
"""
