select axes.* exclude (plan_key), plans.permanent_id as plan_id
from {{ ref('stg_bronze__plan_axes') }} as axes
inner join {{ source('ledger', 'identities') }} as plans on plans.kind = 'plans' and axes.plan_key = plans.natural_key
