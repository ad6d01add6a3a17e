{{ admitted('grants') }}
