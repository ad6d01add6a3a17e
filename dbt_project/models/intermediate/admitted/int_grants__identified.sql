-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'grants',
    key='grant_id',
    lookups=[
        {'key': 'session_key', 'kind': 'sessions', 'id': 'session_id',
         'target': 'session_id', 'is_required': false},
        {'key': 'decision_key', 'kind': 'decisions', 'id': 'decision_id',
         'target': 'decision_id', 'is_required': false},
    ],
) }}
