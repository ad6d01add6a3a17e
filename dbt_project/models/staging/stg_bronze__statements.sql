{{ admitted('statements') }}
