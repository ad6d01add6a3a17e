{{ admitted('openness_projects') }}
