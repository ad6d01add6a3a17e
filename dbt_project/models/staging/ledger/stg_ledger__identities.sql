-- Written by `make sheets` from dbt_project/sheets: change that.
select
    kind,
    natural_key,
    permanent_id
from {{ source('ledger', 'identities') }}
