"""Dagster: assets, checks, jobs and the nightly schedule. Assembly only.

Belongs here: a few lines per asset that call `orchestration.night`. Logic goes to the packages below; a check's definition to
`expectations` or `dbt_project`.
"""
