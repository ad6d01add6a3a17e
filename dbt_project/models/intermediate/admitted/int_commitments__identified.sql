-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'commitments',
    key='commitment_id',
    lookups=[
        {'key': 'plan_key', 'kind': 'plans', 'id': 'plan_id',
         'target': 'plan_id', 'is_required': false},
        {'key': 'plan_axis_key', 'kind': 'plan_axes', 'id': 'plan_axis_id',
         'target': 'plan_axis_id', 'is_required': false},
    ],
) }}
