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
    kind_code,
    parent_information_body_key,
    collectivity_id,
    name_ar,
    name_fr,
    has_information_officer,
    officer_function_name,
    contact_email
from {{ source('bronze', 'information_bodies') }}
