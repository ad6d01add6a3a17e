"""Tables that publishers hand out (spreadsheets): rows to records, one module a layout.

Belongs here: what a layout's columns mean and which defects its files have; bytes to rows (`rows`). Text of documents
is `ingest.read.documents`'; who publishes a file, `ingest.registry`'s.
"""
