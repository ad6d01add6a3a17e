-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'stated_deadlines',
    key='deadline_id',
    observed=ref('int_stated_deadlines__admitted'),
    fields=[
        {'name': 'deadline_date', 'kind': 'date'},
    ],
) }}
