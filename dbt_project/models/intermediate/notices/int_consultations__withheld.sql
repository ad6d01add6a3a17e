select
    consultations.* exclude (participant_count),
    {{ withhold_small('participant_count') }} as participant_count,
    {{ is_small('participant_count') }} as is_suppressed
from {{ ref('int_consultations__admitted') }} as consultations
