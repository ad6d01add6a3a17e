-- What was done in a session, by the documents that tell of it: a sitting was held, a point debated, a vote taken.
with sittings as (
    select * from {{ ref('int_sittings__admitted') }}
),

agenda_items as (
    select * from {{ ref('int_agenda_items__admitted') }}
),

votes as (
    select * from {{ ref('int_votes__admitted') }}
),

acts as (
    select session_id, 'sitting held' as act_name, {{ provenance() }} from sittings where status_code = 'held'
    union all
    select session_id, 'point debated' as act_name, {{ provenance() }} from agenda_items where status_code = 'debated'
    union all
    select session_id, 'vote' as act_name, {{ provenance() }} from votes where session_id is not null
)

select session_id, act_name, {{ provenance() }}
from acts
qualify row_number() over (
    partition by session_id, act_name order by {{ order_of_observations('0') }}
) = 1
