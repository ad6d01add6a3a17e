-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'agenda_items',
    key='agenda_item_id',
    observed=ref('int_agenda_items__admitted'),
    fields=[
        {'name': 'item_number', 'kind': 'count'},
        {'name': 'amount_mad', 'kind': 'amount'},
    ],
) }}
