-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'plan_holders',
    key='plan_holder_id',
    lookups=[
        {'key': 'plan_key', 'kind': 'plans', 'id': 'plan_id',
         'target': 'plan_id', 'is_required': true},
    ],
) }}
