-- Statements with their subject's id, and the arithmetic check of a network's composition inside one document.
with statements as (
    select statements.*, {{ entity_id('statements.subject_key') }} as subject_id
    from {{ ref('int_statements__admitted') }} as statements
),

parts as (
    select source_id, capture_key, subject_id, sum(value_count) as sum_of_parts, count(*) as part_count
    from statements
    where measure_code in ('member_region_count', 'member_province_count', 'member_commune_count')
    group by source_id, capture_key, subject_id
)

select
    statements.*,
    case
        when statements.measure_code = 'member_total_count' and parts.part_count = 3
            and statements.value_count <> parts.sum_of_parts then 'sum_mismatch'
    end as arithmetic_flag_code
from statements
left join parts using (source_id, capture_key, subject_id)
