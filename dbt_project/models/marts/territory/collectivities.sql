select
    collectivity_id,
    level_code,
    name_ar,
    name_fr,
    region_id,
    province_id,
    hcp_2024_code,
    hcp_2014_code,
    population_2024_count,
    population_2014_count,
    is_fictitious,
    {{ provenance() }}
from {{ ref('int_collectivities__admitted') }}
order by collectivity_id
