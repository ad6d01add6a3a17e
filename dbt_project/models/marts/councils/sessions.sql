select
    session_id,
    body_id,
    collectivity_id,
    kind_code,
    status_code,
    year,
    month,
    number,
    start_date,
    start_date_precision_code,
    start_date_raw,
    start_date_flag_code,
    postponed_to_date,
    postponed_to_date_precision_code,
    postponed_to_date_raw,
    postponed_to_date_flag_code,
    stated_item_count,
    legal_month_code,
    {{ provenance() }}
from {{ ref('int_sessions__judged') }}
{{ pick_one('session_id', better=shown_first('sessions')) }}
order by session_id
