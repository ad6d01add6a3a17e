{# What a row says in values stands in its words: dates, amounts and evidence are read a second time, where the words
   leave one reading only. Words from which something was removed (`[…]`) tell nothing. Called by breaches.sql. #}

{% macro in_western_digits(column) %}
translate({{ column }}, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬', '01234567890123456789,.')
{% endmacro %}

{# A date is as long as its precision says, and has a basis where its table tells one. Its day stands in its words, its
   month too where these are numbers alone; a year in the words is the year of the date. An empty date is never
   wrong. #}
{% macro date_breaches(model, dates, columns) %}
{% for date, raw in dates.items() %}
{% set precision, basis = date ~ '_precision_code', date ~ '_basis_code' %}
{% set told %}
(
    select *, {{ date }} as value, {{ in_western_digits(raw) }} as words,
        list_transform(
            list_filter(regexp_extract_all(words, '\d+'), lambda x: length(x) <= 2), lambda x: cast(x as int)
        ) as numbers
    from {{ model }}
)
{% endset %}
union all select 'date_agrees_with_raw', '{{ date }}' from {{ told }}
where value is not null and not coalesce(contains(words, '[…]'), false) and (
    words is null
    or (regexp_matches(words, '(19|20)\d\d') and not contains(words, substr(value, 1, 4)))
    or (length(value) = 10 and len(numbers) > 0 and not list_contains(numbers, try_cast(substr(value, 9, 2) as int)))
    or (
        len(numbers) > 0 and not regexp_matches(words, '\p{L}')
        and not list_contains(numbers, try_cast(substr(value, 6, 2) as int))
    )
)
{% if precision in columns %}
union all select 'date_as_precise_as_said', '{{ date }}' from {{ told }}
where
    value is not null
    and length(value) is distinct from
        case {{ precision }} when 'day' then 10 when 'month' then 7 when 'year' then 4 end
{% endif %}
{% if 'stated' in columns.get(basis, {}).get('config', {}).get('meta', {}).get('codes', []) %}
union all select 'date_on_its_basis', '{{ basis }}' from {{ told }}
where (value is null) <> ({{ basis }} is null)
{% endif %}
{% endfor %}
{% endmacro %}

{# An amount has words. Where they are one number with its unit, or in the cell of a column that names the unit, the
   digits are the amount's own (a scale word or a mark of thousands changes the zeros at its end alone). An empty amount
   is never wrong. #}
{% macro amount_breaches(model, amounts) %}
{% set unit = "(?:درهما?|دراهم|د\\.?\\s?م|dirhams?|dhs?|mad)\\.?" %}
{% set scale = "(?:ألفا?|الف|آلاف|مليونا?|ملايين|مليارا?|ملايير|mille|millions?|milliards?)" %}
{% set number = "(?:\\d{1,3}(?:[\\s\\p{Z}.,]\\d{3})+|\\d+)(?:[.,]\\d{1,2})?" %}
{% set space = "[\\s\\p{Z}]*" %}
{% set in_full = scale ~ "?" ~ space ~ "(?:\\([^)]*\\))?" ~ space ~ "(?:de |d'')?" ~ unit %}
{% set with_unit = space ~ "(?:(?:k|mm?)?dhs?|" ~ in_full ~ ")" %}
{% for amount, raw in amounts.items() %}
union all select 'amount_agrees_with_raw', '{{ amount }}' from (
    select {{ amount }} as value, lower({{ in_western_digits(raw) }}) as words from {{ model }}
) where (value is not null and words is null)
    or (
        regexp_matches(words, '^{{ number }}(?:{{ with_unit }})?$')
        and trim(cast(cast(value * 100 as hugeint) as varchar), '0')
            <> trim(regexp_replace(regexp_extract(words, '^{{ number }}'), '\D', '', 'g'), '0')
    )
{% endfor %}
{% endmacro %}

{# The evidence of a whole document is its capture, any other has room. All that is read of one source was read by one
   version of the code. #}
{% macro evidence_breaches(model) %}
union all select 'evidence_has_its_place', 'evidence_position' from {{ model }}
where evidence_position like 'chars:%'
    and try_cast(regexp_extract(evidence_position, '-(\d+)$', 1) as int)
        <= try_cast(regexp_extract(evidence_position, ':(\d+)-', 1) as int)
union all select 'whole_document_is_its_capture', 'evidence_sha256' from {{ model }}
where evidence_position = 'document' and evidence_sha256 <> capture_sha256
union all select 'one_reader_a_source', 'extractor_version' from {{ model }}
group by source_id having count(distinct extractor_version) > 1
{% endmacro %}
