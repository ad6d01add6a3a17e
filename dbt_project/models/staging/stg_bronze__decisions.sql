{{ admitted('decisions') }}
