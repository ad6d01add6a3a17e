select
    mandate_id,
    start_year,
    end_year,
    election_date,
    verification_code,
    {{ provenance() }}
from {{ ref('int_mandates__admitted') }}
order by mandate_id
