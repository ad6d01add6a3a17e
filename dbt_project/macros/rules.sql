{# A count of people below five could single somebody out: it is withheld, and `is_suppressed` says so (DESIGN.md
   §6). Zero says nothing about anybody and stays. #}
{% macro is_small(column) %}
coalesce({{ column }} between 1 and 4, false)
{% endmacro %}

{% macro withhold_small(column) %}
case when not {{ is_small(column) }} then {{ column }} end
{% endmacro %}

{# The day on which a term of `days` working days ends that began with a receipt on `received`: the day of receipt
   does not count, nor do Saturdays, Sundays and public holidays (law 31-13 art. 16; 26/07/2022 + 20 is 23/08/2022).
   `calendar` is `int_calendar__days`. #}
{% macro add_working_days(received, days) %}
(
    select min(term.day) from {{ ref('int_calendar__days') }} as term
    where term.is_working_day and term.working_day_number = {{ days }} + (
        select start_day.working_day_number
        from {{ ref('int_calendar__days') }} as start_day
        where start_day.day = {{ received }}
    )
)
{% endmacro %}
