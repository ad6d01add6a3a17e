select
    information_request_statistic_id,
    information_body_id,
    publisher_code,
    scope_code,
    institution_kind_code,
    measure_code,
    value_count,
    value_raw,
    is_suppressed,
    is_including_complaints,
    rounding_code,
    period_date,
    period_date_precision_code,
    period_date_raw,
    as_of_date,
    as_of_date_precision_code,
    as_of_date_raw,
    is_latest,
    {{ provenance() }}
from {{ ref('int_information_request_statistics__withheld') }}
order by information_request_statistic_id
