-- Every night of every source that is still in the registry.
with nights as (
    select * from {{ ref('int_nights__known') }}
),

registry as (
    select source_id, source_url, captured_at, capture_sha256 from {{ ref('stg_ledger__registry') }}
)

select
    'nig-' || nights.source_id || '-' || replace(nights.run_id, '.', '-') as source_night_id,
    nights.* exclude (run_id, run_order, run_at, admission, cause),
    nights.admission as admission_code,
    nights.cause as cause_code,
    registry.source_url,
    registry.captured_at,
    registry.capture_sha256
from nights
inner join registry on nights.source_id = registry.source_id
