-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'statements',
    key='statement_id',
    observed=ref('int_statements__admitted'),
    fields=[
        {'name': 'value_count', 'kind': 'count'},
        {'name': 'value_date', 'kind': 'date'},
        {'name': 'as_of_date', 'kind': 'date'},
    ],
) }}
