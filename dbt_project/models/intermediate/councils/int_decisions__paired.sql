-- Decisions with both texts of their point, where there are two.
with decisions as (
    select * from {{ ref('int_decisions__admitted') }}
),

texts as (
    select
        agenda_item_id,
        max(title_ar) as title_ar,
        max(title_fr) as title_fr,
        max(other_language_url) as other_language_url
    from {{ ref('agenda_items') }}
    where other_language_url is not null
    group by agenda_item_id
)

select
    decisions.* exclude (affected_decision_id),
    {{ shown_or_null('affected_decision_id', 'int_decisions__admitted', 'decision_id') }},
    {{ entity_id('decisions.body_key') }} as body_id,
    coalesce(
        texts.title_ar, case when regexp_matches(decisions.title, '[ء-ي]') then decisions.title end
    ) as title_ar,
    coalesce(
        texts.title_fr, case when not regexp_matches(decisions.title, '[ء-ي]') then decisions.title end
    ) as title_fr
from decisions
left join texts on decisions.agenda_item_id = texts.agenda_item_id
