-- Each different capture of an admitted night, whatever the page says now: for figures that are a series in time.
-- `last_captured_at` is when the same bytes were last seen.
with {{ shown_captures() }},

seen as (
    select source_id, url, address, capture_key, min(captured_at) as captured_at, max(captured_at) as last_captured_at
    from shown
    where not is_gone
    group by source_id, url, address, capture_key
)

select
    seen.source_id,
    seen.url,
    seen.address,
    seen.capture_key,
    seen.captured_at,
    seen.last_captured_at,
    cast(null as varchar) as gone_date,
    state.is_stale,
    state.cause_code as stale_cause_code,
    true as is_canonical
from seen
inner join state on seen.source_id = state.source_id
