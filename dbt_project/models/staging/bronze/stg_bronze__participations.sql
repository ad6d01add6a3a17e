-- Written by `make sheets` from dbt_project/sheets: change that.
select
    source_id,
    source_url,
    capture_sha256,
    capture_key,
    extractor_version,
    evidence_position,
    evidence_sha256,
    evidence_text,
    evidence_basis_code,
    natural_key,
    rule_id,
    activity_kind_code,
    activity_key,
    activity_name,
    role_code,
    participant_kind_code,
    participant_key,
    participant_name,
    function_code,
    is_members_of
from {{ source('bronze', 'participations') }}
