select
    participations.*,
    activities.permanent_id as activity_id,
    {{ entity_id('participations.participant_key') }} as participant_id
from {{ ref('int_participations__admitted') }} as participations
left join {{ ref('stg_ledger__identities') }} as activities
    on activities.natural_key = participations.activity_key
    and activities.kind = participations.activity_kind_code || 's'
