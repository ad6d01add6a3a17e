-- Facts per source and topic, and documents per source.
{% set topics = {'sessions': ['sessions', 'sittings', 'agenda_items', 'decisions', 'votes', 'grants'],
    'plans': ['plans', 'plan_versions', 'plan_holders', 'plan_axes', 'commitments', 'milestones', 'assessments', 'openness_projects'],
    'memberships': ['memberships'], 'events': ['events', 'participations'], 'agreements': ['agreements'], 'figures': ['statements'],
    'tenders': ['tenders'], 'participation': ['petitions', 'consultations'],
    'information_access': ['information_bodies', 'information_request_statistics', 'publication_duties']} %}
{% for topic, tables in topics.items() %}{% for table in tables %}
select source_id, '{{ topic }}' as topic_code, count(*) as fact_count from {{ ref('stg_bronze__' ~ table) }} group by source_id
union all
{% endfor %}{% endfor %}
select source_id, 'territory', count(*) from {{ ref('int_collectivities__observed') }} group by source_id
