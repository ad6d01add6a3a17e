{{ admitted('sessions', 'session_id') }}
