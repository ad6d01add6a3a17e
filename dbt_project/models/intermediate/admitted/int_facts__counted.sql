-- Written by `make sheets` from dbt_project/sheets: change that.
select source_id, 'territory' as topic_code, count(*) as fact_count
from {{ ref('int_collectivities__admitted') }}
group by source_id
union all
select source_id, 'sessions' as topic_code, count(*) as fact_count
from {{ ref('int_sessions__admitted') }}
group by source_id
union all
select source_id, 'sessions' as topic_code, count(*) as fact_count
from {{ ref('int_sittings__admitted') }}
group by source_id
union all
select source_id, 'sessions' as topic_code, count(*) as fact_count
from {{ ref('int_agenda_items__admitted') }}
group by source_id
union all
select source_id, 'sessions' as topic_code, count(*) as fact_count
from {{ ref('int_decisions__admitted') }}
group by source_id
union all
select source_id, 'sessions' as topic_code, count(*) as fact_count
from {{ ref('int_votes__admitted') }}
group by source_id
union all
select source_id, 'memberships' as topic_code, count(*) as fact_count
from {{ ref('int_memberships__admitted') }}
group by source_id
union all
select source_id, 'figures' as topic_code, count(*) as fact_count
from {{ ref('int_statements__admitted') }}
group by source_id
union all
select source_id, 'plans' as topic_code, count(*) as fact_count
from {{ ref('int_plans__admitted') }}
group by source_id
union all
select source_id, 'plans' as topic_code, count(*) as fact_count
from {{ ref('int_plan_versions__admitted') }}
group by source_id
union all
select source_id, 'plans' as topic_code, count(*) as fact_count
from {{ ref('int_plan_holders__admitted') }}
group by source_id
union all
select source_id, 'plans' as topic_code, count(*) as fact_count
from {{ ref('int_plan_axes__admitted') }}
group by source_id
union all
select source_id, 'plans' as topic_code, count(*) as fact_count
from {{ ref('int_commitments__admitted') }}
group by source_id
union all
select source_id, 'plans' as topic_code, count(*) as fact_count
from {{ ref('int_milestones__admitted') }}
group by source_id
union all
select source_id, 'plans' as topic_code, count(*) as fact_count
from {{ ref('int_assessments__admitted') }}
group by source_id
union all
select source_id, 'plans' as topic_code, count(*) as fact_count
from {{ ref('int_openness_projects__admitted') }}
group by source_id
union all
select source_id, 'agreements' as topic_code, count(*) as fact_count
from {{ ref('int_agreements__admitted') }}
group by source_id
union all
select source_id, 'events' as topic_code, count(*) as fact_count
from {{ ref('int_events__admitted') }}
group by source_id
union all
select source_id, 'events' as topic_code, count(*) as fact_count
from {{ ref('int_participations__admitted') }}
group by source_id
union all
select source_id, 'tenders' as topic_code, count(*) as fact_count
from {{ ref('int_tenders__admitted') }}
group by source_id
union all
select source_id, 'sessions' as topic_code, count(*) as fact_count
from {{ ref('int_grants__admitted') }}
group by source_id
union all
select source_id, 'sessions' as topic_code, count(*) as fact_count
from {{ ref('int_stated_sums__admitted') }}
group by source_id
union all
select source_id, 'participation' as topic_code, count(*) as fact_count
from {{ ref('int_stated_deadlines__admitted') }}
group by source_id
union all
select source_id, 'participation' as topic_code, count(*) as fact_count
from {{ ref('int_petitions__admitted') }}
group by source_id
union all
select source_id, 'participation' as topic_code, count(*) as fact_count
from {{ ref('int_consultations__admitted') }}
group by source_id
union all
select source_id, 'information_access' as topic_code, count(*) as fact_count
from {{ ref('int_information_bodies__admitted') }}
group by source_id
union all
select source_id, 'information_access' as topic_code, count(*) as fact_count
from {{ ref('int_information_request_statistics__admitted') }}
group by source_id
union all
select source_id, 'information_access' as topic_code, count(*) as fact_count
from {{ ref('int_publication_duties__admitted') }}
group by source_id
