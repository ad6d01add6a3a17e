select
    build_id,
    as_of_at,
    home_kind_code,
    code_version,
    extractor_version,
    source_count,
    capture_count
from {{ ref('stg_ledger__build') }}
order by build_id
