-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'information_bodies',
    key='information_body_id',
    lookups=[
        {'key': 'parent_information_body_key', 'kind': 'information_bodies', 'id': 'parent_information_body_id',
         'target': 'information_body_id', 'is_required': false},
    ],
) }}
