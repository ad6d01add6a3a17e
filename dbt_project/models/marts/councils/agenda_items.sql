select
    agenda_item_id,
    session_id,
    item_number,
    status_code,
    title,
    title_ar,
    title_fr,
    subjects,
    other_language_url,
    amount_mad,
    amount_raw,
    {{ provenance() }}
from {{ ref('int_agenda_items__paired') }}
{{ pick_one('agenda_item_id', better=shown_first('agenda_items')) }}
order by agenda_item_id
