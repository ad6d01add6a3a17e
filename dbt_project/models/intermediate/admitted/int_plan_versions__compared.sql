-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'plan_versions',
    key='plan_version_id',
    observed=ref('int_plan_versions__admitted'),
    fields=[
        {'name': 'version_number', 'kind': 'count'},
        {'name': 'status_code', 'kind': 'code',
         'states': [['draft'], ['submitted'], ['adopted'], ['amended'], ['final']]},
        {'name': 'version_date', 'kind': 'date'},
        {'name': 'declared_start_year', 'kind': 'count'},
        {'name': 'declared_end_year', 'kind': 'count'},
        {'name': 'effective_start_year', 'kind': 'count'},
        {'name': 'effective_end_year', 'kind': 'count'},
    ],
) }}
