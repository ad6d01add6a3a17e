{{ admitted('agreements') }}
