-- Written by `make sheets` from dbt_project/sheets: change that.
select *
from {{ ref('int_sessions__compared') }}
union all by name
select *
from {{ ref('int_sittings__compared') }}
union all by name
select *
from {{ ref('int_agenda_items__compared') }}
union all by name
select *
from {{ ref('int_decisions__compared') }}
union all by name
select *
from {{ ref('int_votes__compared') }}
union all by name
select *
from {{ ref('int_memberships__compared') }}
union all by name
select *
from {{ ref('int_statements__compared') }}
union all by name
select *
from {{ ref('int_plans__compared') }}
union all by name
select *
from {{ ref('int_plan_versions__compared') }}
union all by name
select *
from {{ ref('int_plan_axes__compared') }}
union all by name
select *
from {{ ref('int_commitments__compared') }}
union all by name
select *
from {{ ref('int_milestones__compared') }}
union all by name
select *
from {{ ref('int_assessments__compared') }}
union all by name
select *
from {{ ref('int_openness_projects__compared') }}
union all by name
select *
from {{ ref('int_agreements__compared') }}
union all by name
select *
from {{ ref('int_events__compared') }}
union all by name
select *
from {{ ref('int_tenders__compared') }}
union all by name
select *
from {{ ref('int_grants__compared') }}
union all by name
select *
from {{ ref('int_stated_sums__compared') }}
union all by name
select *
from {{ ref('int_stated_deadlines__compared') }}
union all by name
select *
from {{ ref('int_petitions__compared') }}
union all by name
select *
from {{ ref('int_consultations__compared') }}
