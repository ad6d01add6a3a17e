-- Who holds a plan: the holder that the plan itself names, and those that a document lists beside it (a plan of several
-- regions).
select
    'plh-' || substr(plan_id, 5) as plan_holder_id,
    plan_id,
    holder_kind_code,
    collectivity_id,
    country_code,
    'holder' as role_code,
    {{ provenance() }}
from {{ ref('int_plans__admitted') }}
where collectivity_id is not null or country_code is not null
union all by name
select
    plan_holder_id, plan_id, holder_kind_code, collectivity_id, country_code, role_code,
    {{ provenance() }}
from {{ ref('int_plan_holders__admitted') }}
