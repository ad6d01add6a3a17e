-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'petitions',
    key='petition_id',
    lookups=[
        {'key': 'agenda_item_key', 'kind': 'agenda_items', 'id': 'agenda_item_id',
         'target': 'agenda_item_id', 'is_required': false},
    ],
) }}
