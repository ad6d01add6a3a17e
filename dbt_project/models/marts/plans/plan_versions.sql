select
    plan_version_id,
    plan_id,
    version_number,
    status_code,
    title,
    version_date,
    version_date_precision_code,
    version_date_raw,
    version_date_flag_code,
    declared_start_year,
    declared_end_year,
    effective_start_year,
    effective_end_year,
    {{ provenance() }}
from {{ ref('int_plan_versions__admitted') }}
{{ pick_one('plan_version_id', better=shown_first('plan_versions')) }}
order by plan_version_id
