-- Written by `make sheets` from dbt_project/sheets: change that.
select * exclude (rejection_code)
from {{ ref('int_information_bodies__identified') }}
where rejection_code is null
