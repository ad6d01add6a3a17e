-- Captures as they were known: today's extractors over what had been captured by the moment that the build asks for
-- (`known_on_at`, DESIGN.md §4), all of it in an ordinary build.
{{ config(materialized='view') }}
select captures.*
from {{ ref('stg_ledger__captures') }} as captures
where captures.captured_at <= (
    select coalesce(build.known_on_at, build.as_of_at) from {{ ref('stg_ledger__build') }} as build
)
