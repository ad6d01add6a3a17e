select
    document_id,
    kind_code,
    language_code,
    title,
    publisher,
    collectivity_id,
    region_id,
    status_code,
    gone_date,
    published_date,
    published_date_precision_code,
    published_date_raw,
    published_date_basis_code,
    published_date_flag_code,
    page_count,
    char_count,
    text_basis_code,
    text_flag_code,
    copy_of_document_id,
    translation_of_document_id,
    {{ provenance() }}
from {{ ref('int_documents__placed') }}
{{ pick_one('document_id', better='gone_date is not null') }}
order by document_id
