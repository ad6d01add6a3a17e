-- The review queue: names of collectivities that sources write and that we could not resolve to one of ours. Private.
{{ config(schema='review') }}
with memberships as (
    select * from {{ ref('int_memberships__admitted') }}
),

participations as (
    select * from {{ ref('int_participations__admitted') }}
),

openness_projects as (
    select * from {{ ref('int_openness_projects__admitted') }}
),

findings as (
    select * from {{ ref('int_findings__admitted') }}
),

names as (
    select 'memberships' as table_name, member_name as name, source_id, source_url, captured_at
    from memberships
    where member_kind_code = 'collectivity' and collectivity_id is null
    union all
    select 'participations' as table_name, participant_name as name, source_id, source_url, captured_at
    from participations
    where participant_kind_code = 'collectivity' and participant_key is null
    union all
    select 'openness_projects' as table_name, collectivity_name as name, source_id, source_url, captured_at
    from openness_projects
    where collectivity_id is null
    union all
    select 'documents' as table_name, record_name as name, source_id, source_url, captured_at
    from findings
    where finding_code in ('ambiguous_name', 'unresolved_name') and field_name = 'collectivity_in_text'
)

select
    table_name,
    name,
    count(*) as occurrence_count,
    count(distinct source_id) as source_count,
    string_agg(distinct source_id, ' ' order by source_id) as source_ids,
    min(captured_at) as first_captured_at,
    arg_min(source_url, captured_at) as first_source_url
from names
where name is not null
group by table_name, name
