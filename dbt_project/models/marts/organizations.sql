select
    organization_id,
    kind_code,
    name_ar,
    name_fr,
    name_en,
    acronym,
    {{ provenance() }}
from {{ ref('int_organizations__observed') }}
{{ pick_one('organization_id') }}
order by organization_id
