-- Sessions with their council and the check of the legal month (organic laws 111-14, 112-14, 113-14; the councils elected in
-- September 2021 met in October 2021 instead).
select
    sessions.* exclude (collectivity_id),
    sessions.collectivity_id,
    'cou-' || sessions.collectivity_id as body_id,
    case
        when sessions.kind_code <> 'ordinary' or sessions.month is null then 'not_applicable'
        when places.level_code = 'region' and sessions.month in (3, 7, 10) then 'legal'
        when places.level_code in ('province', 'prefecture') and sessions.month in (1, 6, 9) then 'legal'
        when places.level_code = 'commune' and sessions.month in (2, 5, 10) then 'legal'
        when sessions.year = 2021 and sessions.month in (9, 10, 11) then 'exception_2021'
        else 'unexpected'
    end as legal_month_code
from {{ ref('stg_bronze__sessions') }} as sessions
inner join {{ ref('int_collectivities__observed') }} as places on sessions.collectivity_id = places.collectivity_id
