{# What a row says in values stands in its words: dates, amounts and evidence are read a second time, where the words
   leave one reading only. Words from which something was removed (`[…]`) tell nothing. Called by breaches.sql. #}

{% macro in_western_digits(column) %}
translate({{ column }}, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬', '01234567890123456789,.')
{% endmacro %}

{# A date is as long as its precision says. Its year and day stand in its words, its month too where these are numbers
   alone; a year in the words is the year of the date. The year of a date on its own basis is in the words, that of one
   which the page's own date settled is not. The shortest words of a date are a year. #}
{% macro date_breaches(model, dates, columns) %}
{% set a_year = "'(^|\\D)(19|20)\\d\\d(\\D|$)'" %}
{% for date, raw in dates.items() %}
{% set precision, basis = date ~ '_precision_code', date ~ '_basis_code' %}
{% set told %}
(
    select
        *,
        {{ date }} as value,
        {{ in_western_digits(raw) }} as words,
        list_transform(
            list_filter(regexp_extract_all(words, '\d+'), lambda x: length(x) <= 2), lambda x: cast(x as int)
        ) as numbers
    from {{ model }}
)
{% endset %}
union all select 'date_agrees_with_raw', '{{ date }}' from {{ told }}
where value is not null and not coalesce(contains(words, '[…]'), false) and (
    words is null
    or length(words) < 4
    or (regexp_matches(words, '(19|20)\d\d') and not contains(words, substr(value, 1, 4)))
    or (length(value) = 10 and len(numbers) > 0 and not list_contains(numbers, try_cast(substr(value, 9, 2) as int)))
    or (
        len(numbers) > 0 and not regexp_matches(words, '\p{L}')
        and not list_contains(numbers, try_cast(substr(value, 6, 2) as int))
    )
)
union all select 'date_as_precise_as_said', '{{ date }}' from {{ told }}
{% if precision in columns %}
where (
        value is not null
        and length(value) is distinct from
            case {{ precision }} when 'day' then 10 when 'month' then 7 when 'year' then 4 end
    )
    or (value is null and {{ precision }} in ('day', 'month', 'year') and regexp_matches(words, {{ a_year }}))
{% else %}
where value is null and regexp_matches(words, {{ a_year }}) and not contains(words, '1970')
{% endif %}
{% if 'stated' in columns.get(basis, {}).get('config', {}).get('meta', {}).get('codes', []) %}
union all select 'date_on_its_basis', '{{ basis }}' from {{ told }}
where (value is null) <> ({{ basis }} is null)
    or ({{ basis }} = 'stated' and not contains(words, substr(value, 1, 4)) and not contains(words, '[…]'))
    or ({{ basis }} = 'publication_date' and regexp_matches(words, {{ a_year }}))
{% endif %}
{% endfor %}
{% endmacro %}

{# An amount has words. Where they are one number with its unit, or in the cell of a column that names the unit, the
   digits are the amount's own (a scale word or a mark of thousands changes the zeros at its end alone); where that
   number is grouped by the book, the amount is there. #}
{% macro amount_breaches(model, amounts) %}
{% set space = "[\\s\\p{Z}]*" %}
{% set unit = "(?:درهما?|دراهم|د\\.?\\s?م|dirhams?|dhs?|mad)\\.?" %}
{% set scale = "(?:ألفا?|الف|آلاف|مليونا?|ملايين|مليارا?|ملايير|mille|millions?|milliards?)" %}
{% set number = "(?:\\d{1,3}(?:[\\s\\p{Z}.,]\\d{3})+|\\d+)(?:[.,]\\d{1,2})?" %}
{% set in_brackets = "(?:\\([^)]*\\))?" %}
{% set in_full = scale ~ "?" ~ space ~ in_brackets ~ space ~ "(?:de |d'')?" ~ unit %}
{% set with_unit = space ~ "(?:(?:k|mm?)?dhs?|" ~ in_full ~ ")" %}
{% set groups = ["(?:[\\s\\p{Z}]\\d{3})+", "(?:\\.\\d{3})+", "(?:,\\d{3})+"] %}
{% set by_the_book = "(?:\\d{1,3}(?:" ~ groups | join("|") ~ ")|\\d+)(?:[.,]\\d\\d)?" %}
{% for amount, raw in amounts.items() %}
union all select 'amount_agrees_with_raw', '{{ amount }}' from (
    select {{ amount }} as value, lower({{ in_western_digits(raw) }}) as words from {{ model }}
) where (value is not null and words is null)
    or (value is null and regexp_matches(words, '^{{ by_the_book }}{{ space }}{{ unit }}$'))
    or (
        regexp_matches(words, '^{{ number }}(?:{{ with_unit }})?$')
        and trim(cast(cast(value * 100 as hugeint) as varchar), '0')
            <> trim(regexp_replace(regexp_extract(words, '^{{ number }}'), '\D', '', 'g'), '0')
    )
{% endfor %}
{% endmacro %}

{# A quotation fills its place: cleaning, cutting and leaving out names make it shorter, nothing makes it longer. A
   column that is quoted (`quoted` in its sheet) says what its evidence says, marks at either end and a joining 'and'
   left out. The evidence of a whole document is its capture. All that is read of one source was read by one version of
   the code. #}
{% macro evidence_breaches(model) %}
{% set columns, key = columns_of(model.identifier), meta_of(model.identifier).primary_key %}
{% set marks = "' ،,؛;:.\"“”«»-–'" %}
union all select 'evidence_fills_its_place', 'evidence_text' from (
    select
        evidence_text as words,
        try_cast(regexp_extract(evidence_position, ':(\d+)-', 1) as int) as first_char,
        try_cast(regexp_extract(evidence_position, '-(\d+)$', 1) as int) - first_char as room
    from {{ model }}
    where evidence_position like 'chars:%'
) where room <= 0
    or (
        not contains(words, '[…]')
        and (length(words) > room or (not ends_with(words, '…') and length(words) * 8 < room))
    )
{% for name, column in columns.items() if column.config.meta.is_quoted %}
union all select 'says_what_is_quoted', '{{ name }}' from (
    select
        {{ key }},
        unnest(['', 'و', 'et ']) || {{ name }} as said,
        trim(rtrim(evidence_text, '…'), {{ marks }}) as quoted,
        evidence_text
    from {{ model }}
    where not contains(concat({{ name }}, evidence_text), '[…]') and evidence_text is not null
) group by {{ key }}
having not bool_or(said = quoted or (ends_with(evidence_text, '…') and starts_with(said, quoted)))
{% endfor %}
union all select 'whole_document_is_its_capture', 'evidence_sha256' from {{ model }}
where evidence_position = 'document' and evidence_sha256 <> capture_sha256
union all select 'one_reader_a_source', 'extractor_version' from {{ model }}
group by source_id
having count(distinct extractor_version) > 1
{% endmacro %}
