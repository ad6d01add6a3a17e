{{ admitted('participations', 'participation_id') }}
