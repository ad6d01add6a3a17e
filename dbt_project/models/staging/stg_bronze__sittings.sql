{{ admitted('sittings') }}
