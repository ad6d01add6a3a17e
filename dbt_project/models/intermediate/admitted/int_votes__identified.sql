-- Written by `make sheets` from dbt_project/sheets: change that.
{{ config(materialized='ephemeral') }}
{{ identified(
    'votes',
    key='vote_id',
    lookups=[
        {'key': 'session_key', 'kind': 'sessions', 'id': 'session_id',
         'target': 'session_id', 'is_required': false},
        {'key': 'agenda_item_key', 'kind': 'agenda_items', 'id': 'agenda_item_id',
         'target': 'agenda_item_id', 'is_required': false},
        {'key': 'decision_key', 'kind': 'decisions', 'id': 'decision_id',
         'target': 'decision_id', 'is_required': false},
    ],
    reject={
        'unresolved_subject':
            "session_id is null and agenda_item_id is null and decision_id is null",
        'contradicts_itself':
            "case when is_unanimous and result_code = 'rejected' then for_count > 0 when is_unanimous then "
            ~ "against_count > 0 when result_code = 'adopted' then for_count < against_count when result_code ="
            ~ " 'rejected' then for_count > against_count end",
    },
) }}
