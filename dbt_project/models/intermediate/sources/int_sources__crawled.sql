select
    registry.*,
    coalesce(state.state_code is not null, false) as is_crawled
from {{ ref('stg_ledger__registry') }} as registry
left join {{ ref('int_sources__state') }} as state on registry.source_id = state.source_id
