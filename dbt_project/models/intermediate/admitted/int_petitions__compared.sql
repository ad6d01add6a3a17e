-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'petitions',
    key='petition_id',
    observed=ref('int_petitions__withheld'),
    fields=[
        {'name': 'status_code', 'kind': 'code',
         'states': [['unstated'], ['submitted'], ['accepted'], ['rejected', 'on_agenda']]},
        {'name': 'signature_count', 'kind': 'count'},
        {'name': 'submitted_date', 'kind': 'date'},
    ],
) }}
