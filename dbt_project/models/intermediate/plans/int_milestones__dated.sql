-- Milestones with what the calendar alone decides: the stated term has passed on the night's date, and nothing says
-- "completed".
select
    milestones.*,
    coalesce(
        milestones.status_code not in ('completed', 'withdrawn')
        and milestones.due_date_precision_code in ('day', 'month', 'year')
        and left(strftime(build.as_of_at, '%Y-%m-%d'), length(milestones.due_date)) > milestones.due_date,
        false
    ) as is_overdue
from {{ ref('int_milestones__admitted') }} as milestones
cross join {{ ref('stg_ledger__build') }} as build
