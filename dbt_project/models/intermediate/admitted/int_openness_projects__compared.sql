-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'openness_projects',
    key='openness_project_id',
    observed=ref('int_openness_projects__admitted'),
    fields=[
        {'name': 'project_number', 'kind': 'count'},
        {'name': 'status_code', 'kind': 'code',
         'states': [['unstated'], ['not_started'], ['in_progress'], ['completed']]},
    ],
) }}
