select
    membership_id,
    network_id,
    member_kind_code,
    collectivity_id,
    country_code,
    member_name,
    start_date,
    start_date_precision_code,
    start_date_raw,
    start_date_basis_code,
    {{ provenance() }}
from {{ ref('int_memberships__joined') }}
{{ pick_one('membership_id', better=shown_first('memberships')) }}
order by membership_id
