{# What is derived and not read is derived a second time here, from the published tables where they suffice: another
   way to the same value, so that a join that doubles, a filter that slipped or a column mistaken for another is
   seen. Each query gives a row per breach that names rule and column. A sheet names the tests of its table
   (`tests:`). #}

{# Every collectivity has its council by organic law, named after it; other bodies are none. #}
{% test councils_by_law(model) %}
select 'by_law_or_named' as rule_name, 'is_by_law' as column_name from {{ model }} as bodies
where bodies.is_by_law <> (bodies.body_id like 'cou-%')
union all
select 'named_after_its_collectivity', 'name_ar' from {{ model }} as bodies
left join {{ ref('collectivities') }} as places on bodies.body_id = 'cou-' || places.collectivity_id
where bodies.is_by_law and (
    bodies.collectivity_id is distinct from places.collectivity_id
    or not coalesce(
        regexp_matches(bodies.name_ar, '^(مجلس|المجلس) ') and ends_with(bodies.name_ar, ' ' || places.name_ar), false
    )
    or not coalesce(starts_with(bodies.name_fr, 'Conseil ') and ends_with(bodies.name_fr, ' ' || places.name_fr), false)
    or bodies.evidence_position is distinct from places.evidence_position
    or bodies.evidence_sha256 is distinct from places.evidence_sha256
)
union all
select 'every_council', 'body_id' from {{ ref('collectivities') }} as places
where not exists (select 1 from {{ model }} as bodies where bodies.body_id = 'cou-' || places.collectivity_id)
{% endtest %}

{# A document speaks for the collectivity of its source, which lies in its region. #}
{% test placed_like_its_source(model) %}
select 'collectivity_of_its_source' as rule_name, 'collectivity_id' as column_name from {{ model }} as documents
left join {{ ref('sources') }} as sources on documents.source_id = sources.source_id
where documents.collectivity_id is distinct from sources.collectivity_id
union all
select 'region_of_its_collectivity', 'region_id' from {{ model }} as documents
left join {{ ref('collectivities') }} as places on documents.collectivity_id = places.collectivity_id
where documents.region_id is distinct from
    case when places.level_code = 'region' then places.collectivity_id else places.region_id end
{% endtest %}

{# A decision has the two texts of its point where there are two, else its own title in the language that it has. #}
{% test texts_of_its_point(model) %}
select 'texts_of_its_point' as rule_name, 'title_ar' as column_name from {{ model }} as decisions
left join {{ ref('agenda_items') }} as items
    on decisions.agenda_item_id = items.agenda_item_id and items.other_language_url is not null
where case
    when items.agenda_item_id is not null
        then decisions.title_ar is distinct from coalesce(items.title_ar, decisions.title_ar)
            or decisions.title_fr is distinct from coalesce(items.title_fr, decisions.title_fr)
    else decisions.title is distinct from coalesce(decisions.title_ar, decisions.title_fr)
        or (decisions.title_ar is not null) = (decisions.title_fr is not null)
end
{% endtest %}

{# A plan's own holder is held by the plan's row; the others were read from documents. #}
{% test holder_of_its_plan(model) %}
select 'holder_of_its_plan' as rule_name, 'plan_id' as column_name from {{ model }} as holders
left join {{ ref('plans') }} as plans on holders.plan_holder_id = 'plh-' || substr(plans.plan_id, 5)
where plans.plan_id is not null and (
    holders.plan_id is distinct from plans.plan_id
    or holders.collectivity_id is distinct from plans.collectivity_id
    or holders.country_code is distinct from plans.country_code
)
union all
{{ evidence_told_by(
    model, ['plans'], "plan_holder_id in (select 'plh-' || substr(plans.plan_id, 5) from " ~ ref('plans') ~ " as plans)"
) }}
{% endtest %}

{# Of each series of figures one value is the latest. #}
{% test one_latest_of_a_series(model) %}
select 'one_latest_of_a_series' as rule_name, 'is_latest' as column_name from {{ model }}
group by source_id, scope_code, information_body_id, measure_code, institution_kind_code, period_date
having count(*) filter (where is_latest) <> 1
{% endtest %}

{# A duty's id is made of council, duty and year; what was found was found on the day of its capture. #}
{% test duty_of_its_year(model) %}
select 'id_of_council_duty_year' as rule_name, 'publication_duty_id' as column_name from {{ model }}
where publication_duty_id is distinct from
    {{ derived_id('dut', "collectivity_id || '|' || duty_code || '|' || period_year") }}
union all
select 'found_on_the_day_of_its_capture', 'observed_date' from {{ model }}
where found_url is not null and observed_date is distinct from strftime(captured_at, '%Y-%m-%d')
union all
select 'as_complete_as_its_source', 'is_crawl_complete' from {{ model }} as duties
left join (
    select covered.source_id, bool_and(covered.is_complete) as is_complete
    from {{ ref('coverage') }} as covered
    inner join {{ ref('sources') }} as sources on covered.source_id = sources.source_id
    where sources.kind_code = 'council_site' and sources.collectivity_id is not null
    group by covered.source_id
) as sites on duties.source_id = sites.source_id
where duties.found_url is not null and duties.is_crawl_complete <> coalesce(sites.is_complete, false)
{% endtest %}

{# A score counted again from the duties of its council and year. #}
{% test scored_by_its_duties(model) %}
with counted as (
    select
        duties.collectivity_id,
        duties.period_year,
        count(distinct duties.duty_code) as duty_count,
        count(distinct duties.duty_code) filter (
            where rules.is_verified and duties.status_code = 'published'
        ) as published_count,
        count(distinct duties.duty_code) filter (
            where rules.is_verified and duties.status_code = 'partial'
        ) as partial_count,
        count(distinct duties.duty_code) filter (
            where rules.is_verified and duties.status_code = 'not_found'
        ) as not_found_count
    from {{ ref('publication_duties') }} as duties
    left join (
        select legal_parameter_id, bool_or(verification_code <> 'unverified') as is_verified
        from {{ ref('legal_parameters') }} group by legal_parameter_id
    ) as rules on duties.legal_parameter_id = rules.legal_parameter_id
    group by duties.collectivity_id, duties.period_year
)

select 'counted_from_its_duties' as rule_name, 'judged_count' as column_name from (
    select collectivity_id, period_year, duty_count, published_count, partial_count, not_found_count from {{ model }}
    except
    select collectivity_id, period_year, duty_count, published_count, partial_count, not_found_count from counted
)
union all
select 'no_score_is_missing', 'openness_score_id' from counted
where not exists (
    select 1 from {{ model }} as scores
    where scores.collectivity_id = counted.collectivity_id and scores.period_year = counted.period_year
)
union all
select 'score_of_its_counts', 'score_pct' from {{ model }}
where score_pct is distinct from case
    when judged_count * 2 >= duty_count
        then cast(
            round((100.0 * published_count + 50.0 * partial_count) / nullif(judged_count, 0), 1) as decimal(18, 2)
        )
end
union all
select 'coverage_of_its_counts', 'coverage_pct' from {{ model }}
where coverage_pct is distinct from cast(round(100.0 * judged_count / duty_count, 1) as decimal(18, 2))
union all
{{ evidence_told_by(model, ['publication_duties']) }}
{% endtest %}

{# The state of a source told again from its nights, its counts from the rows that may be shown. #}
{% test state_of_its_nights(model) %}
with nights as (
    select
        source_id,
        max(run_at) as last_run_at,
        max(run_at) filter (where admission = 'admitted') as last_admitted_at,
        arg_max(admission, run_order) as state_code,
        arg_max(coalesce(cause, ''), run_order) as cause_code,
        max(run_order) filter (where admission = 'admitted') as admitted_order
    from {{ ref('int_nights__known') }}
    group by source_id
),

first_held as (
    select nights.source_id, strftime(min(later.run_at), '%Y-%m-%d') as stale_since_date
    from nights
    inner join {{ ref('int_nights__known') }} as later
        on nights.source_id = later.source_id and later.run_order > nights.admitted_order
    group by nights.source_id
),

documents as (
    select source_id, count(*) as document_count from {{ ref('int_documents__admitted') }} group by source_id
),

facts as (
    select source_id, sum(fact_count) as fact_count from {{ ref('int_facts__counted') }} group by source_id
),

captures as (
    select source_id, max(captured_at) as last_capture_at from {{ ref('int_captures__known') }} group by source_id
)

select 'state_of_its_nights' as rule_name, 'state_code' as column_name from {{ model }} as states
left join nights on states.source_id = nights.source_id
left join first_held on states.source_id = first_held.source_id
where states.state_code is distinct from coalesce(nights.state_code, 'never_run')
    or states.last_run_at is distinct from nights.last_run_at
    or states.last_admitted_at is distinct from nights.last_admitted_at
    or states.cause_code is distinct from case when nights.state_code = 'held' then nullif(nights.cause_code, '') end
    or states.stale_since_date is distinct from first_held.stale_since_date
union all
select 'counts_of_its_rows', 'fact_count' from {{ model }} as states
left join documents on states.source_id = documents.source_id
left join facts on states.source_id = facts.source_id
left join captures on states.source_id = captures.source_id
where states.document_count is distinct from coalesce(documents.document_count, 0)
    or states.fact_count is distinct from coalesce(facts.fact_count, 0)
    or states.last_capture_at is distinct from captures.last_capture_at
{% endtest %}

{# A source that had a night was crawled. #}
{% test crawled_by_its_nights(model) %}
select 'crawled_by_its_nights' as rule_name, 'is_crawled' as column_name from {{ model }} as sources
inner join {{ ref('_sources') }} as states on sources.source_id = states.source_id
where sources.is_crawled <> (states.state_code <> 'never_run')
{% endtest %}

{# Coverage agrees with the state of its source and with the rows that may be shown. #}
{% test covered_by_its_source(model) %}
with facts as (
    select source_id, topic_code, sum(fact_count) as fact_count from {{ ref('int_facts__counted') }} group by all
),

unread as (
    select source_id, count(*) filter (where status_code not in ('ok', 'gone')) as unread_document_count
    from {{ ref('int_documents__admitted') }}
    group by source_id
),

since as (
    select source_id, strftime(min(captured_at), '%Y-%m-%d') as since_date
    from {{ ref('int_captures__known') }}
    group by source_id
),

last_nights as (
    select * from {{ ref('int_nights__known') }}
    qualify row_number() over (partition by source_id order by run_order desc) = 1
)

select 'as_its_source' as rule_name, 'is_crawled' as column_name from {{ model }} as covered
inner join {{ ref('_sources') }} as states on covered.source_id = states.source_id
inner join {{ ref('sources') }} as sources on covered.source_id = sources.source_id
left join since on covered.source_id = since.source_id
left join last_nights on covered.source_id = last_nights.source_id
where covered.coverage_id <> 'cov-' || covered.source_id || '-' || covered.topic_code
    or covered.collectivity_id is distinct from sources.collectivity_id
    or covered.is_crawled <> (states.last_admitted_at is not null)
    or covered.last_checked_at is distinct from states.last_run_at
    or covered.since_date is distinct from since.since_date
    or covered.is_complete <> coalesce(
        states.state_code = 'admitted' and coalesce(last_nights.outcome_code, 'ok') = 'ok'
        and coalesce(last_nights.held_count >= last_nights.expected_count, true), false
    )
union all
select 'counts_of_its_rows', 'fact_count' from {{ model }} as covered
inner join {{ ref('_sources') }} as states on covered.source_id = states.source_id
left join facts on covered.source_id = facts.source_id and covered.topic_code = facts.topic_code
left join unread on covered.source_id = unread.source_id
where covered.is_crawled and (
    covered.document_count is distinct from states.document_count
    or covered.fact_count is distinct from coalesce(facts.fact_count, 0)
    or covered.unread_document_count is distinct from coalesce(unread.unread_document_count, 0)
)
{% endtest %}

{# An edge weighs as much as the facts that tell it, and dates from the first of them. #}
{% test weighs_as_its_facts(model) %}
with facts as (
    select 'membership' as layer_code, collectivity_id as source, network_id as target, start_date
    from {{ ref('memberships') }}
    union all
    select 'agreement', participant_id, activity_id, null
    from {{ ref('participations') }}
    where activity_kind_code = 'agreement'
    union all
    select 'participation', participant_id, activity_id, null
    from {{ ref('participations') }}
    where activity_kind_code = 'event'
    union all
    select 'plan_holding', collectivity_id, plan_id, null from {{ ref('plan_holders') }}
    union all
    select 'territory', collectivity_id, coalesce(province_id, region_id), null from {{ ref('collectivities') }}
),

counted as (
    select layer_code, source, target, count(*) as weight, min(start_date) as start_date from facts
    where source <> target
    group by layer_code, source, target
)

select 'weighs_as_its_facts' as rule_name, 'weight' as column_name from (
    select layer_code, source, target, weight, start_date from {{ model }}
    except
    select layer_code, source, target, weight, start_date from counted
)
union all
select 'no_edge_is_missing', 'id' from (
    select layer_code, source, target from counted
    except
    select layer_code, source, target from {{ model }}
)
union all
{{ evidence_told_by(model, ['memberships', 'participations', 'plan_holders', 'collectivities']) }}
{% endtest %}

{# A node is a row of the table that its kind names, under that row's name. #}
{% test stands_for_its_row(model) %}
with things as (
    select
        collectivity_id as id, 'collectivity' as kind_code, name_ar as label, name_fr as label_fr, collectivity_id,
        case when level_code = 'region' then collectivity_id else region_id end as region_id,
        population_2024_count as population_count
    from {{ ref('collectivities') }}
    union all by name
    select body_id as id, 'body' as kind_code, coalesce(name_ar, name_fr) as label, name_fr as label_fr, collectivity_id
    from {{ ref('bodies') }}
    union all by name
    select
        organization_id as id, 'organization' as kind_code, coalesce(name_ar, name_fr, name_en, acronym) as label,
        name_fr as label_fr
    from {{ ref('organizations') }}
    union all by name
    select event_id as id, 'event' as kind_code, title as label, place_collectivity_id as collectivity_id
    from {{ ref('events') }}
    union all by name
    select agreement_id as id, 'agreement' as kind_code, title as label from {{ ref('agreements') }}
    union all by name
    select plan_id as id, 'plan' as kind_code, coalesce(title, kind_code) as label, collectivity_id
    from {{ ref('plans') }}
)

select 'stands_for_its_row' as rule_name, 'label' as column_name from (
    select id, kind_code, label, label_fr, collectivity_id, region_id, population_count from {{ model }}
    except
    select id, kind_code, label, label_fr, collectivity_id, region_id, population_count from things
)
union all
{{ evidence_told_by(model, ['collectivities', 'bodies', 'organizations', 'events', 'agreements', 'plans']) }}
{% endtest %}
