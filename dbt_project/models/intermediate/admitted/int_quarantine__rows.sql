-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(schema='review') }}
select
    'documents' as table_name,
    document_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_documents__identified') }}
where rejection_code is not null
union all
select
    'sessions' as table_name,
    session_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_sessions__identified') }}
where rejection_code is not null
union all
select
    'sittings' as table_name,
    sitting_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_sittings__identified') }}
where rejection_code is not null
union all
select
    'agenda_items' as table_name,
    agenda_item_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_agenda_items__identified') }}
where rejection_code is not null
union all
select
    'decisions' as table_name,
    decision_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_decisions__identified') }}
where rejection_code is not null
union all
select
    'votes' as table_name,
    vote_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_votes__identified') }}
where rejection_code is not null
union all
select
    'memberships' as table_name,
    membership_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_memberships__identified') }}
where rejection_code is not null
union all
select
    'statements' as table_name,
    statement_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_statements__identified') }}
where rejection_code is not null
union all
select
    'plans' as table_name,
    plan_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_plans__identified') }}
where rejection_code is not null
union all
select
    'plan_versions' as table_name,
    plan_version_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_plan_versions__identified') }}
where rejection_code is not null
union all
select
    'plan_holders' as table_name,
    plan_holder_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_plan_holders__identified') }}
where rejection_code is not null
union all
select
    'plan_axes' as table_name,
    plan_axis_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_plan_axes__identified') }}
where rejection_code is not null
union all
select
    'commitments' as table_name,
    commitment_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_commitments__identified') }}
where rejection_code is not null
union all
select
    'milestones' as table_name,
    milestone_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_milestones__identified') }}
where rejection_code is not null
union all
select
    'assessments' as table_name,
    assessment_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_assessments__identified') }}
where rejection_code is not null
union all
select
    'openness_projects' as table_name,
    openness_project_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_openness_projects__identified') }}
where rejection_code is not null
union all
select
    'findings' as table_name,
    finding_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_findings__identified') }}
where rejection_code is not null
union all
select
    'agreements' as table_name,
    agreement_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_agreements__identified') }}
where rejection_code is not null
union all
select
    'events' as table_name,
    event_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_events__identified') }}
where rejection_code is not null
union all
select
    'participations' as table_name,
    participation_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_participations__identified') }}
where rejection_code is not null
union all
select
    'tenders' as table_name,
    tender_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_tenders__identified') }}
where rejection_code is not null
union all
select
    'grants' as table_name,
    grant_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_grants__identified') }}
where rejection_code is not null
union all
select
    'stated_sums' as table_name,
    sum_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_stated_sums__identified') }}
where rejection_code is not null
union all
select
    'stated_deadlines' as table_name,
    deadline_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_stated_deadlines__identified') }}
where rejection_code is not null
union all
select
    'petitions' as table_name,
    petition_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_petitions__identified') }}
where rejection_code is not null
union all
select
    'consultations' as table_name,
    consultation_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_consultations__identified') }}
where rejection_code is not null
union all
select
    'information_bodies' as table_name,
    information_body_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_information_bodies__identified') }}
where rejection_code is not null
union all
select
    'information_request_statistics' as table_name,
    information_request_statistic_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_information_request_statistics__identified') }}
where rejection_code is not null
union all
select
    'publication_duties' as table_name,
    publication_duty_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_publication_duties__identified') }}
where rejection_code is not null
union all
select
    'mentions' as table_name,
    entity_id as row_id,
    natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256, evidence_position
from {{ ref('int_mentions__identified') }}
where rejection_code is not null
