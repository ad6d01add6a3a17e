{% test not_empty(model) %}
select 1 as empty where not exists (select 1 from {{ model }})
{% endtest %}

{# Everything that a published table must hold, as one query with a row per breach that names rule and column (dbt spends some 30 ms on each test, so
   that a test per rule cost more than the rules: ADR 0009). What a column must be is read from its own meta.
   - row_is_observed: every row is word for word an admitted observation: its published columns equal those of its private twin;
   - unique_key, required_filled, codes_known, numbers_in_range, dates_possible (`is_possible_date`; timestamps between 2000 and the build);
   - references_exist: what a column refers to is a row of that table (`parents` lets dbt know the order before it knows the columns);
   - date_agrees_with_raw: day and year of a date stand in its raw words (`dates`: date column → raw column);
   - rules of the table's own: an expression that is true of every row. #}
{% test well_formed(model, twin, parents=[], dates={}, rules={}) %}
{% set key = model_meta(model).primary_key %}
{% set columns = [] %}
{% for name, column in model_columns(model).items() %}{% do columns.append(name) %}{% endfor %}
{% for parent in parents %}{% do ref(parent) %}{% endfor %}
select 'row_is_observed' as rule_name, '*' as column_name from (
    select {{ columns | join(', ') }} from {{ model }}
    except
    select {{ columns | join(', ') }} from {{ twin }}
)
union all select 'unique_key', '{{ key }}' from {{ model }} group by {{ key }} having count(*) > 1
{% for name, column in model_columns(model).items() %}
{% set meta = column.config.meta %}
{% if not meta.nullable %}
union all select 'required_filled', '{{ name }}' from {{ model }} where {{ name }} is null
    {% if column.data_type == 'varchar' %}or trim({{ name }}) = ''{% endif %}
{% endif %}
{% if meta.codes %}
union all select 'codes_known', '{{ name }}' from {{ model }} where {{ name }} is not null and {{ name }} not in ('{{ meta.codes | join("', '") }}')
{% endif %}
{% if meta.high is defined %}
union all select 'numbers_in_range', '{{ name }}' from {{ model }} where {{ name }} < {{ meta.low }} or {{ name }} > {{ meta.high }}
{% endif %}
{% if meta['class'] == 'date' %}
union all select 'dates_possible', '{{ name }}' from {{ model }} where {{ name }} is not null and not {{ is_possible_date(name) }}
{% elif meta['class'] == 'timestamp' %}
union all select 'dates_possible', '{{ name }}' from {{ model }}
where {{ name }} > (select as_of_at from {{ source('ledger', 'build') }}) or {{ name }} < timestamp '2000-01-01'
{% endif %}
{% if meta.references %}
{% set target = meta.references.split('.') %}
union all select 'references_exist', '{{ name }}' from {{ model }} as child
where child.{{ name }} is not null
    and not exists (select 1 from {{ ref(target[0]) }} as parent where parent.{{ target[1] }} = child.{{ name }})
{% endif %}
{% endfor %}
{% for date, raw in dates.items() %}
union all select 'date_agrees_with_raw', '{{ date }}' from (
    select {{ date }} as value, translate({{ raw }}, '٠١٢٣٤٥٦٧٨٩', '0123456789') as words from {{ model }} where {{ date }} is not null
) where words is null
    or (regexp_matches(words, '(19|20)\d\d') and not contains(words, substr(value, 1, 4)))
    or (
        length(value) = 10
        and regexp_matches(words, '(^|\D)\d{1,2}(\D|$)')
        and not list_contains(
            list_transform(regexp_extract_all(words, '\d+'), lambda x: cast(x as bigint)),
            cast(substr(value, 9, 2) as bigint)
        )
    )
{% endfor %}
{% for rule, expression in rules.items() %}
union all select '{{ rule }}', '*' from {{ model }} where not coalesce({{ expression }}, false)
{% endfor %}
{% endtest %}

{# A polymorphic reference points to a row of the table that its kind names. #}
{% test subject_exists(model, kind, id) %}
select {{ kind }}, {{ id }} from {{ model }}
where ({{ id }} is null and {{ kind }} in ('organization', 'collectivity', 'event', 'agreement', 'plan', 'commitment', 'milestone'))
    or ({{ id }} is not null and not exists (
        select 1 from (
            select 'organization' as kind, organization_id as id from {{ ref('organizations') }}
            union all select 'collectivity', collectivity_id from {{ ref('collectivities') }}
            union all select 'body', body_id from {{ ref('bodies') }}
            union all select 'function', body_id from {{ ref('bodies') }}
            union all select 'event', event_id from {{ ref('events') }}
            union all select 'agreement', agreement_id from {{ ref('agreements') }}
            union all select 'plan', plan_id from {{ ref('plans') }}
            union all select 'commitment', commitment_id from {{ ref('commitments') }}
            union all select 'milestone', milestone_id from {{ ref('milestones') }}
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
