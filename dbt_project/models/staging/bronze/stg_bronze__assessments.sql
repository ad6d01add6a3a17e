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
    subject_kind_code,
    subject_key,
    scheme_code,
    value_code,
    value_pct,
    value_raw,
    assessor_name,
    assessed_date,
    assessed_date_precision_code,
    assessed_date_raw
from {{ source('bronze', 'assessments') }}
