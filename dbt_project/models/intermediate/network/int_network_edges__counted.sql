-- Who is tied to whom, a layer a kind of fact. An edge rests on one or more facts: their number is its weight, and the first one its provenance.
with facts as (
    select
        'membership' as layer_code, 'directed' as type, collectivity_id as source, network_id as target, start_date, cast(null as varchar) as end_date,
        {{ provenance() }}
    from {{ ref('memberships') }}
    union all
    select
        case activity_kind_code when 'agreement' then 'agreement' else 'participation' end, 'directed', participant_id, activity_id, null, null,
        {{ provenance() }}
    from {{ ref('participations') }}
    where activity_kind_code in ('event', 'agreement')
    union all
    select 'plan_holding', 'directed', collectivity_id, plan_id, null, null, {{ provenance() }} from {{ ref('plan_holders') }}
    union all
    select 'territory', 'directed', collectivity_id, coalesce(province_id, region_id), null, null, {{ provenance() }} from {{ ref('collectivities') }}
),

complete as (
    select * from facts where source is not null and target is not null and source <> target
),

counted as (
    select *, count(*) over edge as weight, min(start_date) over edge as first_date, max(end_date) over edge as last_date
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
