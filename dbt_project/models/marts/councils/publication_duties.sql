select
    publication_duty_id,
    duty_code,
    collectivity_id,
    period_year,
    status_code,
    observed_date,
    is_crawl_complete,
    legal_parameter_id,
    found_url,
    {{ provenance() }}
from {{ ref('int_publication_duties__judged') }}
order by publication_duty_id
