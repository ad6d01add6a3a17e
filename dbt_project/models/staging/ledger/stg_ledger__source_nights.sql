-- Written by `make sheets` from dbt_project/sheets: change that.
select
    source_id,
    run_id,
    run_order,
    run_at,
    night_date,
    admission,
    cause,
    outcome_code,
    next_action_code,
    request_count,
    recheck_count,
    byte_count,
    expected_count,
    held_count,
    new_count,
    changed_count,
    gone_count,
    failed_count,
    waited_seconds
from {{ source('ledger', 'source_nights') }}
