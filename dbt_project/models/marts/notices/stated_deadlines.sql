select
    deadline_id,
    collectivity_id,
    deadline_date,
    deadline_date_precision_code,
    deadline_date_raw,
    deadline_date_flag_code,
    purpose,
    {{ provenance() }}
from {{ ref('int_stated_deadlines__admitted') }}
{{ pick_one('deadline_id') }}
order by deadline_id
