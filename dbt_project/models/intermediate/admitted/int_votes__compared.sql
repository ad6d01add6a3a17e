-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ compared(
    'votes',
    key='vote_id',
    observed=ref('int_votes__admitted'),
    fields=[
        {'name': 'result_code', 'kind': 'code',
         'states': [['unstated'], ['postponed', 'rejected', 'adopted']]},
        {'name': 'for_count', 'kind': 'count'},
        {'name': 'against_count', 'kind': 'count'},
        {'name': 'abstention_count', 'kind': 'count'},
    ],
) }}
