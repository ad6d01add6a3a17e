-- Written by `make sheets` from dbt_project/sheets: change that.
select
    table_name,
    capture_key,
    natural_key,
    rejection_code
from {{ source('ledger', 'rejections') }}
