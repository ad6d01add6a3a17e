select
    statement_id,
    subject_kind_code,
    subject_id,
    measure_code,
    relation_code,
    value_count,
    value_date,
    value_date_precision_code,
    value_text,
    value_raw,
    stated_by_code,
    stated_by_function_code,
    as_of_date,
    arithmetic_flag_code,
    {{ provenance() }}
from {{ ref('int_statements__summed') }}
{{ pick_one('statement_id', better=shown_first('statements')) }}
order by statement_id
