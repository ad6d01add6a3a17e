select
    agenda_item_id,
    session_id,
    item_number,
    status_code,
    title,
    source_id,
    source_url,
    captured_at,
    capture_sha256,
    extractor_version,
    evidence_position,
    evidence_sha256,
    evidence_text,
    evidence_basis_code,
    is_stale,
    stale_cause_code
from {{ ref('int_agenda_items__observed') }}
{{ pick_one('agenda_item_id') }}
order by agenda_item_id
