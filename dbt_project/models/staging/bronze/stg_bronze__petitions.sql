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
    collectivity_id,
    title,
    status_code,
    agenda_item_key,
    signature_count,
    submitted_date,
    submitted_date_precision_code,
    submitted_date_raw,
    submitted_date_flag_code
from {{ source('bronze', 'petitions') }}
