{{ admitted('plans', 'plan_id') }}
