-- Written by `make sheets` from dbt_project/sheets: change that.
select * exclude (rejection_code)
from {{ ref('int_stated_deadlines__identified') }}
where rejection_code is null
