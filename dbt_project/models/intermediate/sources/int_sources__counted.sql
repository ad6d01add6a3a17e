-- The state of every source, travelling with the data.
with registry as (
    select * from {{ ref('stg_ledger__registry') }}
),

state as (
    select * from {{ ref('int_sources__state') }}
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

select
    registry.source_id,
    coalesce(state.state_code, 'never_run') as state_code,
    case when state.state_code = 'held' then state.cause_code end as cause_code,
    state.last_run_at,
    state.last_admitted_at,
    captures.last_capture_at,
    coalesce(documents.document_count, 0) as document_count,
    cast(coalesce(facts.fact_count, 0) as bigint) as fact_count,
    coalesce(state.is_stale, false) as is_stale,
    state.stale_since_date,
    registry.source_url,
    registry.captured_at,
    registry.capture_sha256
from registry
left join state on registry.source_id = state.source_id
left join documents on registry.source_id = documents.source_id
left join facts on registry.source_id = facts.source_id
left join captures on registry.source_id = captures.source_id
