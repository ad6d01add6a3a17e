select
    commitment_id,
    plan_id,
    plan_axis_id,
    commitment_number,
    ogp_id,
    title,
    subjects,
    lead_name,
    partner_names,
    start_date,
    start_date_precision_code,
    start_date_raw,
    start_date_flag_code,
    end_date,
    end_date_precision_code,
    end_date_raw,
    end_date_flag_code,
    status_code,
    status_raw,
    amount_mad,
    amount_raw,
    {{ provenance() }}
from {{ ref('int_commitments__admitted') }}
{{ pick_one('commitment_id', better=shown_first('commitments')) }}
order by commitment_id
