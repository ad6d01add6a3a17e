select
    organization_id,
    kind_code,
    name_ar,
    name_fr,
    name_en,
    acronym,
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
from {{ ref('int_organizations__observed') }}
{{ pick_one('organization_id') }}
order by organization_id
