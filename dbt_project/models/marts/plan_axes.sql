select
    plan_axis_id,
    plan_id,
    axis_number,
    name,
    is_attribution_inferred,
    source_id,
    source_url,
    captured_at,
    capture_sha256,
    extractor_version,
    evidence_position,
    evidence_sha256,
    evidence_text,
    evidence_basis_code,
    is_stale,
    stale_cause_code
from {{ ref('int_plan_axes__observed') }}
{{ pick_one('plan_axis_id') }}
order by plan_axis_id
