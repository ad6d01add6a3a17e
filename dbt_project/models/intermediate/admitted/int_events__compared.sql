-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'events',
    key='event_id',
    observed=ref('int_events__admitted'),
    fields=[
        {'name': 'status_code', 'kind': 'code',
         'states': [['stated'], ['announced'], ['held']]},
        {'name': 'start_date', 'kind': 'date'},
        {'name': 'start_month', 'kind': 'count'},
        {'name': 'end_date', 'kind': 'date'},
    ],
) }}
