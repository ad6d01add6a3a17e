-- Bronze rows of admitted nights that may not be shown, and why; the reason names rule and column, never the value. Private: releases carry counts alone.
{{ config(schema='review') }}
{% for table in bronze_tables() %}
select
    '{{ table }}' as table_name, {{ bronze_tables()[table].id }} as row_id, natural_key, rejection_code, source_id, source_url, captured_at, capture_sha256,
    evidence_position
from ({{ observed(table) }})
where rejection_code is not null
{{ 'union all' if not loop.last }}
{% endfor %}
