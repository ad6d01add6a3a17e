-- Findings: defects that were met while reading, and contradictions that only show once documents stand side by side
-- (the checks of the domain: sums, months of the legal calendar, days and weekdays, two figures for one thing, two
-- languages of one act). Nothing is corrected: both values stay where they are, and the finding names the row
-- (`record_name` is its id) and what disagrees.
with findings as (
    select * from {{ ref('int_findings__admitted') }}
),

statements as (
    select * from {{ ref('int_statements__summed') }}
),

agenda_items as (
    select * from {{ ref('int_agenda_items__counted') }}
),

placed_documents as (
    select * from {{ ref('int_documents__placed') }}
),

documents as (
    select * from {{ ref('documents') }}
),

sessions as (
    select * from {{ ref('sessions') }}
),

events as (
    select * from {{ ref('events') }}
),

compared as (
    select * from {{ ref('int_facts__compared') }}
),

acts as (
    select * from {{ ref('int_sessions__acted') }}
),

figures as (
    select *, source_id || '|' || source_url as place
    from statements
    where value_count is not null and relation_code = 'exactly' and measure_code <> 'member_joined_count'
),

parts as (
    select source_id, capture_key, subject_id, sum(value_count) as sum_of_parts
    from statements
    where measure_code in ('member_region_count', 'member_province_count', 'member_commune_count')
    group by source_id, capture_key, subject_id
),

dated_events as (
    select *, coalesce(place_collectivity_id, lower(place_name)) as place
    from events
    where start_date_precision_code = 'day' and start_date is not null
),

versions as (
    select
        act_id,
        session_id,
        status_code,
        string_agg(item_count, ' / ' order by is_arabic desc, source_url) as counts,
        first(source_url order by is_arabic desc, source_url) as source_url
    from agenda_items
    group by act_id, session_id, status_code
    having count(distinct is_arabic) = 2 and min(item_count) <> max(item_count)
),

