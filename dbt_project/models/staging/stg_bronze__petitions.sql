{{ admitted('petitions') }}
