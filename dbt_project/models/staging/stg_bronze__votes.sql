{{ admitted('votes') }}
