select
    consultation_id,
    collectivity_id,
    title,
    kind_code,
    status_code,
    start_date,
    start_date_precision_code,
    start_date_raw,
    start_date_flag_code,
    end_date,
    end_date_precision_code,
    end_date_raw,
    end_date_flag_code,
    participant_count,
    is_suppressed,
    {{ provenance() }}
from {{ ref('int_consultations__withheld') }}
{{ pick_one('consultation_id', better=shown_first('consultations')) }}
order by consultation_id
