select
    holiday_id,
    holiday_date,
    name_ar,
    name_fr,
    is_moving,
    is_estimated,
    verification_code,
    {{ provenance() }}
from {{ ref('int_holidays__admitted') }}
order by holiday_id
