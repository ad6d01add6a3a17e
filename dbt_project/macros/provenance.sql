{# Written by `make sheets` from dbt_project/sheets: change that. #}
{% macro provenance_columns() %}
{{ return([
    'source_id',
    'source_url',
    'captured_at',
    'capture_sha256',
    'extractor_version',
    'evidence_position',
    'evidence_sha256',
    'evidence_text',
    'evidence_basis_code',
    'is_stale',
    'stale_cause_code'
]) }}
{% endmacro %}
