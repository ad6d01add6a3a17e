{# A reference of a table to itself, emptied where the row that it names is not shown. #}
{% macro shown_or_null(column, table, id) %}
case when {{ column }} in (select shown.{{ id }} from {{ ref(table) }} as shown) then {{ column }} end as {{ column }}
{% endmacro %}

{# The provenance columns every fact row ends with. #}
{% macro provenance() %}
    {{ provenance_columns() | join(',\n    ') }}
{% endmacro %}

{# The same columns of one of several joined relations. #}
{% macro provenance_of(relation) %}
{% for name in provenance_columns() %}{{ relation }}.{{ name }}{{ ', ' if not loop.last }}{% endfor %}
{% endmacro %}

{# One observation per id: the better status first, then fresh before stale, then the one captured first. A row is
   always one observation, never a mixture of several. #}
{% macro pick_one(id_name, better='0') %}
qualify row_number() over (partition by {{ id_name }} order by {{ order_of_observations(better) }}) = 1
{% endmacro %}

{# The order in which one of several observations of a row is shown; `shown_first` (written from the sheets) says what
   is better. #}
{% macro order_of_observations(better) -%}
{{ better }}, is_stale, captured_at desc, source_id, source_url, evidence_position
{%- endmacro %}

{# Published id of a body, organization or collectivity from its natural key. #}
{% macro entity_id(key) %}
case
    when {{ key }} like 'body|council|ct-%' then 'cou-' || split_part({{ key }}, '|', 3)
    when {{ key }} like 'ct-%' then {{ key }}
    else (
        select entity.permanent_id from {{ ref('stg_ledger__identities') }} as entity
        where entity.kind = 'mentions' and entity.natural_key = {{ key }}
    )
end
{% endmacro %}

{# An id made of what a derived row joins; letters only, like every id. #}
{% macro derived_id(prefix, expression) %}
'{{ prefix }}-' || translate(left(md5({{ expression }}), 12), '0123456789abcdef', 'bcdfghjkmnpqrstv')
{% endmacro %}
