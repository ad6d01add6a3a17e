select
    sum_id,
    collectivity_id,
    session_id,
    amount_mad,
    amount_raw,
    relation_code,
    purpose,
    {{ provenance() }}
from {{ ref('int_stated_sums__admitted') }}
{{ pick_one('sum_id') }}
order by sum_id
