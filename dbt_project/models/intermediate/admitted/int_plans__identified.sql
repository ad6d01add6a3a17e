-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'plans',
    key='plan_id',
    reject={
        'unknown_holder':
            "collectivity_id is null and country_code is null",
    },
) }}
