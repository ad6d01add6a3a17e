-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'assessments',
    key='assessment_id',
) }}
