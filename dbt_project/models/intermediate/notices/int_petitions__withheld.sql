select
    petitions.* exclude (signature_count),
    {{ withhold_small('signature_count') }} as signature_count,
    {{ is_small('signature_count') }} as is_suppressed
from {{ ref('int_petitions__admitted') }} as petitions
