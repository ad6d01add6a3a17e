select
    finding_id,
    finding_code,
    record_name,
    field_name,
    value_raw,
    {{ provenance() }}
from {{ ref('stg_bronze__findings') }}
{{ pick_one('finding_id') }}
order by finding_id
