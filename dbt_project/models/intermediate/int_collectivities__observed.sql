-- Collectivities of the latest captured reference tables.
select
    bronze.collectivity_id,
    bronze.level_code,
    bronze.name_ar,
    bronze.name_fr,
    bronze.region_id,
    bronze.province_id,
    bronze.hcp_code_2024 as hcp_2024_code,
    bronze.hcp_code_2014 as hcp_2014_code,
    bronze.population_2024_count,
    bronze.population_2014_count,
    bronze.is_fictitious,
    bronze.source_id,
    bronze.source_url,
    visible.captured_at,
    bronze.capture_sha256,
    bronze.extractor_version,
    bronze.evidence_position,
    bronze.evidence_sha256,
    bronze.evidence_text,
    bronze.evidence_basis_code,
    visible.is_stale,
    visible.stale_cause_code
from {{ source('bronze', 'collectivities') }} as bronze
inner join {{ ref('int_captures__visible') }} as visible
    on bronze.source_id = visible.source_id and bronze.capture_key = visible.capture_key
