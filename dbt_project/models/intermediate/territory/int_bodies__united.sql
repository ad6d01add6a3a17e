-- The council of every collectivity exists by organic law (111-14, 112-14, 113-14); other bodies are those that sources
-- name.
select
    'cou-' || collectivity_id as body_id,
    'council' as kind_code,
    collectivity_id,
    case level_code
        when 'region' then 'مجلس جهة '
        when 'prefecture' then 'مجلس عمالة '
        when 'province' then 'المجلس الإقليمي: '
        else 'مجلس جماعة '
    end || name_ar as name_ar,
    case level_code
        when 'region' then 'Conseil de la région '
        when 'prefecture' then 'Conseil de la préfecture '
        when 'province' then 'Conseil de la province '
        else 'Conseil de la commune '
    end || name_fr as name_fr,
    true as is_by_law,
    {{ provenance() }}
from {{ ref('int_collectivities__admitted') }}
union all by name
select
    entity_id as body_id, kind_code, collectivity_id, name_ar, name_fr, false as is_by_law,
    {{ provenance() }}
from {{ ref('int_mentions__admitted') }}
where entity_kind_code = 'body'
