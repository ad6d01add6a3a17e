-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'decisions',
    key='decision_id',
    lookups=[
        {'key': 'session_key', 'kind': 'sessions', 'id': 'session_id',
         'target': 'session_id', 'is_required': false},
        {'key': 'agenda_item_key', 'kind': 'agenda_items', 'id': 'agenda_item_id',
         'target': 'agenda_item_id', 'is_required': false},
        {'key': 'affected_decision_key', 'kind': 'decisions', 'id': 'affected_decision_id',
         'target': 'decision_id', 'is_required': false},
    ],
) }}
