{{ admitted('events') }}
