-- Documents with the collectivity they speak for; for copies, the canonical document; for versions in another language,
-- the first one.
with documents as (
    select * from {{ ref('int_documents__admitted') }}
),

visible as (
    select * from {{ ref('int_captures__visible') }}
),

registry as (
    select source_id, collectivity_id from {{ ref('stg_ledger__registry') }}
),

places as (
    select collectivity_id, level_code, region_id from {{ ref('int_collectivities__admitted') }}
),

canonical as (
    select visible.text_sha256, documents.document_id
    from visible
    inner join documents on visible.source_id = documents.source_id and visible.capture_key = documents.capture_key
    where visible.is_canonical and visible.text_sha256 is not null
),

translated as (
    -- Of one document's versions the Arabic one comes first, then the one that was read first.
    select
        source_id,
        translation_key,
        first(document_id order by language_code <> 'ar', captured_at, source_url) as first_document_id
    from documents
    where translation_key is not null and gone_date is null and status_code = 'ok'
    group by source_id, translation_key
    having count(distinct document_id) > 1
)

select
    documents.* exclude (source_id, status_code),
    case when documents.gone_date is not null then 'gone' else documents.status_code end as status_code,
    documents.source_id,
    registry.collectivity_id,
    case places.level_code when 'region' then places.collectivity_id else places.region_id end as region_id,
    case when canonical.document_id <> documents.document_id then canonical.document_id end as copy_of_document_id,
    case
        when translated.first_document_id <> documents.document_id then translated.first_document_id
    end as translation_of_document_id
from documents
inner join registry on documents.source_id = registry.source_id
left join places on registry.collectivity_id = places.collectivity_id
left join canonical on documents.text_sha256 = canonical.text_sha256 and documents.char_count > 0
left join translated
    on documents.source_id = translated.source_id and documents.translation_key = translated.translation_key
