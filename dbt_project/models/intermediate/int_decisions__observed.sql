select
    decisions.* exclude (affected_decision_id),
    {{ shown_or_null('affected_decision_id', 'stg_bronze__decisions', 'decision_id') }},
    {{ entity_id('decisions.body_key') }} as body_id
from {{ ref('stg_bronze__decisions') }} as decisions
