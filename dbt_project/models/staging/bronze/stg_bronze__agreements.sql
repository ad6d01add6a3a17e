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
    title,
    subjects,
    signed_date,
    signed_date_precision_code,
    signed_date_raw,
    signed_date_basis_code,
    signed_date_flag_code,
    signed_month,
    amount_mad,
    amount_raw
from {{ source('bronze', 'agreements') }}
