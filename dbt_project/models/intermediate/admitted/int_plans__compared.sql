-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'plans',
    key='plan_id',
    observed=ref('int_plans__admitted'),
    fields=[
        {'name': 'ordinal_number', 'kind': 'count'},
        {'name': 'period_start_year', 'kind': 'count'},
        {'name': 'period_end_year', 'kind': 'count'},
        {'name': 'commitment_count', 'kind': 'count'},
        {'name': 'axis_count', 'kind': 'count'},
        {'name': 'status_code', 'kind': 'code',
         'states': [['draft'], ['current'], ['stated'], ['submitted'], ['adopted']]},
        {'name': 'submitted_date', 'kind': 'date'},
        {'name': 'planned_adoption_date', 'kind': 'date'},
    ],
) }}
