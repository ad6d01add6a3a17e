-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'consultations',
    key='consultation_id',
    reject={
        'ends_before_it_starts':
            "left(end_date, length(start_date)) < left(start_date, length(end_date))",
    },
) }}
