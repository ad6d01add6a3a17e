-- Duties of councils, one row per council, duty and year: what was found on a page of the council's own sites, and what
-- was not, which only a whole crawl can say. What belongs to no year counts for the year in which it was seen. A yearly
-- duty is missed for a year that is over: the current budget for this one, closed budgets for the year before last. A
-- whole crawl that leaves documents unread says `unreadable`, a site that never answered `site_down`; of a site that
-- was not seen whole, or never asked, nothing is said: there is no row.
with build as (
    select cast(strftime(as_of_at, '%Y') as bigint) as this_year from {{ ref('stg_ledger__build') }}
),

registry as (
    select * from {{ ref('stg_ledger__registry') }}
),

state as (
    select * from {{ ref('int_sources__state') }}
),

collectivities as (
    select * from {{ ref('int_collectivities__admitted') }}
),

duties as (
    select * from {{ ref('int_publication_duties__admitted') }}
),

documents as (
    select
        source_id,
        count(*) filter (where status_code not in ('ok', 'gone')) as unread_count,
        max(extractor_version) as extractor_version
    from {{ ref('int_documents__admitted') }}
    group by source_id
),

rules (duty_code, years_back, level_code, legal_parameter_id) as (
    values
    ('information_officers', null, null, 'lp-publication-information-officers'),
    ('council_composition', null, null, 'lp-publication-missions-and-contacts'),
    ('commissions', null, null, null),
    ('consultative_bodies', null, null, null),
    ('contacts', null, null, 'lp-publication-missions-and-contacts'),
    ('services_and_documents', null, null, 'lp-publication-services'),
    ('action_programme', null, null, null),
    ('openness_programme', null, null, null),
    ('agenda_and_decisions', 1, 'commune', 'lp-publication-agenda-and-decisions'),
    ('grants_to_associations', 1, null, null),
    ('public_contracts', 1, null, 'lp-publication-public-contracts'),
    ('recruitment', 1, null, 'lp-publication-recruitment'),
    ('current_budget', 0, 'commune', 'lp-publication-current-budget'),
    ('closed_budgets', 2, null, 'lp-publication-budgets')
),

sites as (
    select
        registry.source_id,
        registry.collectivity_id,
        registry.source_url,
        registry.captured_at,
        registry.capture_sha256,
        coalesce(state.state_code = 'admitted' and not state.is_partial, false) as is_complete,
        coalesce(
            state.admitted_order is null and state.cause_code in ('site_down', 'timeout', 'tls_error'), false
        ) as is_down,
        state.last_run_at,
        state.last_admitted_at,
        state.is_stale,
        case when state.is_stale then state.cause_code end as stale_cause_code,
        coalesce(documents.unread_count, 0) as unread_count,
        coalesce(documents.extractor_version, 'none') as extractor_version
    from registry
    left join state on registry.source_id = state.source_id
    left join documents on registry.source_id = documents.source_id
    where registry.kind_code = 'council_site' and registry.collectivity_id is not null
),

found as (
    select
        duties.duty_code,
        duties.collectivity_id,
        coalesce(duties.period_year, cast(strftime(duties.captured_at, '%Y') as bigint)) as period_year,
        duties.status_code,
        strftime(duties.captured_at, '%Y-%m-%d') as observed_date,
        coalesce(sites.is_complete, false) as is_crawl_complete,
        duties.found_url,
        {{ provenance_of('duties') }}
    from duties
    left join sites on duties.source_id = sites.source_id
),

-- A council may have several sites: nothing is missing from it while one of them was not seen whole, or never asked.
councils as (
    select
        collectivity_id,
        bool_and(is_complete) as is_complete,
        bool_and(is_down) as is_down,
        sum(unread_count) as unread_count,
        min(source_id) as source_id
    from sites
    group by collectivity_id
),

missing as (
    select
        rules.duty_code,
        councils.collectivity_id,
        build.this_year - coalesce(rules.years_back, 0) as period_year,
        case
            when councils.is_down then 'site_down'
            when councils.unread_count > 0 then 'unreadable'
            else 'not_found'
        end as status_code,
        strftime(
            case when councils.is_down then sites.last_run_at else sites.last_admitted_at end, '%Y-%m-%d'
        ) as observed_date,
        councils.is_complete as is_crawl_complete,
        cast(null as varchar) as found_url,
        sites.source_id,
        sites.source_url,
        sites.captured_at,
        sites.capture_sha256,
        sites.extractor_version,
        'document' as evidence_position,
        sites.capture_sha256 as evidence_sha256,
        cast(null as varchar) as evidence_text,
        'position_only' as evidence_basis_code,
        coalesce(sites.is_stale, false) as is_stale,
        sites.stale_cause_code
    from councils
    inner join sites on councils.source_id = sites.source_id
    cross join rules
    cross join build
    where (councils.is_complete or councils.is_down)
        and not exists (
            select 1 from found
            where found.duty_code = rules.duty_code and found.collectivity_id = councils.collectivity_id
                and found.period_year = build.this_year - coalesce(rules.years_back, 0)
        )
),

observed as (
    select * from found
    {{ pick_one(
        "duty_code || '|' || collectivity_id || '|' || period_year",
        better="case status_code when 'published' then 0 else 1 end",
    ) }}
    union all by name
    select * from missing
)

select
    {{ derived_id(
        'dut', "observed.collectivity_id || '|' || observed.duty_code || '|' || observed.period_year"
    ) }} as publication_duty_id,
    case
        when rules.level_code is null or rules.level_code = collectivities.level_code then rules.legal_parameter_id
    end as legal_parameter_id,
    observed.*
from observed
left join rules on observed.duty_code = rules.duty_code
left join collectivities on observed.collectivity_id = collectivities.collectivity_id
