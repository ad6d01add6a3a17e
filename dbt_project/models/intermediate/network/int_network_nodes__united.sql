-- What edges join: every collectivity, and the bodies, organizations, events, agreements and plans that an edge names.
with edges as (
    select * from {{ ref('int_network_edges__counted') }}
),

collectivities as (
    select * from {{ ref('collectivities') }}
),

bodies as (
    select * from {{ ref('bodies') }}
),

organizations as (
    select * from {{ ref('organizations') }}
),

events as (
    select * from {{ ref('events') }}
),

agreements as (
    select * from {{ ref('agreements') }}
),

plans as (
    select * from {{ ref('plans') }}
),

ends as (
    select source as id from edges
    union
    select target as id from edges
),

things as (
    select
        collectivity_id as id,
        'collectivity' as kind_code,
        name_ar as label,
        name_fr as label_fr,
        collectivity_id,
        case level_code when 'region' then collectivity_id else region_id end as region_id,
        population_2024_count as population_count,
        {{ provenance() }}
    from collectivities
    union all by name
    select
        body_id as id,
        'body' as kind_code,
        coalesce(name_ar, name_fr) as label,
        name_fr as label_fr,
        collectivity_id,
        {{ provenance() }}
    from bodies
    union all by name
    select
        organization_id as id,
        'organization' as kind_code,
        coalesce(name_ar, name_fr, name_en, acronym) as label,
        name_fr as label_fr,
        {{ provenance() }}
    from organizations
    union all by name
    select
        event_id as id,
        'event' as kind_code,
        title as label,
        place_collectivity_id as collectivity_id,
        {{ provenance() }}
    from events
    union all by name
    select agreement_id as id, 'agreement' as kind_code, title as label, {{ provenance() }}
    from agreements
    union all by name
    select
        plan_id as id,
        'plan' as kind_code,
        coalesce(title, kind_code) as label,
        collectivity_id,
        {{ provenance() }}
    from plans
)

select things.*
from things
where things.kind_code = 'collectivity' or things.id in (select ends.id from ends)
