{{ admitted('plan_holders') }}
