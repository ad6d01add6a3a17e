{{ admitted('mentions') }}
