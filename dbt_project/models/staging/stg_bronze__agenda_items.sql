{{ admitted('agenda_items', 'agenda_item_id') }}
