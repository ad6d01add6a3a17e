-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'milestones',
    key='milestone_id',
    lookups=[
        {'key': 'commitment_key', 'kind': 'commitments', 'id': 'commitment_id',
         'target': 'commitment_id', 'is_required': true},
    ],
) }}
