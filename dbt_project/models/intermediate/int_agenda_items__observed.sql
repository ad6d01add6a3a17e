select items.* exclude (session_key), sessions.permanent_id as session_id
from {{ ref('stg_bronze__agenda_items') }} as items
inner join {{ source('ledger', 'identities') }} as sessions
    on sessions.kind = 'sessions' and items.session_key = sessions.natural_key
