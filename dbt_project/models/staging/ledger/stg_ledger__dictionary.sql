-- Written by `make sheets` from dbt_project/sheets: change that.
select
    column_id,
    table_name,
    column_name,
    position,
    data_type,
    is_key,
    label_ar,
    definition_ar,
    label_fr,
    definition_fr,
    label_en,
    definition_en,
    codes,
    personal_data_code,
    is_volatile,
    licence_code,
    source_url,
    captured_at,
    capture_sha256
from {{ source('ledger', 'dictionary') }}
