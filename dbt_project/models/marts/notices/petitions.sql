select
    petition_id,
    collectivity_id,
    title,
    status_code,
    agenda_item_id,
    signature_count,
    is_suppressed,
    submitted_date,
    submitted_date_precision_code,
    submitted_date_raw,
    submitted_date_flag_code,
    {{ provenance() }}
from {{ ref('int_petitions__withheld') }}
{{ pick_one('petition_id', better=shown_first('petitions')) }}
order by petition_id
