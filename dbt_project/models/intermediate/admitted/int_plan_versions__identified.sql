-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'plan_versions',
    key='plan_version_id',
    lookups=[
        {'key': 'plan_key', 'kind': 'plans', 'id': 'plan_id',
         'target': 'plan_id', 'is_required': true},
    ],
    reject={
        'ends_before_it_starts':
            "declared_start_year > declared_end_year or effective_start_year > effective_end_year",
    },
) }}
