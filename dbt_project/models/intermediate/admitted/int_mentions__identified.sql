-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'mentions',
    key='entity_id',
) }}
