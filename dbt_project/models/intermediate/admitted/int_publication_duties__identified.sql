-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'publication_duties',
    key='publication_duty_id',
    reject={
        'impossible_period':
            "period_year not between 1960 and 2100",
        'no_duty_found':
            "status_code not in ('published', 'partial')",
    },
) }}
