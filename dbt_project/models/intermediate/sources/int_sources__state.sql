-- One row per source that had a night: its last night, its last admitted night, and whether it is stale.
with nights as (
    select * from {{ ref('int_nights__known') }}
),

ranked as (
    select
        source_id,
        max(run_order) as last_order,
        max(run_order) filter (where admission = 'admitted') as admitted_order,
        max(run_at) as last_run_at,
        max(run_at) filter (where admission = 'admitted') as last_admitted_at
    from nights
    group by source_id
)

select
    ranked.source_id,
    ranked.last_order,
    ranked.admitted_order,
    ranked.last_run_at,
    ranked.last_admitted_at,
    last_night.admission as state_code,
    last_night.cause as cause_code,
    -- The crawl ran out of its budget, or items of the listings are not in the archive yet.
    coalesce(last_night.outcome_code <> 'ok' or last_night.held_count < last_night.expected_count, false) as is_partial,
    last_night.admission = 'held' and ranked.admitted_order is not null as is_stale,
    case when last_night.admission = 'held' and ranked.admitted_order is not null then (
        select strftime(min(held.run_at), '%Y-%m-%d') from nights as held
        where held.source_id = ranked.source_id and held.run_order > ranked.admitted_order
    ) end as stale_since_date
from ranked
inner join nights as last_night
    on ranked.source_id = last_night.source_id and ranked.last_order = last_night.run_order
