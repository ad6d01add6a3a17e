-- Nights of sources as they were known, like `int_captures__known`.
{{ config(materialized='view') }}
select nights.*
from {{ ref('stg_ledger__source_nights') }} as nights
where nights.run_at <= (
    select coalesce(build.known_on_at, build.as_of_at) from {{ ref('stg_ledger__build') }} as build
)
