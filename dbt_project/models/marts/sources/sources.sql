select
    source_id,
    kind_code,
    platform_code,
    collectivity_id,
    name_ar,
    name_fr,
    name_en,
    host,
    host_status_code,
    licence_code,
    quote_basis_code,
    is_crawled,
    delay_seconds,
    source_url,
    captured_at,
    capture_sha256
from {{ ref('int_sources__crawled') }}
order by source_id
