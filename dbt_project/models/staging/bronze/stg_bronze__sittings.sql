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
    session_key,
    sitting_number,
    status_code,
    start_date,
    start_date_precision_code,
    start_date_raw,
    start_date_flag_code,
    place_name,
    present_count,
    member_count
from {{ source('bronze', 'sittings') }}
