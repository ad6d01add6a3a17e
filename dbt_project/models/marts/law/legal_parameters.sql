select
    legal_parameter_id,
    parameter_code,
    level_code,
    value_count,
    unit_code,
    label_ar,
    label_fr,
    label_en,
    law_code,
    article_code,
    valid_from_date,
    valid_to_date,
    verification_code,
    reference_url,
    {{ provenance() }}
from {{ ref('int_legal_parameters__admitted') }}
order by legal_parameter_id
