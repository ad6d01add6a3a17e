select
    plan_axis_id,
    plan_id,
    axis_number,
    name,
    is_attribution_inferred,
    {{ provenance() }}
from {{ ref('stg_bronze__plan_axes') }}
{{ pick_one('plan_axis_id') }}
order by plan_axis_id
