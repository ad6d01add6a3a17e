{{ admitted('findings') }}
