{{ admitted('plan_axes', 'plan_axis_id') }}
