-- Figures as published. Numbers of requests to one institution are withheld below five, words included; totals of a portal single nobody out.
with judged as (
    select
        *,
        scope_code = 'institution' and measure_code in ('requests_filed', 'requests_processed', 'requests_in_progress')
        and {{ is_small('value_count') }} as is_suppressed
    from {{ ref('stg_bronze__information_request_statistics') }}
)

select
    judged.* exclude (value_count, value_raw, evidence_text),
    case when not is_suppressed then value_count end as value_count,
    case when not is_suppressed then value_raw end as value_raw,
    case when not is_suppressed then evidence_text end as evidence_text
from judged
