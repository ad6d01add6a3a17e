-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'tenders',
    key='tender_id',
    observed=ref('int_tenders__admitted'),
    fields=[
        {'name': 'status_code', 'kind': 'code',
         'states': [['announced'], ['amended'], ['cancelled', 'awarded']]},
        {'name': 'closing_date', 'kind': 'date',
         'moved_when': "status_code = 'amended'", 'moved_to': 'closing_date'},
        {'name': 'amount_mad', 'kind': 'amount'},
    ],
) }}
