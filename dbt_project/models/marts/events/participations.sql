select
    participation_id,
    activity_kind_code,
    activity_id,
    activity_name,
    role_code,
    participant_kind_code,
    participant_id,
    participant_name,
    function_code,
    is_members_of,
    {{ provenance() }}
from {{ ref('int_participations__joined') }}
{{ pick_one('participation_id') }}
order by participation_id
