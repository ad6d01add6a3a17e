-- Score of a collectivity and year: what is published, and half of what is published in part, of the duties that could
-- be judged. A duty is judged when the crawl was complete or something was found, and when its rule is verified; no
-- score where fewer than half are judged.
with duties as (
    select * from {{ ref('publication_duties') }}
),

rules as (
    select legal_parameter_id, verification_code from {{ ref('int_legal_parameters__admitted') }}
),

verified as (
    select duties.*, coalesce(rules.verification_code, 'unverified') <> 'unverified' as is_verified
    from duties
    left join rules on duties.legal_parameter_id = rules.legal_parameter_id
),

latest as (
    select * from verified
    qualify row_number() over (
        partition by duty_code, collectivity_id, period_year
        order by observed_date desc, captured_at desc, publication_duty_id
    ) = 1
),

judged as (
    select *, is_verified and status_code in ('published', 'partial', 'not_found') as is_judged from latest
),

counted as (
    select
        collectivity_id,
        period_year,
        count(*) as duty_count,
        count(*) filter (where is_judged) as judged_count,
        count(*) filter (where is_judged and status_code = 'published') as published_count,
        count(*) filter (where is_judged and status_code = 'partial') as partial_count,
        count(*) filter (where is_judged and status_code = 'not_found') as not_found_count
    from judged
    group by collectivity_id, period_year
),

homes as (
    select * from judged
    qualify row_number() over (
        partition by collectivity_id, period_year order by captured_at desc, publication_duty_id
    ) = 1
)

select
    {{ derived_id('osc', "counted.collectivity_id || '|' || counted.period_year") }} as openness_score_id,
    counted.*,
    cast(case
        when counted.judged_count * 2 >= counted.duty_count
            then round(100.0 * (counted.published_count + 0.5 * counted.partial_count) / counted.judged_count, 1)
    end as decimal(18, 2)) as score_pct,
    cast(round(100.0 * counted.judged_count / counted.duty_count, 1) as decimal(18, 2)) as coverage_pct,
    homes.* exclude (
        publication_duty_id, duty_code, collectivity_id, period_year, status_code, observed_date, is_crawl_complete,
        legal_parameter_id, found_url, is_verified, is_judged
    )
from counted
inner join homes using (collectivity_id, period_year)
