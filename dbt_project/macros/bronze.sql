{# What staging must know of each kind of bronze record: the name of its permanent id, the keys of other records that it
   carries (`lookups`: bronze key, kind in the id register, published id, whether a row without it is of use), columns of the published table that are
   derived later, reasons of its own to reject a row, and `history` where earlier captures of a page count too. A lookup finds only records that are shown tonight: a row whose needed parent is not shown is
   rejected as unresolved, and an optional reference to one is empty, never dangling. A table that refers to itself is cleared by `shown_or_null`. #}
{% macro bronze_tables() %}
{{ return({
    'documents': {'id': 'document_id', 'derived': ['collectivity_id', 'region_id', 'gone_date', 'copy_of_document_id', 'translation_of_document_id', 'status_code']},
    'sessions': {'id': 'session_id', 'derived': ['body_id', 'legal_month_code'], 'reject': {'unresolved_collectivity': 'collectivity_id is null'}},
    'sittings': {'id': 'sitting_id', 'lookups': [('session_key', 'sessions', 'session_id', true)]},
    'agenda_items': {'id': 'agenda_item_id', 'derived': ['title_ar', 'title_fr', 'other_language_url'], 'lookups': [('session_key', 'sessions', 'session_id', true)]},
    'decisions': {'id': 'decision_id', 'derived': ['body_id', 'title_ar', 'title_fr'], 'lookups': [
        ('session_key', 'sessions', 'session_id', false), ('agenda_item_key', 'agenda_items', 'agenda_item_id', false),
        ('affected_decision_key', 'decisions', 'affected_decision_id', false)]},
    'votes': {'id': 'vote_id', 'reject': {'unresolved_subject': 'session_id is null and agenda_item_id is null and decision_id is null'}, 'lookups': [
        ('session_key', 'sessions', 'session_id', false), ('agenda_item_key', 'agenda_items', 'agenda_item_id', false),
        ('decision_key', 'decisions', 'decision_id', false)]},
    'memberships': {'id': 'membership_id', 'derived': ['network_id']},
    'statements': {'id': 'statement_id', 'derived': ['subject_id', 'arithmetic_flag_code']},
    'plans': {'id': 'plan_id'},
    'plan_versions': {'id': 'plan_version_id', 'lookups': [('plan_key', 'plans', 'plan_id', true)]},
    'plan_holders': {'id': 'plan_holder_id', 'lookups': [('plan_key', 'plans', 'plan_id', true)]},
    'plan_axes': {'id': 'plan_axis_id', 'lookups': [('plan_key', 'plans', 'plan_id', true)]},
    'commitments': {'id': 'commitment_id', 'lookups': [
        ('plan_key', 'plans', 'plan_id', false), ('plan_axis_key', 'plan_axes', 'plan_axis_id', false)]},
    'milestones': {'id': 'milestone_id', 'derived': ['is_overdue'], 'lookups': [('commitment_key', 'commitments', 'commitment_id', true)]},
    'assessments': {'id': 'assessment_id', 'derived': ['subject_id']},
    'openness_projects': {'id': 'openness_project_id', 'lookups': [('plan_key', 'plans', 'plan_id', false)]},
    'agreements': {'id': 'agreement_id'},
    'events': {'id': 'event_id'},
    'participations': {'id': 'participation_id', 'derived': ['activity_id', 'participant_id']},
    'mentions': {'id': 'entity_id'},
    'tenders': {'id': 'tender_id'},
    'grants': {'id': 'grant_id', 'lookups': [
        ('session_key', 'sessions', 'session_id', false), ('decision_key', 'decisions', 'decision_id', false)]},
    'petitions': {'id': 'petition_id', 'derived': ['is_suppressed', 'signature_count'],
        'lookups': [('agenda_item_key', 'agenda_items', 'agenda_item_id', false)]},
    'consultations': {'id': 'consultation_id', 'derived': ['is_suppressed', 'participant_count']},
    'information_bodies': {'id': 'information_body_id',
        'lookups': [('parent_information_body_key', 'information_bodies', 'parent_information_body_id', false)]},
    'information_request_statistics': {'id': 'information_request_statistic_id', 'derived': ['is_suppressed', 'is_latest'], 'history': true,
        'reject': {'unresolved_information_body_id': "scope_code = 'institution' and information_body_id is null"},
        'lookups': [('information_body_key', 'information_bodies', 'information_body_id', false)]},
    'publication_duties': {'id': 'publication_duty_id', 'derived': ['period_year', 'observed_date', 'is_crawl_complete', 'legal_parameter_id'],
        'reject': {'impossible_period': 'period_year not between 1960 and 2100', 'no_duty_found': "status_code not in ('published', 'partial')"}},
    'findings': {'id': 'finding_id'},
}) }}
{% endmacro %}

{# Captures and nights as they were known: today's extractors over what had been captured by the moment that the build asks for
   (`_build.known_on_at`, DESIGN.md §4), all of it in an ordinary build. The one place where "as known on D" is decided. #}
{% macro known_captures() %}
(select * from {{ source('ledger', 'captures') }} where captured_at <= (select coalesce(known_on_at, as_of_at) from {{ source('ledger', 'build') }}))
{% endmacro %}

{% macro known_nights() %}
(select * from {{ source('ledger', 'source_nights') }} where run_at <= (select coalesce(known_on_at, as_of_at) from {{ source('ledger', 'build') }}))
{% endmacro %}

{# CTEs up to `shown`: every capture of an admitted night up to what is shown tonight, with what its document says of it; and `state`, of the sources. #}
{% macro shown_captures() %}
captures as (
    select * from {{ known_captures() }}
),

admitted_nights as (
    select source_id, run_order from {{ known_nights() }} where admission = 'admitted'
),

state as (
    select * from {{ ref('int_sources__state') }}
),

texts as (
    select
        source_id, capture_key, text_sha256, char_count, status_code,
        md5(concat_ws('|', text_sha256, coalesce(title, ''), coalesce(published_date_raw, ''))) as words_key
    from {{ source('bronze', 'documents') }}
),

shown as (
    select
        captures.*,
        coalesce(texts.status_code = 'gone', false) as is_gone,
        case when texts.char_count > 0 then texts.text_sha256 end as text_sha256,
        case when texts.char_count > 0 then texts.words_key else captures.capture_key end as words_key
    from captures
    inner join state on captures.source_id = state.source_id
    left join texts on captures.source_id = texts.source_id and captures.capture_key = texts.capture_key
    where (
        captures.is_standing and captures.run_order <= state.admitted_order
    ) or exists (
        select 1 from admitted_nights
        where admitted_nights.source_id = captures.source_id and admitted_nights.run_order = captures.run_order
    )
)
{% endmacro %}

{# Every admitted, visible observation of one bronze table with its permanent id, the ids that it refers to, its staleness, and
   `rejection_code`: why it may not be shown, or null. #}
{% macro observed(table) %}
{% set config = bronze_tables()[table] %}
with observations as (
    select * from {{ source('bronze', table) }}
),

visible as (
    select * from {{ ref('int_captures__history' if config.history else 'int_captures__visible') }}
),

identities as (
    select kind, natural_key, permanent_id from {{ source('ledger', 'identities') }}
),

rejections as (
    select capture_key, natural_key, min(rejection_code) as rejection_code
    from {{ source('ledger', 'rejections') }} where table_name = '{{ table }}' group by all
),

found as (
    select
        own.permanent_id as {{ config.id }},
        {% for key, kind, id, required in config.lookups or [] %}ref_{{ loop.index }}.permanent_id as {{ id }},{% endfor %}
        observations.*,
        visible.captured_at,
        {% if config.history %}visible.last_captured_at,{% endif %}
        visible.gone_date,
        visible.is_stale,
        visible.stale_cause_code,
        rejections.rejection_code as reviewed_rejection_code
    from observations
    inner join visible
        on observations.source_id = visible.source_id and observations.capture_key = visible.capture_key
    inner join identities as own on own.kind = '{{ table }}' and observations.natural_key = own.natural_key
    {% for key, kind, id, required in config.lookups or [] %}
    {% if kind == table %}
    left join identities as ref_{{ loop.index }}
        on ref_{{ loop.index }}.kind = '{{ kind }}' and observations.{{ key }} = ref_{{ loop.index }}.natural_key
    {% else %}
    left join (
        select distinct natural_key, {{ bronze_tables()[kind].id }} as permanent_id from {{ ref('stg_bronze__' ~ kind) }}
    ) as ref_{{ loop.index }} on observations.{{ key }} = ref_{{ loop.index }}.natural_key
    {% endif %}
    {% endfor %}
    left join rejections
        on observations.capture_key = rejections.capture_key and observations.natural_key = rejections.natural_key
    where visible.is_canonical or '{{ table }}' = 'documents'
)

select * exclude (reviewed_rejection_code), {{ rejection(table) }} as rejection_code from found
{% endmacro %}

{# Why a row of a bronze table may not be shown, from what the published column must be (its meta) and the table's own reasons. The
   code names the rule and the column, never the value. #}
{% macro rejection(table) %}
{% set config = bronze_tables()[table] %}
case
    when reviewed_rejection_code is not null then reviewed_rejection_code
    {% for code, expression in (config.reject or {}).items() %}
    when {{ expression }} then '{{ code }}'
    {% endfor %}
    {% for key, kind, id, required in config.lookups or [] if required %}
    when {{ id }} is null then 'unresolved_{{ id }}'
    {% endfor %}
    {% set handled = [config.id] + (config.derived or []) %}
    {% for key, kind, id, required in config.lookups or [] %}{% do handled.append(id) %}{% endfor %}
    {% for name, column in mart_columns(table).items() if name not in handled and name not in provenance_columns() %}
    {% set meta = column.config.meta %}
    {% if not meta.nullable %}
    when {{ name }} is null{% if column.data_type == 'varchar' %} or trim({{ name }}) = ''{% endif %} then 'missing_{{ name }}'
    {% endif %}
    {% if meta.codes %}
    when {{ name }} not in ('{{ meta.codes | join("', '") }}') then 'unknown_code_{{ name }}'
    {% endif %}
    {% if meta.high is defined %}
    when {{ name }} < {{ meta.low }} or {{ name }} > {{ meta.high }} then 'out_of_range_{{ name }}'
    {% endif %}
    {% if meta['class'] == 'date' %}
    when {{ name }} is not null and not {{ is_possible_date(name) }} then 'impossible_date_{{ name }}'
    {% endif %}
    {% if meta['class'] == 'text' %}
    when length({{ name }}) > {{ max_text_length() }} then 'too_long_{{ name }}'
    {% endif %}
    {% endfor %}
end
{% endmacro %}

{% macro max_text_length() %}600{% endmacro %}

{# ISO 8601 cut at day, month or year: a real calendar date, and not 1970, which is how a missing date looks in Unix time. #}
{% macro is_possible_date(name) %}
coalesce(
    regexp_full_match({{ name }}, '(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?')
    and {{ name }} not like '1970%'
    and (length({{ name }}) <> 10 or try_cast({{ name }} as date) is not null),
    false)
{% endmacro %}

{# Published columns of the table that a bronze table becomes; none for mentions, which become two. #}
{% macro mart_columns(table) %}
    {% if execute %}
        {% for node in graph.nodes.values() if node.resource_type == 'model' and node.name == table %}
            {{ return(node.columns) }}
        {% endfor %}
    {% endif %}
    {{ return({}) }}
{% endmacro %}

{# A reference of a table to itself, emptied where the row that it names is not shown. #}
{% macro shown_or_null(column, table, id) %}
case when {{ column }} in (select shown.{{ id }} from {{ ref(table) }} as shown) then {{ column }} end as {{ column }}
{% endmacro %}

{# Staging: the observations that may be shown. What may not stands in `int_quarantine__rows`. #}
{% macro admitted(table) %}
select * exclude (rejection_code) from ({{ observed(table) }}) where rejection_code is null
{% endmacro %}

{# Rows of a reference table (a captured CSV file of the project): its latest capture. #}
{% macro reference_rows(table) %}
select bronze.* exclude (natural_key, capture_key), visible.captured_at, visible.is_stale, visible.stale_cause_code
from {{ source('bronze', table) }} as bronze
inner join {{ ref('int_captures__visible') }} as visible
    on bronze.source_id = visible.source_id and bronze.capture_key = visible.capture_key
{% endmacro %}

{% macro provenance_columns() %}
{{ return(['source_id', 'source_url', 'captured_at', 'capture_sha256', 'extractor_version', 'evidence_position', 'evidence_sha256',
    'evidence_text', 'evidence_basis_code', 'is_stale', 'stale_cause_code']) }}
{% endmacro %}

{# The provenance columns every fact row ends with. #}
{% macro provenance() %}
    {{ provenance_columns() | join(',\n    ') }}
{% endmacro %}

{# The same columns of one of several joined relations. #}
{% macro provenance_of(relation) %}
{% for name in provenance_columns() %}{{ relation }}.{{ name }}{{ ', ' if not loop.last }}{% endfor %}
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

{# An id made of what a derived row joins; letters only, like every id. #}
{% macro derived_id(prefix, expression) %}
'{{ prefix }}-' || translate(left(md5({{ expression }}), 12), '0123456789abcdef', 'bcdfghjkmnpqrstv')
{% endmacro %}
