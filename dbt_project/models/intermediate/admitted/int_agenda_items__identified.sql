-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'agenda_items',
    key='agenda_item_id',
    lookups=[
        {'key': 'session_key', 'kind': 'sessions', 'id': 'session_id',
         'target': 'session_id', 'is_required': true},
    ],
) }}
