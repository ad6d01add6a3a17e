-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'agreements',
    key='agreement_id',
    observed=ref('int_agreements__admitted'),
    fields=[
        {'name': 'signed_date', 'kind': 'date'},
        {'name': 'signed_month', 'kind': 'count'},
        {'name': 'amount_mad', 'kind': 'amount'},
    ],
) }}
