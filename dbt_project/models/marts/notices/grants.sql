select
    grant_id,
    collectivity_id,
    session_id,
    decision_id,
    beneficiary_name,
    purpose,
    year,
    amount_mad,
    amount_raw,
    {{ provenance() }}
from {{ ref('int_grants__admitted') }}
{{ pick_one('grant_id', better=shown_first('grants')) }}
order by grant_id
