-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'stated_sums',
    key='sum_id',
    observed=ref('int_stated_sums__admitted'),
    fields=[
        {'name': 'amount_mad', 'kind': 'amount'},
    ],
) }}
