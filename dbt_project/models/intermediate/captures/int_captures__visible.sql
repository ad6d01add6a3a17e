-- Captures that the release shows: of each address, the latest readable one of an admitted night. A held night shows
-- nothing, so what the last admitted night showed stays, marked stale. A page that is not found any more keeps its last
-- readable capture, marked with the date on which it was not found. A page whose bytes changed but not its words (a
-- counter, a menu) keeps the capture in which it first said them: that is no change. Of captures with one text, the one
-- of the first night is canonical (within a night the order of capture says nothing): facts are read from it alone, and
-- every address keeps its document.
with {{ shown_captures() }},

latest as (
    select * from shown
    qualify row_number() over (partition by source_id, address order by run_order desc, captured_at desc) = 1
),

latest_readable as (
    select * from shown
    qualify row_number() over (partition by source_id, address order by is_gone, run_order desc, captured_at desc) = 1
),

kept as (
    -- Since the page last said something else: the first capture that says what the latest one says.
    select shown.*
    from shown
    inner join latest_readable
        on shown.source_id = latest_readable.source_id and shown.address = latest_readable.address
        and shown.words_key = latest_readable.words_key and shown.is_gone = latest_readable.is_gone
    where not exists (
        select 1 from shown as other
        where other.source_id = shown.source_id and other.address = shown.address and not other.is_gone
            and other.words_key <> shown.words_key
            and (
                other.run_order > shown.run_order
                or (other.run_order = shown.run_order and other.captured_at > shown.captured_at)
            )
    )
    qualify row_number() over (
        partition by shown.source_id, shown.address order by shown.run_order, shown.captured_at
    ) = 1
),

not_found as (
    -- The first of the captures since the last readable one that did not find the page.
    select shown.source_id, shown.address, strftime(min(shown.captured_at), '%Y-%m-%d') as gone_date
    from shown
    inner join latest on shown.source_id = latest.source_id and shown.address = latest.address and latest.is_gone
    inner join latest_readable
        on shown.source_id = latest_readable.source_id and shown.address = latest_readable.address
    where shown.is_gone and (latest_readable.is_gone or shown.captured_at > latest_readable.captured_at)
    group by shown.source_id, shown.address
),

first_seen as (
    -- The same bytes captured again are the same observation: its capture time is that of the first.
    select source_id, url, capture_key, min(captured_at) as captured_at, min(run_order) as first_order
    from shown group by source_id, url, capture_key
),

joined as (
    select
        kept.source_id,
        kept.url,
        kept.address,
        kept.capture_key,
        first_seen.captured_at,
        first_seen.first_order,
        not_found.gone_date,
        state.is_stale or not_found.gone_date is not null as is_stale,
        case
            when state.is_stale then state.cause_code
            when not_found.gone_date is not null then 'gone'
        end as stale_cause_code,
        kept.text_sha256
    from kept
    inner join first_seen
        on kept.source_id = first_seen.source_id and kept.url = first_seen.url
        and kept.capture_key = first_seen.capture_key
    inner join state on kept.source_id = state.source_id
    left join not_found
        on kept.source_id = not_found.source_id and kept.address = not_found.address
)

select
    *,
    text_sha256 is null or row_number() over (
        partition by text_sha256 order by gone_date is not null, first_order, source_id, url
    ) = 1 as is_canonical
from joined
