-- Assessments of things that are shown tonight.
with subjects as (
    select 'plan' as kind_code, natural_key, plan_id as subject_id from {{ ref('int_plans__admitted') }}
    union
    select 'commitment', natural_key, commitment_id from {{ ref('int_commitments__admitted') }}
    union
    select 'milestone', natural_key, milestone_id from {{ ref('int_milestones__admitted') }}
)

select assessments.*, subjects.subject_id
from {{ ref('int_assessments__admitted') }} as assessments
inner join subjects
    on assessments.subject_kind_code = subjects.kind_code and assessments.subject_key = subjects.natural_key
