{# Every visible observation of an admitted night from one kind of record, with its permanent id, the ids that it
   refers to, its staleness, and `rejection_code`: why it may not be shown, or null. Called by the models
   that `make sheets` writes.
   - key: the name of its permanent id;
   - lookups: ids of other rows (`id`) by the key that the record carries (`key`); found among the rows of `kind`
     that are shown tonight alone: a row whose needed parent is not shown is rejected as unresolved, an optional
     reference to one is empty, never dangling. A table that refers to itself is cleared by `shown_or_null`;
   - reject: code → expression, reasons of the table's own;
   - keeps_history: earlier captures of a page count too; keeps_copies: each of several copies of one text has its
     row. #}
{% macro identified(record, key, lookups=[], reject={}, keeps_history=false, keeps_copies=false) %}
with observations as (
    select * from {{ ref('stg_bronze__' ~ record) }}
),

visible as (
    select * from {{ ref('int_captures__history' if keeps_history else 'int_captures__visible') }}
),

identities as (
    select kind, natural_key, permanent_id from {{ ref('stg_ledger__identities') }}
),

rejections as (
    select capture_key, natural_key, min(rejection_code) as rejection_code
    from {{ ref('stg_ledger__rejections') }} where table_name = '{{ record }}' group by all
),

found as (
    select
        own.permanent_id as {{ key }},
        {% for lookup in lookups %}
        ref_{{ loop.index }}.permanent_id as {{ lookup.id }},
        {% endfor %}
        observations.*,
        visible.captured_at,
        {% if keeps_history %}
        visible.last_captured_at,
        {% endif %}
        visible.gone_date,
        visible.is_stale,
        visible.stale_cause_code,
        rejections.rejection_code as reviewed_rejection_code
    from observations
    inner join visible
        on observations.source_id = visible.source_id and observations.capture_key = visible.capture_key
    inner join identities as own on own.kind = '{{ record }}' and observations.natural_key = own.natural_key
    {% for lookup in lookups %}
    {% if lookup.kind == record %}
    left join identities as ref_{{ loop.index }}
        on ref_{{ loop.index }}.kind = '{{ record }}'
        and observations.{{ lookup.key }} = ref_{{ loop.index }}.natural_key
    {% else %}
    left join (
        select distinct natural_key, {{ lookup.target }} as permanent_id
        from {{ ref('int_' ~ lookup.kind ~ '__admitted') }}
    ) as ref_{{ loop.index }} on observations.{{ lookup.key }} = ref_{{ loop.index }}.natural_key
    {% endif %}
    {% endfor %}
    left join rejections
        on observations.capture_key = rejections.capture_key and observations.natural_key = rejections.natural_key
    {% if not keeps_copies %}
    where visible.is_canonical
    {% endif %}
)

select * exclude (reviewed_rejection_code), {{ rejection(record, lookups, reject) }} as rejection_code
from found
{% endmacro %}

{# Why an observation may not be shown, from what the published column must be (its sheet) and the table's own
   reasons. The code names the rule and the column, never the value. #}
{% macro rejection(record, lookups, reject) %}
case
    when reviewed_rejection_code is not null then reviewed_rejection_code
    {% for code, expression in reject.items() %}
    when {{ expression }} then '{{ code }}'
    {% endfor %}
    {% for lookup in lookups if lookup.is_required %}
    when {{ lookup.id }} is null then 'unresolved_{{ lookup.id }}'
    {% endfor %}
    {% for name, column in columns_of(record).items() if column.config.meta.is_read %}
    {% set meta = column.config.meta %}
    {% if not meta.nullable %}
    when {{ name }} is null
        {% if column.data_type == 'varchar' %} or trim({{ name }}) = ''{% endif %}
        then 'missing_{{ name }}'
    {% endif %}
    {% if meta.codes %}
    when not {{ are_of_list(name, meta) }} then 'unknown_code_{{ name }}'
    {% endif %}
    {% if meta.high is defined %}
    when {{ name }} < {{ meta.low }} or {{ name }} > {{ meta.high }} then 'out_of_range_{{ name }}'
    {% endif %}
    {% if meta['class'] == 'date' %}
    when {{ name }} is not null and not {{ is_possible_date(name) }} then 'impossible_date_{{ name }}'
    {% endif %}
    {% if meta['class'] == 'text' %}
    when length({{ name }}) > {{ max_text_length() }} then 'too_long_{{ name }}'
    when length({{ name }}) < {{ meta.min_length }} then 'too_short_{{ name }}'
    {% endif %}
    {% if meta.is_plain %}
    when regexp_matches({{ name }}, '{{ hidden_marks() }}') then 'hidden_marks_{{ name }}'
    {% endif %}
    {% if meta.pattern %}
    when not regexp_matches({{ name }}, '{{ meta.pattern }}') then 'malformed_{{ name }}'
    {% endif %}
    {% endfor %}
end
{% endmacro %}

{% macro max_text_length() %}600{% endmacro %}

{# ISO 8601 cut at day, month or year: a real calendar date, and not 1970, which is how a missing date looks in Unix
   time. #}
{% macro is_possible_date(name) %}
coalesce(
    regexp_full_match({{ name }}, '(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?')
    and {{ name }} not like '1970%'
    and (length({{ name }}) <> 10 or try_cast({{ name }} as date) is not null),
    false)
{% endmacro %}

{# Rows of a reference table (a captured file of a package or of the project): its latest capture. #}
{% macro reference_rows(record) %}
select
    records.* exclude (natural_key, capture_key, rule_id),
    visible.captured_at, visible.is_stale, visible.stale_cause_code
from {{ ref('stg_bronze__' ~ record) }} as records
inner join {{ ref('int_captures__visible') }} as visible
    on records.source_id = visible.source_id and records.capture_key = visible.capture_key
{% endmacro %}
