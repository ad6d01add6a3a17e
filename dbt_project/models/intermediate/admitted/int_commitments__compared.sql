-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'commitments',
    key='commitment_id',
    observed=ref('int_commitments__admitted'),
    fields=[
        {'name': 'start_date', 'kind': 'date'},
        {'name': 'end_date', 'kind': 'date'},
        {'name': 'status_code', 'kind': 'code',
         'states': [['unstated'], ['not_started'], ['in_progress'], ['withdrawn', 'completed']]},
        {'name': 'amount_mad', 'kind': 'amount'},
    ],
) }}
