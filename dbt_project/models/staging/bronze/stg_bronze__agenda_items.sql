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
    item_number,
    title,
    subjects,
    status_code,
    amount_mad,
    amount_raw
from {{ source('bronze', 'agenda_items') }}
