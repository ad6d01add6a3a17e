select
    tender_id,
    collectivity_id,
    kind_code,
    reference_text,
    title,
    status_code,
    published_date,
    published_date_precision_code,
    published_date_raw,
    published_date_flag_code,
    closing_date,
    closing_date_precision_code,
    closing_date_raw,
    closing_date_flag_code,
    amount_mad,
    amount_raw,
    {{ provenance() }}
from {{ ref('int_tenders__admitted') }}
{{ pick_one('tender_id', better=shown_first('tenders')) }}
order by tender_id
