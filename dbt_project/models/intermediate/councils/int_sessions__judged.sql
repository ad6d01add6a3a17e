-- Sessions with their council and the check of the legal month. The months stand in `legal_parameters` (organic laws
-- 111-14, 112-14, 113-14, and the sessions that replaced ordinary ones after the elections of September 2021); a rule
-- that nobody has verified judges nothing.
with sessions as (
    select * from {{ ref('int_sessions__admitted') }}
),

places as (
    select collectivity_id, level_code from {{ ref('int_collectivities__admitted') }}
),

months as (
    select
        parameter_code,
        level_code,
        value_count as month,
        cast(left(valid_from_date, 4) as int) * 12 + cast(substr(valid_from_date, 6, 2) as int) as from_month,
        cast(left(valid_to_date, 4) as int) * 12 + cast(substr(valid_to_date, 6, 2) as int) as to_month
    from {{ ref('int_legal_parameters__admitted') }}
    where parameter_code in ('ordinary_session_month', 'exceptional_session_month')
        and verification_code <> 'unverified'
),

placed as (
    select sessions.*, places.level_code, sessions.year * 12 + sessions.month as session_month
    from sessions
    inner join places on sessions.collectivity_id = places.collectivity_id
),

judged as (
    select
        placed.session_id,
        placed.source_id,
        placed.source_url,
        placed.evidence_position,
        coalesce(bool_or(
            months.parameter_code = 'ordinary_session_month' and months.month = placed.month
        ), false) as is_legal,
        coalesce(bool_or(
            months.parameter_code = 'exceptional_session_month'
            and months.month = placed.month
            and placed.year is not null
        ), false) as is_exception,
        count(months.month) filter (where months.parameter_code = 'ordinary_session_month') > 0 as is_judged
    from placed
    left join months
        on (months.level_code = placed.level_code or months.level_code is null)
        and (placed.session_month is null or placed.session_month >= months.from_month)
        and (placed.session_month is null or months.to_month is null or placed.session_month <= months.to_month)
    group by all
)

select
    placed.* exclude (level_code, session_month),
    'cou-' || placed.collectivity_id as body_id,
    case
        when placed.kind_code <> 'ordinary' or placed.month is null or not judged.is_judged then 'not_applicable'
        when judged.is_legal then 'legal'
        when judged.is_exception then 'exception_2021'
        else 'unexpected'
    end as legal_month_code
from placed
inner join judged using (session_id, source_id, source_url, evidence_position)
