{{ admitted('documents') }}
