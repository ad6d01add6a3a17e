-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'tenders',
    key='tender_id',
    reject={
        'closes_before_it_was_published':
            "left(closing_date, length(published_date)) < left(published_date, length(closing_date))",
    },
) }}
