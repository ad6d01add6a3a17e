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
    subject_code,
    label_ar,
    label_fr,
    label_en,
    cofog_code
from {{ source('bronze', 'subjects') }}
