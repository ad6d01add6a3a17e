select
    agenda_item_id,
    session_id,
    item_number,
    status_code,
    title,
    amount_mad,
    amount_raw,
    {{ provenance() }}
from {{ ref('stg_bronze__agenda_items') }}
{{ pick_one('agenda_item_id') }}
order by agenda_item_id
