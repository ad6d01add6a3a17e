select
    information_body_id,
    kind_code,
    parent_information_body_id,
    collectivity_id,
    name_ar,
    name_fr,
    has_information_officer,
    officer_function_name,
    contact_email,
    {{ provenance() }}
from {{ ref('int_information_bodies__cleared') }}
{{ pick_one('information_body_id') }}
order by information_body_id
