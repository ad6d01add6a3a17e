{{ admitted('commitments') }}
