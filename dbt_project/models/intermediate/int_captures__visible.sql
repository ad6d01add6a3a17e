-- Captures that the release shows: of each address, the latest one of an admitted night. A held night shows nothing, so
-- what the last admitted night showed stays, marked stale. Of captures with one text, the first is canonical: facts are
-- read from it alone, and every address keeps its document.
with captures as (
    select * from {{ source('ledger', 'captures') }}
),

admitted_nights as (
    select source_id, run_order from {{ source('ledger', 'source_nights') }} where admission = 'admitted'
),

state as (
    select * from {{ ref('int_sources__state') }}
),

texts as (
    select source_id, capture_key, text_sha256, char_count from {{ source('bronze', 'documents') }}
),

shown as (
    select captures.*
    from captures
    inner join state on captures.source_id = state.source_id
    where (
        captures.is_standing and captures.run_order <= state.admitted_order
    ) or exists (
        select 1 from admitted_nights
        where admitted_nights.source_id = captures.source_id and admitted_nights.run_order = captures.run_order
    )
),

latest as (
    select * from shown
    qualify row_number() over (partition by source_id, url order by run_order desc, captured_at desc) = 1
),

first_seen as (
    -- The same bytes captured again are the same observation: its capture time is that of the first.
    select source_id, url, capture_key, min(captured_at) as captured_at from shown group by source_id, url, capture_key
),

joined as (
    select
        latest.source_id,
        latest.url,
        latest.capture_key,
        first_seen.captured_at,
        state.is_stale,
        case when state.is_stale then state.cause_code end as stale_cause_code,
        case when texts.char_count > 0 then texts.text_sha256 end as text_sha256
    from latest
    inner join first_seen
        on latest.source_id = first_seen.source_id and latest.url = first_seen.url
        and latest.capture_key = first_seen.capture_key
    inner join state on latest.source_id = state.source_id
    left join texts on latest.source_id = texts.source_id and latest.capture_key = texts.capture_key
)

select
    *,
    text_sha256 is null or row_number() over (
        partition by text_sha256 order by captured_at, source_id, url
    ) = 1 as is_canonical
from joined
