select
    bodies.* exclude (parent_information_body_id),
    {{ shown_or_null('parent_information_body_id', 'int_information_bodies__admitted', 'information_body_id') }}
from {{ ref('int_information_bodies__admitted') }} as bodies
