select
    body_id,
    kind_code,
    collectivity_id,
    name_ar,
    name_fr,
    is_by_law,
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
from {{ ref('int_bodies__observed') }}
{{ pick_one('body_id') }}
order by body_id
