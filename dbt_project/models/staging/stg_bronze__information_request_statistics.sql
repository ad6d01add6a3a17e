{{ admitted('information_request_statistics') }}
