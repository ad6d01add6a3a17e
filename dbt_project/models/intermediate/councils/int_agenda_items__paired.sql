-- Points with both texts where the Arabic and the French version of one act give as many: the point of the same number
-- is the same point. Where they give different numbers of points nobody can say which is which; that is a finding, and
-- each row keeps its own text alone.
with admitted as (
    select * from {{ ref('int_agenda_items__admitted') }}
),

counted as (
    select * from {{ ref('int_agenda_items__counted') }}
),

acts as (
    select act_id, session_id, status_code
    from counted
    group by act_id, session_id, status_code
    having count(distinct is_arabic) = 2 and min(item_count) = max(item_count)
),

items as (
    select admitted.*, counted.act_id, counted.is_arabic
    from admitted
    left join counted
        on admitted.source_id = counted.source_id and admitted.source_url = counted.source_url
        and admitted.session_id = counted.session_id and admitted.status_code = counted.status_code
),

texts as (
    select
        items.agenda_item_id,
        items.is_arabic,
        first(items.title order by items.captured_at desc, items.source_url) as title,
        first(items.source_url order by items.captured_at desc, items.source_url) as source_url
    from items
    inner join acts
        on items.act_id = acts.act_id
        and items.session_id = acts.session_id
        and items.status_code = acts.status_code
    group by items.agenda_item_id, items.is_arabic
)

select
    items.* exclude (act_id, is_arabic),
    case when items.is_arabic then items.title else other.title end as title_ar,
    case when items.is_arabic then other.title else items.title end as title_fr,
    other.source_url as other_language_url
from items
left join texts as other on items.agenda_item_id = other.agenda_item_id and items.is_arabic <> other.is_arabic
