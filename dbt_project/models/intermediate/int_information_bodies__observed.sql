select
    bodies.* exclude (parent_information_body_id),
    {{ shown_or_null('parent_information_body_id', 'stg_bronze__information_bodies', 'information_body_id') }}
from {{ ref('stg_bronze__information_bodies') }} as bodies
