-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'grants',
    key='grant_id',
    observed=ref('int_grants__admitted'),
    fields=[
        {'name': 'year', 'kind': 'count'},
        {'name': 'amount_mad', 'kind': 'amount'},
    ],
) }}
