-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'assessments',
    key='assessment_id',
    observed=ref('int_assessments__admitted'),
    fields=[
        {'name': 'value_pct', 'kind': 'amount'},
        {'name': 'assessed_date', 'kind': 'date'},
    ],
) }}
