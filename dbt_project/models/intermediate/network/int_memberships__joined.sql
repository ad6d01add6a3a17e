select memberships.*, {{ entity_id('memberships.network_key') }} as network_id
from {{ ref('int_memberships__admitted') }} as memberships
