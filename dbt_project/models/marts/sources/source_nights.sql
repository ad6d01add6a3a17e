select
    source_night_id,
    source_id,
    night_date,
    admission_code,
    cause_code,
    outcome_code,
    next_action_code,
    request_count,
    recheck_count,
    byte_count,
    waited_seconds,
    expected_count,
    held_count,
    new_count,
    changed_count,
    gone_count,
    failed_count,
    source_url,
    captured_at,
    capture_sha256
from {{ ref('int_source_nights__named') }}
order by source_night_id
