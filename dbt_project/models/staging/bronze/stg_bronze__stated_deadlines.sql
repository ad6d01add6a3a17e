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
    deadline_date,
    deadline_date_precision_code,
    deadline_date_raw,
    deadline_date_flag_code,
    purpose
from {{ source('bronze', 'stated_deadlines') }}
