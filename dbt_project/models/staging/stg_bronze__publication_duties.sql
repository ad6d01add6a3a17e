{{ admitted('publication_duties') }}
