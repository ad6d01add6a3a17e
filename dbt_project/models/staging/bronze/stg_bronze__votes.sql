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
    session_key,
    agenda_item_key,
    decision_key,
    result_code,
    is_unanimous,
    for_count,
    against_count,
    abstention_count,
    base_code,
    vote_raw
from {{ source('bronze', 'votes') }}
