-- Points that each document gives of a session; documents that are one act in several languages share an `act_id`.
with items as (
    select * from {{ ref('int_agenda_items__admitted') }}
),

documents as (
    select distinct source_id, source_url, coalesce(translation_of_document_id, document_id) as act_id
    from {{ ref('int_documents__placed') }}
)

select
    documents.act_id,
    items.session_id,
    items.status_code,
    items.source_id,
    items.source_url,
    bool_or(regexp_matches(items.title, '[ء-ي]')) as is_arabic,
    count(distinct items.agenda_item_id) as item_count
from items
inner join documents on items.source_id = documents.source_id and items.source_url = documents.source_url
group by all
