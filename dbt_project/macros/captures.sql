{# CTEs up to `shown`: every capture of an admitted night up to what is shown tonight, with what its document says of
   it; and `state`, of the sources. #}
{% macro shown_captures() %}
captures as (
    select * from {{ ref('int_captures__known') }}
),

admitted_nights as (
    select source_id, run_order from {{ ref('int_nights__known') }} where admission = 'admitted'
),

state as (
    select * from {{ ref('int_sources__state') }}
),

texts as (
    select
        source_id, capture_key, text_sha256, char_count, status_code,
        md5(concat_ws('|', text_sha256, coalesce(title, ''), coalesce(published_date_raw, ''))) as words_key
    from {{ ref('stg_bronze__documents') }}
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
