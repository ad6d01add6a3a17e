{{ admitted('memberships') }}
