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
    network_key,
    member_kind_code,
    collectivity_id,
    country_code,
    member_name,
    start_date,
    start_date_precision_code,
    start_date_raw,
    start_date_basis_code
from {{ source('bronze', 'memberships') }}
