select
    openness_project_id,
    collectivity_id,
    plan_id,
    collectivity_name,
    project_number,
    title,
    axis_name,
    topic_names,
    status_code,
    status_raw,
    {{ provenance() }}
from {{ ref('stg_bronze__openness_projects') }}
{{ pick_one('openness_project_id') }}
order by openness_project_id
