{{ admitted('agenda_items') }}
