select
    agreement_id,
    title,
    subjects,
    signed_date,
    signed_date_precision_code,
    signed_month,
    signed_date_raw,
    signed_date_basis_code,
    signed_date_flag_code,
    amount_mad,
    amount_raw,
    {{ provenance() }}
from {{ ref('int_agreements__admitted') }}
{{ pick_one('agreement_id', better=shown_first('agreements')) }}
order by agreement_id
