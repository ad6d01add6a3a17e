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
    plan_key,
    collectivity_name,
    project_number,
    title,
    subjects,
    axis_name,
    topic_names,
    status_code,
    status_raw
from {{ source('bronze', 'openness_projects') }}
