-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'milestones',
    key='milestone_id',
    observed=ref('int_milestones__admitted'),
    fields=[
        {'name': 'milestone_number', 'kind': 'count'},
        {'name': 'start_date', 'kind': 'date'},
        {'name': 'due_date', 'kind': 'date'},
        {'name': 'status_code', 'kind': 'code',
         'states': [['unstated'], ['not_started'], ['in_progress'], ['withdrawn', 'completed']]},
    ],
) }}
