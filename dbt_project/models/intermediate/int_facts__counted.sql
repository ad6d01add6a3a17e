-- Facts per source and topic, and documents per source.
{% set topics = {'sessions': ['sessions', 'agenda_items'], 'plans': ['plans', 'plan_axes'], 'memberships': ['memberships'],
    'events': ['events', 'participations'], 'agreements': ['agreements'], 'figures': ['statements']} %}
{% for topic, tables in topics.items() %}{% for table in tables %}
select source_id, '{{ topic }}' as topic_code, count(*) as fact_count from {{ ref('stg_bronze__' ~ table) }} group by source_id
union all
{% endfor %}{% endfor %}
select source_id, 'territory', count(*) from {{ ref('int_collectivities__observed') }} group by source_id
