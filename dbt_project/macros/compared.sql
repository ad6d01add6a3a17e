{# Where documents that tell of one row contradict each other: a row per column and document whose value is not shown,
   with that value and the one that is. Called by the models that `make sheets` writes. Of several observations one is
   shown (`shown_first`), whole; a value that a document leaves out contradicts nothing. Each of `fields` has a name, a
   kind, and
   - of a date: it agrees with one that is the same, less precise. `moved_when`, `moved_to`: a document put it off; the
     days before and after are no contradiction;
   - of a code: `states`, its steps in time. A step before the one that is shown is what was known earlier. #}
{% macro compared(table, key, observed, fields) %}
with observed as (
    select
        *,
        row_number() over (partition by {{ key }} order by {{ order_of_observations(shown_first(table)) }}) as place
    from {{ observed }}
),

pairs as (
    select
        own.{{ key }} as record_name,
        shown.source_url as other_source_url,
        {{ provenance_of('own') }},
        unnest([
            {% for field in fields %}
            {
                field_name: '{{ field.name }}',
                value_raw: own.{{ field.name }} || ' / ' || shown.{{ field.name }},
                differs: {{ differs(field, key) }}
            }{{ ',' if not loop.last }}
            {% endfor %}
        ]) as told
    from observed as own
    inner join observed as shown on own.{{ key }} = shown.{{ key }} and shown.place = 1
    where own.place > 1 and own.source_url <> shown.source_url
)

select record_name, told.field_name, told.value_raw, other_source_url, {{ provenance() }}
from pairs
where told.differs
{% endmacro %}

{% macro differs(field, key) %}
{% set own, shown = 'own.' ~ field.name, 'shown.' ~ field.name %}
{% if field.kind == 'date' %}
not ({{ same_day(own, shown) }})
    {% if field.moved_when %}
    and not exists (
        select 1 from observed as moved
        where moved.{{ key }} = own.{{ key }} and {{ field.moved_when }}
            and (
                moved.{{ field.moved_to }} is null
                or {{ same_day('moved.' ~ field.moved_to, own) }}
                or {{ same_day('moved.' ~ field.moved_to, shown) }}
            )
    )
    {% endif %}
{% elif field.states %}
{{ own }} <> {{ shown }} and {{ step_of(own, field.states) }} >= {{ step_of(shown, field.states) }}
{% else %}
{{ own }} <> {{ shown }}
{% endif %}
{% endmacro %}

{# Two dates as precise as their sources: 2024-05 is no other day than 2024-05-06. #}
{% macro same_day(one, other) -%}
starts_with({{ one }}, {{ other }}) or starts_with({{ other }}, {{ one }})
{%- endmacro %}

{% macro step_of(column, states) -%}
case {% for step in states %}when {{ column }} in ('{{ step | join("', '") }}') then {{ loop.index }} {% endfor %}end
{%- endmacro %}
