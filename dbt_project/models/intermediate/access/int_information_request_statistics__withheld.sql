-- Figures as published: one row for each value that was seen of a series (an institution or the portal, a measure, a
-- month, a kind), in the capture that first showed it; the latest is the one that was seen last. Numbers of requests to
-- one institution, or of one month or kind, are withheld below five, words included; totals of a portal single nobody
-- out.
with observed as (
    select
        *,
        max(last_captured_at) over (partition by information_request_statistic_id) as seen_until_at
    from {{ ref('int_information_request_statistics__admitted') }}
    qualify row_number() over (
        partition by information_request_statistic_id order by captured_at, source_id, source_url, evidence_position
    ) = 1
),

judged as (
    select
        *,
        row_number() over (
            partition by source_id, scope_code, information_body_id, measure_code, institution_kind_code, period_date
            order by seen_until_at desc, captured_at desc, information_request_statistic_id
        ) = 1 as is_latest,
        (scope_code = 'institution' or period_date is not null or institution_kind_code is not null)
        and measure_code in ('requests_filed', 'requests_processed', 'requests_in_progress')
        and {{ is_small('value_count') }} as is_suppressed
    from observed
)

select
    judged.* exclude (value_count, value_raw, evidence_text, last_captured_at, seen_until_at),
    case when not is_suppressed then value_count end as value_count,
    case when not is_suppressed then value_raw end as value_raw,
    case when not is_suppressed then evidence_text end as evidence_text
from judged
