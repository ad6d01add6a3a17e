select
    column_id,
    table_name,
    column_name,
    position,
    data_type,
    is_key,
    label_ar,
    label_fr,
    label_en,
    definition_ar,
    definition_fr,
    definition_en,
    codes,
    personal_data_code,
    is_volatile,
    licence_code,
    source_url,
    captured_at,
    capture_sha256
from {{ ref('stg_ledger__dictionary') }}
order by column_id
