-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'sessions',
    key='session_id',
    reject={
        'unresolved_collectivity':
            "collectivity_id is null",
    },
) }}
