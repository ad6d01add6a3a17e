{# What a row says of two other rows must be what these say of each other. A sheet names the tests of its table. #}

{# A point stands on the agenda of one session: whoever names the point names that session. #}
{% test session_of_its_point(model) %}
select 'session_of_its_point' as rule_name, 'session_id' as column_name from {{ model }} as facts
inner join {{ ref('agenda_items') }} as items on facts.agenda_item_id = items.agenda_item_id
where facts.session_id is distinct from items.session_id
{% endtest %}

{# An axis is part of one plan: a commitment under it is that plan's. #}
{% test plan_of_its_axis(model) %}
select 'plan_of_its_axis' as rule_name, 'plan_id' as column_name from {{ model }} as commitments
inner join {{ ref('plan_axes') }} as axes on commitments.plan_axis_id = axes.plan_axis_id
where commitments.plan_id is distinct from axes.plan_id
{% endtest %}

{# Communes lie in the province, provinces in the region whose code theirs begins with, and their people make its
   population (census of 2024; made-up ones aside). #}
{% test within_its_parents(model) %}
select 'code_of_its_parent' as rule_name, 'hcp_2024_code' as column_name from {{ model }} as places
inner join {{ model }} as parents on coalesce(places.province_id, places.region_id) = parents.collectivity_id
where not starts_with(places.hcp_2024_code, parents.hcp_2024_code || '.')
    or (places.province_id is not null and (
        parents.level_code not in ('prefecture', 'province') or parents.region_id is distinct from places.region_id
    ))
    or (places.province_id is null and parents.level_code <> 'region')
union all
select 'people_of_its_communes', 'population_2024_count' from (
    select parents.collectivity_id
    from {{ model }} as parents
    inner join {{ model }} as communes
        on communes.level_code = 'commune' and parents.collectivity_id in (communes.province_id, communes.region_id)
    where not parents.is_fictitious
    group by parents.collectivity_id, parents.population_2024_count
    having parents.population_2024_count is distinct from sum(communes.population_2024_count)
)
{% endtest %}

{# A holiday has its names every year, and one of the civil calendar its day. #}
{% test comes_back_each_year(model) %}
select 'comes_back_each_year' as rule_name, 'holiday_date' as column_name from {{ model }}
group by substr(holiday_id, 10)
having count(distinct (name_ar, name_fr, is_moving)) > 1
    or (bool_or(not is_moving) and count(distinct right(holiday_date, 5)) > 1)
{% endtest %}

{# A milestone is overdue when its term has passed at the build's moment and the source does not say that it is done. #}
{% test overdue_by_its_term(model) %}
select 'overdue_by_its_term' as rule_name, 'is_overdue' as column_name from {{ model }} as milestones
cross join {{ ref('_build') }} as build
where milestones.is_overdue is distinct from coalesce(
    milestones.status_code not in ('completed', 'withdrawn')
    and milestones.due_date < left(strftime(build.as_of_at, '%Y-%m-%d'), length(milestones.due_date)),
    false
)
{% endtest %}
