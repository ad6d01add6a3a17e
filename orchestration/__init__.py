"""The conductor of a night (`night`, which imports without Dagster), and Dagster.

Assets, checks, the job and the schedule.

Belongs here: the order of a night's steps and what travels with a run; a few lines per asset that call them. Logic
goes to the packages below; a check's definition to `expectations` or `dbt_project`.
"""
