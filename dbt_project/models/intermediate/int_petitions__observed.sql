select
    petitions.* exclude (signature_count),
    {{ withhold_small('signature_count') }} as signature_count,
    {{ is_small('signature_count') }} as is_suppressed
from {{ ref('stg_bronze__petitions') }} as petitions
