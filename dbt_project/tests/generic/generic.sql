{# Everything that a published table must hold, as one query with a row per breach that names rule and column (dbt
   spends some 30 ms on each test, so that a test per rule cost more than the rules: ADR 0009). What a column must be
   is read from its own meta, which comes from its sheet.
   - parents: tables that columns refer to, so that dbt knows the order before it knows the columns;
   - dates, amounts: column → column with the words that it was read from;
   - rules: name → an expression that is true of every row;
   - reading: what the rows are read from, see `reading_breaches`; none for what is derived;
   - provenance: fact, capture or none, see `provenance_breaches`. #}
{% test well_formed(
    model, parents=[], dates={}, amounts={}, rules={}, is_never_empty=false, reading=none, provenance='none',
    keeps_history=false
) %}
{% for parent in parents %}{% do ref(parent) %}{% endfor %}
{{ shape_breaches(model, dates, amounts, rules, is_never_empty) }}
{% if reading %}
{{ reading_breaches(model, reading) }}
{% endif %}
{% if provenance != 'none' %}
{{ provenance_breaches(model, provenance, keeps_history) }}
{% endif %}
{% endtest %}

{# A polymorphic reference points to a row of the table that its kind names. #}
{% test subject_exists(model, kind, id) %}
select {{ kind }}, {{ id }} from {{ model }}
where (
    {{ id }} is null
    and {{ kind }} in ('organization', 'collectivity', 'event', 'agreement', 'plan', 'commitment', 'milestone')
)
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

{# 12 regions, 75 prefectures and provinces, 1,503 communes; made-up ones stand apart and exist in sample and test
   homes alone. #}
{% test legal_counts(model) %}
select level_code, count(*) as counted from {{ model }} where not is_fictitious group by level_code
having count(*) <> case level_code
    when 'region' then 12
    when 'prefecture' then 13
    when 'province' then 62
    when 'commune' then 1503
end
union all
select 'fictitious', count(*) from {{ model }}
where is_fictitious and (
    (select home_kind_code from {{ ref('stg_ledger__build') }}) = 'real' or hcp_2024_code not like '99%'
)
having count(*) > 0
{% endtest %}
