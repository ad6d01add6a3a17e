select
    plan_id,
    kind_code,
    holder_kind_code,
    collectivity_id,
    country_code,
    ordinal_number,
    title,
    period_start_year,
    period_end_year,
    commitment_count,
    axis_count,
    is_attribution_inferred,
    status_code,
    submitted_date,
    submitted_date_precision_code,
    submitted_date_raw,
    planned_adoption_date,
    planned_adoption_date_raw,
    {{ provenance() }}
from {{ ref('int_plans__admitted') }}
{{ pick_one('plan_id', better=shown_first('plans')) }}
order by plan_id
