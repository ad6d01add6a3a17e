select
    plan_holder_id,
    plan_id,
    holder_kind_code,
    collectivity_id,
    country_code,
    role_code,
    {{ provenance() }}
from {{ ref('int_plan_holders__united') }}
{{ pick_one('plan_holder_id') }}
order by plan_holder_id
