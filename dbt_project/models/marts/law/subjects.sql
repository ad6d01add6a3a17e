select
    subject_code,
    label_ar,
    label_fr,
    label_en,
    cofog_code,
    {{ provenance() }}
from {{ ref('int_subjects__admitted') }}
order by subject_code
