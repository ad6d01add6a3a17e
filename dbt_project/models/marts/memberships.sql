select
    membership_id,
    network_id,
    member_kind_code,
    collectivity_id,
    country_code,
    member_name,
    start_date,
    start_date_precision_code,
    start_date_raw,
    start_date_basis_code,
    source_id,
    source_url,
    captured_at,
    capture_sha256,
    extractor_version,
    evidence_position,
    evidence_sha256,
    evidence_text,
    evidence_basis_code,
    is_stale,
    stale_cause_code
from {{ ref('int_memberships__observed') }}
{{ pick_one('membership_id', better="start_date is null") }}
order by membership_id
