-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'documents',
    key='document_id',
    keeps_copies=true,
) }}
