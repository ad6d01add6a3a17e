{{ admitted('agreements', 'agreement_id') }}
