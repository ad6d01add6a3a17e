-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'information_request_statistics',
    key='information_request_statistic_id',
    lookups=[
        {'key': 'information_body_key', 'kind': 'information_bodies', 'id': 'information_body_id',
         'target': 'information_body_id', 'is_required': false},
    ],
    reject={
        'unresolved_information_body_id':
            "scope_code = 'institution' and information_body_id is null",
    },
    keeps_history=true,
) }}
