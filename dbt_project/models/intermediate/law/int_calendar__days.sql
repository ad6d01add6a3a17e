-- Every day that a term may touch, with the count of working days so far: neither Saturday, Sunday nor public holiday.
with days as (
    select cast(range as date) as day from range(date '2019-01-01', date '2029-01-01', interval 1 day)
),

holidays as (
    select distinct cast(holiday_date as date) as day from {{ ref('int_holidays__admitted') }}
),

judged as (
    select days.day, isodow(days.day) < 6 and holidays.day is null as is_working_day
    from days
    left join holidays on days.day = holidays.day
)

select
    day,
    is_working_day,
    count(*) filter (where is_working_day) over (
        order by day rows between unbounded preceding and current row
    ) as working_day_number
from judged
