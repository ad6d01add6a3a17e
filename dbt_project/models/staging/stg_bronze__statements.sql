{{ admitted('statements', 'statement_id') }}
