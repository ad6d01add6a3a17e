{# Every row is word for word an admitted observation: the published columns equal those of its intermediate twin. #}
{% test row_is_observed(model, twin) %}
{% set columns = [] %}
{% for name, column in model_columns(model).items() %}{% do columns.append(name) %}{% endfor %}
select * from (
    select {{ columns | join(', ') }} from {{ model }}
    except
    select {{ columns | join(', ') }} from {{ twin }}
)
{% endtest %}

{% test not_empty(model) %}
select 1 as empty where not exists (select 1 from {{ model }})
{% endtest %}

{# The checks below read what a column must be from its own meta, and name the column of each failing row. #}
{% test unique_key(model) %}
{% set key = model_meta(model).primary_key %}
select {{ key }} from {{ model }} group by {{ key }} having count(*) > 1
{% endtest %}

{% test required_filled(model) %}
{% for name, column in model_columns(model).items() if not column.config.meta.nullable %}
{{ 'union all' if not loop.first }} select '{{ name }}' as column_name from {{ model }} where {{ name }} is null
    {% if column.data_type == 'varchar' %}or trim({{ name }}) = ''{% endif %}
{% endfor %}
{% endtest %}

{% test codes_known(model) %}
{% for name, column in model_columns(model).items() if column.config.meta.codes %}
{{ 'union all' if not loop.first }} select '{{ name }}' as column_name from {{ model }}
where {{ name }} is not null and {{ name }} not in ('{{ column.config.meta.codes | join("', '") }}')
{% endfor %}
{% endtest %}

{% test numbers_in_range(model) %}
{% for name, column in model_columns(model).items() if column.config.meta.high is defined %}
{{ 'union all' if not loop.first }} select '{{ name }}' as column_name from {{ model }}
where {{ name }} < {{ column.config.meta.low }} or {{ name }} > {{ column.config.meta.high }}
{% endfor %}
{% endtest %}

{% test references_exist(model, parents) %}
{# dbt learns the dependencies from these, before it knows the columns. #}
{% for parent in parents %}{% do ref(parent) %}{% endfor %}
{% for name, column in model_columns(model).items() if column.config.meta.references %}
{% set target = column.config.meta.references.split('.') %}
{{ 'union all' if not loop.first }} select '{{ name }}' as column_name from {{ model }} as child
where child.{{ name }} is not null
    and not exists (select 1 from {{ ref(target[0]) }} as parent where parent.{{ target[1] }} = child.{{ name }})
{% endfor %}
{% endtest %}

{# Dates are ISO 8601 cut at day, month or year: real calendar dates, not 1970. Timestamps lie between 2000 and the build. #}
{% test dates_possible(model) %}
{% for name, column in model_columns(model).items() if column.config.meta.class in ('date', 'timestamp') %}
{{ 'union all' if not loop.first }} select '{{ name }}' as column_name from {{ model }}
where {{ name }} is not null and (
    {% if column.config.meta.class == 'date' %}
    not regexp_full_match({{ name }}, '(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?')
    or {{ name }} like '1970%'
    or (length({{ name }}) = 10 and try_cast({{ name }} as date) is null)
    {% else %}
    {{ name }} > (select as_of_at from {{ source('ledger', 'build') }}) or {{ name }} < timestamp '2000-01-01'
    {% endif %}
)
{% endfor %}
{% endtest %}

{# A date is what its raw words say: the day and year in digits, where the words hold them. #}
{% test date_agrees_with_raw(model, date, raw) %}
with readable as (
    select {{ date }} as value, translate({{ raw }}, '٠١٢٣٤٥٦٧٨٩', '0123456789') as words
    from {{ model }}
    where {{ date }} is not null
)

select value, words from readable
where words is null
    or (regexp_matches(words, '(19|20)\d\d') and not contains(words, substr(value, 1, 4)))
    or (
        length(value) = 10
        and regexp_matches(words, '(^|\D)\d{1,2}(\D|$)')
        and not list_contains(
            list_transform(regexp_extract_all(words, '\d+'), lambda x: cast(x as bigint)),
            cast(substr(value, 9, 2) as bigint)
        )
    )
{% endtest %}

{% test expression_holds(model, expression) %}
select * from {{ model }} where not coalesce({{ expression }}, false)
{% endtest %}

{# A polymorphic reference points to a row of the table that its kind names. #}
{% test subject_exists(model, kind, id) %}
select {{ kind }}, {{ id }} from {{ model }}
where ({{ id }} is null and {{ kind }} in ('organization', 'collectivity', 'event', 'agreement'))
    or ({{ id }} is not null and not exists (
        select 1 from (
            select 'organization' as kind, organization_id as id from {{ ref('organizations') }}
            union all select 'collectivity', collectivity_id from {{ ref('collectivities') }}
            union all select 'body', body_id from {{ ref('bodies') }}
            union all select 'function', body_id from {{ ref('bodies') }}
            union all select 'event', event_id from {{ ref('events') }}
            union all select 'agreement', agreement_id from {{ ref('agreements') }}
        ) as known
        where known.kind = {{ kind }} and known.id = {{ id }}
    ))
{% endtest %}

{# 12 regions, 75 prefectures and provinces, 1,503 communes; made-up ones stand apart and exist in sample and test homes alone. #}
{% test legal_counts(model) %}
select level_code, count(*) as counted from {{ model }} where not is_fictitious group by level_code
having count(*) <> case level_code when 'region' then 12 when 'prefecture' then 13 when 'province' then 62 when 'commune' then 1503 end
union all
select 'fictitious', count(*) from {{ model }}
where is_fictitious and (
    (select home_kind_code from {{ source('ledger', 'build') }}) = 'real' or hcp_2024_code not like '99%'
)
having count(*) > 0
{% endtest %}
