{{ admitted('plan_versions') }}
