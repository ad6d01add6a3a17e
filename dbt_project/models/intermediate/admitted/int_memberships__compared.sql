-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'memberships',
    key='membership_id',
    observed=ref('int_memberships__admitted'),
    fields=[
        {'name': 'start_date', 'kind': 'date'},
    ],
) }}
