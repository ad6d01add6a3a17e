-- One row per source and topic it is expected to cover.
with topics as (
    select * from {{ ref('stg_ledger__topics') }}
),

state as (
    select * from {{ ref('int_sources__state') }}
),

documents as (
    select
        source_id,
        count(*) as document_count,
        count(*) filter (where status_code not in ('ok', 'gone')) as unread_document_count
    from {{ ref('int_documents__admitted') }}
    group by source_id
),

facts as (
    select source_id, topic_code, sum(fact_count) as fact_count from {{ ref('int_facts__counted') }} group by all
),

since as (
    select source_id, strftime(min(captured_at), '%Y-%m-%d') as since_date
    from {{ ref('int_captures__known') }}
    group by source_id
)

select
    'cov-' || topics.source_id || '-' || topics.topic_code as coverage_id,
    topics.collectivity_id,
    topics.source_id,
    topics.topic_code,
    state.admitted_order is not null as is_crawled,
    coalesce(state.state_code = 'admitted' and not state.is_partial, false) as is_complete,
    since.since_date,
    state.last_run_at as last_checked_at,
    -- Nothing seen is no zero: neither a source that was never asked nor one that never answered has counts.
    case when state.admitted_order is not null then coalesce(documents.document_count, 0) end as document_count,
    case
        when state.admitted_order is not null then coalesce(documents.unread_document_count, 0)
    end as unread_document_count,
    case when state.admitted_order is not null then cast(coalesce(facts.fact_count, 0) as bigint) end as fact_count,
    topics.source_url,
    topics.captured_at,
    topics.capture_sha256
from topics
left join state on topics.source_id = state.source_id
left join documents on topics.source_id = documents.source_id
left join facts on topics.source_id = facts.source_id and topics.topic_code = facts.topic_code
left join since on topics.source_id = since.source_id
