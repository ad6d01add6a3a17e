select
    assessment_id,
    subject_kind_code,
    subject_id,
    scheme_code,
    value_code,
    value_pct,
    value_raw,
    assessor_name,
    assessed_date,
    assessed_date_precision_code,
    assessed_date_raw,
    {{ provenance() }}
from {{ ref('int_assessments__placed') }}
{{ pick_one('assessment_id', better=shown_first('assessments')) }}
order by assessment_id
