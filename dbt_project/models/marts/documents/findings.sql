select
    finding_id,
    finding_code,
    record_name,
    field_name,
    value_raw,
    other_source_url,
    {{ provenance() }}
from {{ ref('int_findings__told') }}
{{ pick_one('finding_id') }}
order by finding_id
