-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'sittings',
    key='sitting_id',
    lookups=[
        {'key': 'session_key', 'kind': 'sessions', 'id': 'session_id',
         'target': 'session_id', 'is_required': true},
    ],
    reject={
        'more_present_than_members':
            "present_count > member_count",
    },
) }}
