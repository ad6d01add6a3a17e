select
    id,
    source,
    target,
    layer_code,
    type,
    weight,
    start_date,
    end_date,
    {{ provenance() }}
from {{ ref('int_network_edges__counted') }}
order by id
