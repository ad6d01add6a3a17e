select
    sitting_id,
    session_id,
    sitting_number,
    status_code,
    start_date,
    start_date_precision_code,
    start_date_raw,
    start_date_flag_code,
    postponed_to_date,
    postponed_to_date_precision_code,
    postponed_to_date_raw,
    postponed_to_date_flag_code,
    place_name,
    present_count,
    member_count,
    {{ provenance() }}
from {{ ref('int_sittings__admitted') }}
{{ pick_one('sitting_id', better=shown_first('sittings')) }}
order by sitting_id
