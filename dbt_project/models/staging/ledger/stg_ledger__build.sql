-- Written by `make sheets` from dbt_project/sheets: change that.
select
    build_id,
    as_of_at,
    home_kind_code,
    code_version,
    extractor_version,
    source_count,
    capture_count,
    known_on_at
from {{ source('ledger', 'build') }}
