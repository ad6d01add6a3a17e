{{ admitted('milestones') }}
