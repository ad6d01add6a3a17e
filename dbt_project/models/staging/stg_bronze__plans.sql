{{ admitted('plans') }}
