select
    entity_id as organization_id,
    kind_code,
    name_ar,
    name_fr,
    name_en,
    acronym,
    {{ provenance() }}
from {{ ref('int_mentions__admitted') }}
where entity_kind_code = 'organization'
{{ pick_one('organization_id') }}
order by organization_id
