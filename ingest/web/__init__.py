"""What both sides know of the web: canonical addresses, suffixes of files, outcomes of asking.

Belongs here: what collecting and reading must judge alike. Asking goes to `ingest.collect`, understanding to
`ingest.read`.
"""
