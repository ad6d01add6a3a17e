select
    openness_project_id,
    collectivity_id,
    plan_id,
    collectivity_name,
    project_number,
    title,
    subjects,
    axis_name,
    topic_names,
    status_code,
    status_raw,
    {{ provenance() }}
from {{ ref('int_openness_projects__admitted') }}
{{ pick_one('openness_project_id', better=shown_first('openness_projects')) }}
order by openness_project_id
