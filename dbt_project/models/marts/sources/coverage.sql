select
    coverage_id,
    collectivity_id,
    source_id,
    topic_code,
    is_crawled,
    is_complete,
    since_date,
    last_checked_at,
    document_count,
    unread_document_count,
    fact_count,
    source_url,
    captured_at,
    capture_sha256
from {{ ref('int_coverage__counted') }}
order by coverage_id
