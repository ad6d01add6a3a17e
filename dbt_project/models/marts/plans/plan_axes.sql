select
    plan_axis_id,
    plan_id,
    axis_number,
    name,
    is_attribution_inferred,
    {{ provenance() }}
from {{ ref('int_plan_axes__admitted') }}
{{ pick_one('plan_axis_id', better=shown_first('plan_axes')) }}
order by plan_axis_id