told as (
    -- Parts of a network do not make its total.
    select
        'sum_mismatch' as finding_code, statements.statement_id as record_name, statements.measure_code as field_name,
        statements.value_count || ' / ' || parts.sum_of_parts as value_raw, {{ provenance_of('statements') }}
    from statements
    inner join parts using (source_id, capture_key, subject_id)
    where statements.arithmetic_flag_code = 'sum_mismatch'

    union all by name
    -- Nor do those who joined phase by phase.
    select
        'sum_mismatch' as finding_code, statements.statement_id as record_name, 'member_joined_count' as field_name,
        statements.value_count || ' / ' || phases.sum_of_phases as value_raw, {{ provenance_of('statements') }}
    from statements
    inner join (
        select source_id, capture_key, subject_id, sum(value_count) as sum_of_phases
        from statements where measure_code = 'member_joined_count'
        group by source_id, capture_key, subject_id having count(*) > 1
    ) as phases using (source_id, capture_key, subject_id)
    where statements.measure_code = 'member_total_count' and statements.value_count <> phases.sum_of_phases

    union all by name
    -- One document gives two figures for one thing.
    select
        'values_differ' as finding_code, figures.statement_id as record_name, figures.measure_code as field_name,
        first_one.value_count || ' / ' || figures.value_count as value_raw, {{ provenance_of('figures') }}
    from figures
    inner join (
        select
            place,
            subject_id,
            measure_code,
            first(value_count order by cast(regexp_extract(evidence_position, '\d+') as int)) as value_count
        from figures
        group by place, subject_id, measure_code
        having count(distinct value_count) > 1
    ) as first_one
        on figures.place = first_one.place
        and figures.subject_id = first_one.subject_id
        and figures.measure_code = first_one.measure_code
        and figures.value_count <> first_one.value_count

    union all by name
    -- Two sources give two figures for one thing in one month.
    select
        'values_differ_between_sources' as finding_code,
        figures.statement_id as record_name,
        figures.measure_code as field_name,
        others.values_told as value_raw, {{ provenance_of('figures') }}
    from figures
    inner join (
        select
            subject_id, measure_code, left(as_of_date, 7) as as_of_month,
            string_agg(distinct value_count, ' / ' order by value_count) as values_told
        from figures
        where as_of_date is not null
        group by subject_id, measure_code, left(as_of_date, 7)
        having count(distinct value_count) > 1 and count(distinct place) > 1
    ) as others
        on figures.subject_id = others.subject_id and figures.measure_code = others.measure_code
        and left(figures.as_of_date, 7) = others.as_of_month

    union all by name
    -- Two documents date what seems one event (its kind, its place) a few days apart.
    select
        'dates_differ_between_sources' as finding_code,
        dated_events.event_id as record_name,
        'start_date' as field_name,
        dated_events.start_date || ' / ' || others.start_date as value_raw, {{ provenance_of('dated_events') }}
    from dated_events
    inner join dated_events as others
        on dated_events.kind_code = others.kind_code
        and dated_events.place = others.place
        and dated_events.source_url <> others.source_url
        and abs(cast(dated_events.start_date as date) - cast(others.start_date as date)) between 1 and 3
    where dated_events.kind_code in ('forum', 'regional_meeting', 'study_meeting', 'seminar')
    qualify row_number() over (partition by dated_events.event_id order by others.start_date, others.event_id) = 1

    union all by name
    -- Two documents tell of one row, and differ in a date, a number or a state.
    select 'documents_disagree' as finding_code, compared.* from compared

    union all by name
    -- What was done in a session that no document says was held, and one says was called off or put off.
    select
        'acts_of_session_not_held' as finding_code, sessions.session_id as record_name, 'status_code' as field_name,
        acts.act_name || ' / ' || sessions.status_code as value_raw, sessions.source_url as other_source_url,
        {{ provenance_of('acts') }}
    from sessions
    inner join acts on sessions.session_id = acts.session_id
    where sessions.status_code in ('cancelled', 'postponed')

    union all by name
    -- An ordinary session outside the months that the law names for councils of its level.
    select
        'unexpected_session_month' as finding_code, sessions.session_id as record_name, 'month' as field_name,
        cast(sessions.month as varchar) as value_raw, {{ provenance_of('sessions') }}
    from sessions
    where sessions.legal_month_code = 'unexpected'

    union all by name
    -- A day that its weekday, its title or the calendar contradicts.
    select
        'date_contradiction' as finding_code, sessions.session_id as record_name, 'start_date' as field_name,
        sessions.start_date_flag_code || ': ' || sessions.start_date_raw as value_raw, {{ provenance_of('sessions') }}
    from sessions
    where sessions.start_date_flag_code is not null

    union all by name
    select
        'date_contradiction' as finding_code, events.event_id as record_name, 'start_date' as field_name,
        events.start_date_flag_code || ': ' || events.start_date_raw as value_raw, {{ provenance_of('events') }}
    from events
    where events.start_date_flag_code is not null

    union all by name
    select
        'date_contradiction' as finding_code, documents.document_id as record_name, 'published_date' as field_name,
        documents.published_date_flag_code || ': ' || documents.published_date_raw as value_raw,
        {{ provenance_of('documents') }}
    from documents
    where documents.published_date_flag_code is not null

    union all by name
    -- The Arabic and the French version of one act give different numbers of points.
    select
        'item_count_differs_between_languages' as finding_code,
        versions.session_id as record_name,
        'item_count' as field_name,
        versions.counts as value_raw,
        {{ provenance_of('placed_documents') }}
    from versions
    inner join placed_documents on versions.source_url = placed_documents.source_url
    qualify row_number() over (
        partition by versions.act_id, versions.session_id, versions.status_code
        order by placed_documents.captured_at desc, placed_documents.document_id
    ) = 1
)

select
    {{ derived_id(
        'fnd',
        "finding_code || '|' || record_name || '|' || field_name || '|' || coalesce(value_raw, '')"
            ~ " || coalesce('|' || source_url || '|' || other_source_url, '')"
    ) }} as finding_id,
    told.*
from told
union all by name
select
    finding_id, finding_code, record_name, field_name, value_raw, null as other_source_url,
    {{ provenance_of('findings') }}
from findings
