{# The shape of a published table:
   - unique_key, required_filled, codes_known, numbers_in_range, dates_possible (`is_possible_date`; timestamps
     between 2000 and the build, days that we observed not after it), never_empty;
   - of_its_format, not_too_long, not_too_short, without_hidden_marks: what a value of its class looks like;
   - references_exist: what a column refers to is a row of that table;
   - dates and amounts against the words that they were read from (words.sql);
   - the rules of the table's own. #}
{% macro shape_breaches(model, dates, amounts, rules, is_never_empty) %}
{% set key = meta_of(model.identifier).primary_key %}
{% set columns = columns_of(model.identifier) %}
{% set build = ref('stg_ledger__build') %}
select 'unique_key' as rule_name, '{{ key }}' as column_name from {{ model }} group by {{ key }} having count(*) > 1
{% for name, column in columns.items() %}
{% set meta = column.config.meta %}
{% if not meta.nullable %}
union all select 'required_filled', '{{ name }}' from {{ model }} where {{ name }} is null
    {% if column.data_type == 'varchar' %}or trim({{ name }}) = ''{% endif %}
{% endif %}
{% if meta.codes %}
union all select 'codes_known', '{{ name }}' from {{ model }}
where {{ name }} is not null and not {{ are_of_list(name, meta) }}
{% endif %}
{% if meta.high is defined %}
union all select 'numbers_in_range', '{{ name }}' from {{ model }}
where {{ name }} < {{ meta.low }} or {{ name }} > {{ meta.high }}
{% endif %}
{% if meta.pattern %}
union all select 'of_its_format', '{{ name }}' from {{ model }}
where not regexp_matches({{ name }}, '{{ meta.pattern }}')
{% endif %}
{% if meta.max_length %}
union all select 'not_too_long', '{{ name }}' from {{ model }} where length({{ name }}) > {{ meta.max_length }}
{% endif %}
{% if meta.min_length %}
union all select 'not_too_short', '{{ name }}' from {{ model }} where length({{ name }}) < {{ meta.min_length }}
{% endif %}
{% if meta.is_plain %}
union all select 'without_hidden_marks', '{{ name }}' from {{ model }}
where regexp_matches({{ name }}, '{{ hidden_marks() }}')
{% endif %}
{% if meta['class'] == 'date' %}
union all select 'dates_possible', '{{ name }}' from {{ model }}
where {{ name }} is not null and not {{ is_possible_date(name) }}
{% if not meta.is_read %}
    or {{ name }} > (select strftime(build.as_of_at, '%Y-%m-%d') from {{ build }} as build)
{% endif %}
{% elif meta['class'] == 'timestamp' %}
union all select 'dates_possible', '{{ name }}' from {{ model }}
where {{ name }} > (select build.as_of_at from {{ build }} as build) or {{ name }} < timestamp '2000-01-01'
{% endif %}
{% if meta.references %}
{% set target = meta.references.split('.') %}
union all select 'references_exist', '{{ name }}' from {{ model }} as child
where child.{{ name }} is not null
    and not exists (select 1 from {{ ref(target[0]) }} as parent where parent.{{ target[1] }} = child.{{ name }})
{% endif %}
{% endfor %}
{{ date_breaches(model, dates, columns) }}
{{ amount_breaches(model, amounts) }}
{% if is_never_empty %}
union all select 'never_empty', '*' where not exists (select 1 from {{ model }})
{% endif %}
{% for rule, expression in rules.items() %}
union all select '{{ rule }}', '*' from {{ model }} where not coalesce({{ expression }}, false)
{% endfor %}
{% endmacro %}

{# One code of the closed list of a column; of class `codes` several, each once, in the order of the list. #}
{% macro are_of_list(name, meta) -%}
    {% set codes = "['" ~ meta.codes | join("', '") ~ "']" %}
    {% if meta['class'] == 'codes' -%}
    (
        {{ name }} <> ''
        and {{ name }}
        = array_to_string(list_filter({{ codes }}, lambda x: x in string_split({{ name }}, ' ')), ' ')
    )
    {%- else -%}
    list_contains({{ codes }}, {{ name }})
    {%- endif %}
{%- endmacro %}

{# Control characters, marks of direction and byte order that nobody sees, and space at either end. #}
{% macro hidden_marks() -%}
    [\x00-\x1f\x7f\x{200e}\x{200f}\x{061c}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{feff}]|^[\s\p{Z}]|[\s\p{Z}]$
{%- endmacro %}

{# Every row that was read, and not derived, is word for word what the build's inputs say. The inputs are joined anew
   here, past all models between them and the mart: a join that doubles, a column mistaken for another, a row of
   nobody are seen. `reading` has: relation (the staging view), columns (name → name there), kind (of its ids in the
   register; none where the record carries its id), key (the published name of that id; none where the id is
   derived), lookups (id, key, kind, table, target), entities (id, key), where (which rows are read; the rest are
   derived). #}
{% macro reading_breaches(model, reading) %}
{% set identities = ref('stg_ledger__identities') %}
union all select 'row_is_as_read', '*' from (
    select
        {% if reading.key %}{{ reading.key }},{% endif %}
        {% for lookup in reading.lookups or [] %}{{ lookup.id }},{% endfor %}
        {% for entity in reading.entities or [] %}{{ entity.id }},{% endfor %}
        {{ reading.columns.keys() | join(', ') }}
    from {{ model }}
    where {{ reading.where or 'true' }}
    {% if reading.kind and reading.key %}
        and {{ reading.key }} in (
            select known.permanent_id from {{ identities }} as known where known.kind = '{{ reading.kind }}'
        )
    {% endif %}
    except
    select
        {% if reading.key %}own.permanent_id,{% endif %}
        {% for lookup in reading.lookups or [] %}parent_{{ loop.index }}.{{ lookup.target }},{% endfor %}
        {% for entity in reading.entities or [] %}{{ entity_id('records.' ~ entity.key) }},{% endfor %}
        {% for name in reading.columns.values() %}records.{{ name }}{{ ', ' if not loop.last }}{% endfor %}
    from {{ ref(reading.relation) }} as records
    {% if reading.key %}
    inner join {{ identities }} as own on own.kind = '{{ reading.kind }}' and own.natural_key = records.natural_key
    {% endif %}
    {% for lookup in reading.lookups or [] %}
    left join {{ identities }} as named_{{ loop.index }}
        on named_{{ loop.index }}.kind = '{{ lookup.kind }}'
        and named_{{ loop.index }}.natural_key = records.{{ lookup.key }}
    left join {{ ref(lookup.table) }} as parent_{{ loop.index }}
        on parent_{{ loop.index }}.{{ lookup.target }} = named_{{ loop.index }}.permanent_id
    {% endfor %}
)
{% endmacro %}

{# Every row leads home: its capture is one that the build holds, under that address, with that digest, at that
   moment; a fact is as stale as its source (or its page is gone), and quotes on the basis that its source has, or
   not at all (words.sql says what of its evidence can be told from the row). #}
{% macro provenance_breaches(model, provenance, keeps_history) %}
union all select 'capture_is_archived', 'capture_sha256' from {{ model }} as rows_told
where not exists (
    select 1 from {{ ref('stg_ledger__captures') }} as captures
    where captures.url = rows_told.source_url and captures.payload_sha256 = rows_told.capture_sha256
        and captures.captured_at = rows_told.captured_at
)
{% if provenance == 'fact' %}
union all select 'as_stale_as_its_source', 'is_stale' from {{ model }} as rows_told
inner join {{ ref('_sources') }} as states on rows_told.source_id = states.source_id
left join (
    select distinct source_id, url from {{ ref('int_captures__visible') }}
    where gone_date is not null and {{ 'false' if keeps_history else 'true' }}
) as gone on rows_told.source_id = gone.source_id and rows_told.source_url = gone.url
where rows_told.is_stale is distinct from (states.is_stale or gone.url is not null)
    or rows_told.stale_cause_code is distinct from
        case when states.is_stale then states.cause_code when gone.url is not null then 'gone' end
union all select 'quoted_on_a_basis', 'evidence_basis_code' from {{ model }} as rows_told
inner join {{ ref('stg_ledger__registry') }} as registry on rows_told.source_id = registry.source_id
where (
        -- A document handed in has the basis of its own licence.
        rows_told.evidence_basis_code not in (registry.quote_basis_code, 'position_only')
        and registry.platform_code <> 'inbox'
    )
    or (rows_told.evidence_basis_code = 'position_only' and rows_told.evidence_text is not null)
{{ evidence_breaches(model) }}
{% endif %}
{% endmacro %}

{# A derived row borrows its provenance whole from a row of one of the tables that it is derived from. #}
{% macro evidence_told_by(model, tables, where='true') %}
{% set told = 'source_id, source_url, extractor_version, evidence_position, evidence_sha256, evidence_text' %}
select 'evidence_told_by_its_facts' as rule_name, 'evidence_sha256' as column_name from (
    select {{ told }} from {{ model }} where {{ where }}
    except
    (
        {% for table in tables %}
        select {{ told }} from {{ ref(table) }}{{ ' union all' if not loop.last }}
        {% endfor %}
    )
)
{% endmacro %}
