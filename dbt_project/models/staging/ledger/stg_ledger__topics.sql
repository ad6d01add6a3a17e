-- Written by `make sheets` from dbt_project/sheets: change that.
select
    source_id,
    topic_code,
    collectivity_id,
    source_url,
    captured_at,
    capture_sha256
from {{ source('ledger', 'topics') }}
