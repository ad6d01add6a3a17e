"""The sheets: what every published table is, declared once (`dbt_project/sheets/<family>/<table>.yml`).

Belongs here: the typed model of a sheet and its loader. Everything that must know a column reads it here: mechanical
checks and floors (`expectations`), dictionary, descriptors, workbooks and pages (`warehouse`), and the files that dbt
must have, which `make sheets` writes (`warehouse.dbt_files`). Rules that need a sentence of their own stand in
`expectations/suites/`.
"""
