-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'decisions',
    key='decision_id',
    observed=ref('int_decisions__admitted'),
    fields=[
        {'name': 'decision_number', 'kind': 'count'},
        {'name': 'year', 'kind': 'count'},
        {'name': 'outcome_code', 'kind': 'code',
         'states': [['unstated'], ['examined'], ['postponed', 'rejected', 'approved']]},
        {'name': 'subject_count', 'kind': 'count'},
        {'name': 'decided_date', 'kind': 'date'},
        {'name': 'amount_mad', 'kind': 'amount'},
    ],
) }}
