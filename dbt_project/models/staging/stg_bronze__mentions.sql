{{ admitted('mentions', 'entity_id') }}
