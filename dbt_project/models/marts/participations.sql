select
    participation_id,
    activity_kind_code,
    activity_id,
    activity_name,
    role_code,
    participant_kind_code,
    participant_id,
    participant_name,
    function_code,
    is_members_of,
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
from {{ ref('int_participations__observed') }}
{{ pick_one('participation_id') }}
order by participation_id
