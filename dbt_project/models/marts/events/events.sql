select
    event_id,
    kind_code,
    status_code,
    title,
    start_date,
    start_date_precision_code,
    start_month,
    start_weekday_code,
    start_date_raw,
    start_date_basis_code,
    start_date_flag_code,
    end_date,
    end_date_precision_code,
    end_date_raw,
    end_date_flag_code,
    place_name,
    place_collectivity_id,
    is_remote,
    {{ provenance() }}
from {{ ref('int_events__admitted') }}
{{ pick_one('event_id', better=shown_first('events')) }}
order by event_id
