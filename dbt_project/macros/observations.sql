{# Observations of one bronze table that are admitted and shown tonight, with their permanent id and staleness.
   `kind` names the id register's kind where it differs from the table. #}
{% macro admitted(table, id_name) %}
with observations as (
    select * from {{ source('bronze', table) }}
),

visible as (
    select * from {{ ref('int_captures__visible') }}
),

identities as (
    select natural_key, permanent_id from {{ source('ledger', 'identities') }} where kind = '{{ table }}'
)

select
    identities.permanent_id as {{ id_name }},
    observations.*,
    visible.captured_at,
    visible.gone_date,
    visible.is_stale,
    visible.stale_cause_code
from observations
inner join visible
    on observations.source_id = visible.source_id
    and observations.capture_key = visible.capture_key
inner join identities on observations.natural_key = identities.natural_key
where visible.is_canonical or '{{ table }}' = 'documents'
{% endmacro %}

{# The provenance columns every fact row ends with. #}
{% macro provenance() %}
    source_id,
    source_url,
    captured_at,
    capture_sha256,
    extractor_version,
    evidence_position,
    evidence_sha256,
    evidence_text,
    evidence_basis_code,
    is_stale,
    stale_cause_code
{% endmacro %}

{# One observation per id: the better status first, then fresh before stale, then the one captured first. A row is always
   one observation, never a mixture of several. #}
{% macro pick_one(id_name, better='0') %}
qualify row_number() over (
    partition by {{ id_name }}
    order by {{ better }}, is_stale, captured_at desc, source_id, source_url, evidence_position
) = 1
{% endmacro %}

{# Published id of a body, organization or collectivity from its natural key. #}
{% macro entity_id(key) %}
case
    when {{ key }} like 'body|council|ct-%' then 'cou-' || split_part({{ key }}, '|', 3)
    when {{ key }} like 'ct-%' then {{ key }}
    else (
        select entity.permanent_id from {{ source('ledger', 'identities') }} as entity
        where entity.kind = 'mentions' and entity.natural_key = {{ key }}
    )
end
{% endmacro %}
