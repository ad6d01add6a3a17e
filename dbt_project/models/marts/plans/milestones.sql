select
    milestone_id,
    commitment_id,
    milestone_number,
    title,
    start_date,
    start_date_precision_code,
    start_date_raw,
    start_date_flag_code,
    due_date,
    due_date_precision_code,
    due_date_raw,
    due_date_flag_code,
    status_code,
    status_raw,
    is_overdue,
    {{ provenance() }}
from {{ ref('int_milestones__dated') }}
{{ pick_one('milestone_id', better=shown_first('milestones')) }}
order by milestone_id
