{{ admitted('tenders') }}
