select
    information_request_statistic_id,
    information_body_id,
    publisher_code,
    scope_code,
    measure_code,
    value_count,
    value_raw,
    is_suppressed,
    is_including_complaints,
    rounding_code,
    as_of_date,
    as_of_date_precision_code,
    as_of_date_raw,
    {{ provenance() }}
from {{ ref('int_information_request_statistics__observed') }}
{{ pick_one('information_request_statistic_id') }}
order by information_request_statistic_id
