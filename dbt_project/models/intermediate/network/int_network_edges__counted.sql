-- Who is tied to whom, a layer a kind of fact. An edge rests on one or more facts: their number is its weight, and the
-- first one its provenance.
with memberships as (
    select * from {{ ref('memberships') }}
),

participations as (
    select * from {{ ref('participations') }}
),

plan_holders as (
    select * from {{ ref('plan_holders') }}
),

collectivities as (
    select * from {{ ref('collectivities') }}
),

facts as (
    select
        'membership' as layer_code,
        'directed' as type,
        collectivity_id as source,
        network_id as target,
        start_date,
        cast(null as varchar) as end_date,
        {{ provenance() }}
    from memberships
    union all
    select
        case activity_kind_code when 'agreement' then 'agreement' else 'participation' end as layer_code,
        'directed' as type,
        participant_id as source,
        activity_id as target,
        null as start_date,
        null as end_date,
        {{ provenance() }}
    from participations
    where activity_kind_code in ('event', 'agreement')
    union all
    select
        'plan_holding' as layer_code,
        'directed' as type,
        collectivity_id as source,
        plan_id as target,
        null as start_date,
        null as end_date,
        {{ provenance() }}
    from plan_holders
    union all
    select
        'territory' as layer_code,
        'directed' as type,
        collectivity_id as source,
        coalesce(province_id, region_id) as target,
        null as start_date,
        null as end_date,
        {{ provenance() }}
    from collectivities
),

complete as (
    select * from facts where source is not null and target is not null and source <> target
),

counted as (
    select
        *,
        count(*) over edge as weight,
        min(start_date) over edge as first_date,
        max(end_date) over edge as last_date
    from complete
    window edge as (partition by layer_code, source, target)
    qualify row_number() over (
        partition by layer_code, source, target order by captured_at, source_id, source_url, evidence_position
    ) = 1
)

select
    {{ derived_id('edg', "layer_code || '|' || source || '|' || target") }} as id,
    * exclude (start_date, end_date, first_date, last_date),
    first_date as start_date,
    last_date as end_date
from counted
