{{ admitted('participations') }}
