select
    decision_id,
    body_id,
    collectivity_id,
    session_id,
    agenda_item_id,
    decision_number,
    numbering_scope_code,
    year,
    title,
    title_ar,
    title_fr,
    subjects,
    outcome_code,
    subject_count,
    decided_date,
    decided_date_precision_code,
    decided_date_raw,
    decided_date_flag_code,
    amount_mad,
    amount_raw,
    affects_code,
    affected_decision_id,
    affected_decision_raw,
    {{ provenance() }}
from {{ ref('int_decisions__paired') }}
{{ pick_one('decision_id', better=shown_first('decisions')) }}
order by decision_id
