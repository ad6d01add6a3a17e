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
{{ pick_one(
    'session_id',
    better="case status_code when 'held' then 0 when 'cancelled' then 1 when 'postponed' then 2 else 3 end, "
        ~ "start_date is null, postponed_to_date is null",
) }}
order by session_id
