select
    openness_score_id,
    collectivity_id,
    period_year,
    duty_count,
    judged_count,
    published_count,
    partial_count,
    not_found_count,
    score_pct,
    coverage_pct,
    {{ provenance() }}
from {{ ref('int_openness_scores__scored') }}
order by openness_score_id
