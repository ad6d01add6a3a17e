{{ admitted('information_bodies') }}
