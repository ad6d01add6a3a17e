{{ admitted('sessions') }}
