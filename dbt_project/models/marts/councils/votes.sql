select
    vote_id,
    session_id,
    agenda_item_id,
    decision_id,
    result_code,
    is_unanimous,
    for_count,
    against_count,
    abstention_count,
    base_code,
    vote_raw,
    {{ provenance() }}
from {{ ref('int_votes__admitted') }}
{{ pick_one('vote_id', better=shown_first('votes')) }}
order by vote_id
