select memberships.*, {{ entity_id('memberships.network_key') }} as network_id
from {{ ref('stg_bronze__memberships') }} as memberships
