-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'plan_axes',
    key='plan_axis_id',
    observed=ref('int_plan_axes__admitted'),
    fields=[
        {'name': 'axis_number', 'kind': 'count'},
    ],
) }}
