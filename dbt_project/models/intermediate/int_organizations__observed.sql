select entity_id as organization_id, kind_code, name_ar, name_fr, name_en, acronym, {{ provenance() }}
from {{ ref('stg_bronze__mentions') }}
where entity_kind_code = 'organization'
