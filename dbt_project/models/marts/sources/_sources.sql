select
    source_id,
    state_code,
    cause_code,
    last_run_at,
    last_admitted_at,
    last_capture_at,
    document_count,
    fact_count,
    is_stale,
    stale_since_date,
    source_url,
    captured_at,
    capture_sha256
from {{ ref('int_sources__counted') }}
order by source_id
