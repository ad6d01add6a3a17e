{{ admitted('memberships', 'membership_id') }}
