-- Written by `make sheets` from dbt_project/sheets: change that.
select
    source_id,
    run_order,
    url,
    address,
    captured_at,
    payload_sha256,
    capture_key,
    is_standing
from {{ source('ledger', 'captures') }}
