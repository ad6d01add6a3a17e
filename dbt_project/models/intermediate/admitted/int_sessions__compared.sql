-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'sessions',
    key='session_id',
    observed=ref('int_sessions__admitted'),
    fields=[
        {'name': 'status_code', 'kind': 'code',
         'states': [['announced'], ['postponed'], ['cancelled', 'held']]},
        {'name': 'year', 'kind': 'count'},
        {'name': 'month', 'kind': 'count'},
        {'name': 'number', 'kind': 'count'},
        {'name': 'start_date', 'kind': 'date',
         'moved_when': "status_code = 'postponed'", 'moved_to': 'postponed_to_date'},
        {'name': 'postponed_to_date', 'kind': 'date'},
        {'name': 'stated_item_count', 'kind': 'count'},
    ],
) }}
