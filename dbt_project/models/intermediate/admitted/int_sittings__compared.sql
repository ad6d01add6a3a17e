-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'sittings',
    key='sitting_id',
    observed=ref('int_sittings__admitted'),
    fields=[
        {'name': 'sitting_number', 'kind': 'count'},
        {'name': 'status_code', 'kind': 'code',
         'states': [['announced'], ['postponed'], ['cancelled', 'no_quorum', 'adjourned', 'held']]},
        {'name': 'start_date', 'kind': 'date',
         'moved_when': "status_code = 'postponed'", 'moved_to': 'postponed_to_date'},
        {'name': 'postponed_to_date', 'kind': 'date'},
        {'name': 'present_count', 'kind': 'count'},
        {'name': 'member_count', 'kind': 'count'},
    ],
) }}
