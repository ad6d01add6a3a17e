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
from {{ ref('stg_bronze__publication_duties') }}
{{ pick_one('publication_duty_id') }}
order by publication_duty_id
