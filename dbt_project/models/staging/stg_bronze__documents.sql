{{ admitted('documents', 'document_id') }}
