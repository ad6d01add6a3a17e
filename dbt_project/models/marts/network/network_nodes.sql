select
    id,
    kind_code,
    label,
    label_fr,
    collectivity_id,
    region_id,
    population_count,
    {{ provenance() }}
from {{ ref('int_network_nodes__united') }}
order by id
