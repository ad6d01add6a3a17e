{{ admitted('events', 'event_id') }}
