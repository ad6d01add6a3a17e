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
    collectivity_id,
    level_code,
    name_ar,
    name_fr,
    region_id,
    province_id,
    hcp_code_2024 as hcp_2024_code,
    hcp_code_2014 as hcp_2014_code,
    population_2024_count,
    population_2014_count,
    is_fictitious
from {{ source('bronze', 'collectivities') }}
