select
    body_id,
    kind_code,
    collectivity_id,
    name_ar,
    name_fr,
    is_by_law,
    {{ provenance() }}
from {{ ref('int_bodies__united') }}
{{ pick_one('body_id') }}
order by body_id
