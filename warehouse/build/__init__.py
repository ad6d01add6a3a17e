"""A build: inputs frozen, dbt run, tables as declared, what changed since the latest release.

Belongs here: everything that is made before files are rendered. A build knows no release: what it is compared with is
handed in (`previous`).
"""
