-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'consultations',
    key='consultation_id',
    observed=ref('int_consultations__withheld'),
    fields=[
        {'name': 'status_code', 'kind': 'code',
         'states': [['unstated'], ['announced'], ['open'], ['closed']]},
        {'name': 'start_date', 'kind': 'date'},
        {'name': 'end_date', 'kind': 'date'},
        {'name': 'participant_count', 'kind': 'count'},
    ],
) }}
