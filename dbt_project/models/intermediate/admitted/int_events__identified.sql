-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'events',
    key='event_id',
    reject={
        'ends_before_it_starts':
            "end_date < start_date",
    },
) }}
