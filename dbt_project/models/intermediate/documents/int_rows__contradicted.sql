-- Values that an observation gives for a row that another observation of another page is shown for (`pick_one`): one of
-- the two stands in the table, and the other would vanish without a word. A date that only is less precise does not
-- contradict.
{% set watched = [
    ('memberships', 'membership_id', 'start_date'),
    ('plans', 'plan_id', 'commitment_count'),
    ('plans', 'plan_id', 'axis_count'),
    ('commitments', 'commitment_id', 'start_date'),
    ('commitments', 'commitment_id', 'end_date'),
    ('commitments', 'commitment_id', 'amount_mad'),
    ('agreements', 'agreement_id', 'amount_mad'),
    ('grants', 'grant_id', 'amount_mad'),
    ('tenders', 'tender_id', 'amount_mad'),
    ('tenders', 'tender_id', 'closing_date'),
    ('votes', 'vote_id', 'for_count'),
    ('votes', 'vote_id', 'against_count'),
    ('votes', 'vote_id', 'abstention_count'),
] %}

with contradicted as (
    {% for table, id_name, field in watched %}
    {% if not loop.first %}union all by name{% endif %}
    select
        {{ "'dates_differ_between_sources'" if field.endswith('_date') else "'values_differ_between_sources'" }} as finding_code,
        shown.{{ id_name }} as record_name,
        '{{ field }}' as field_name,
        cast(shown.{{ field }} as varchar) as value_shown,
        cast(others.{{ field }} as varchar) as value_told,
        {{ provenance_of('others') }}
    from {{ ref(table) }} as shown
    inner join {{ ref('int_' ~ table ~ '__admitted') }} as others
        on shown.{{ id_name }} = others.{{ id_name }} and shown.source_url <> others.source_url
    {% endfor %}
)

select
    {{ derived_id('fnd', "record_name || '|' || field_name || '|' || value_shown || '|' || value_told") }} as finding_id,
    finding_code,
    record_name,
    field_name,
    value_shown || ' / ' || value_told as value_raw,
    {{ provenance() }}
from contradicted
where
    value_shown <> value_told
    and not (
        finding_code = 'dates_differ_between_sources'
        and (starts_with(value_shown, value_told) or starts_with(value_told, value_shown))
    )
qualify row_number() over (
    partition by record_name, field_name, value_told
    order by captured_at desc, source_id, source_url, evidence_position
) = 1
