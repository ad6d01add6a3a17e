{{ admitted('plan_axes') }}
