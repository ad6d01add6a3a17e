select
    agreement_id,
    title,
    signed_date,
    signed_date_precision_code,
    signed_month,
    signed_date_raw,
    signed_date_basis_code,
    signed_date_flag_code,
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
from {{ ref('int_agreements__observed') }}
{{ pick_one('agreement_id') }}
order by agreement_id
