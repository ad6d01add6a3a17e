"""The private archive: WARC files and a capture index beside each.

Belongs here: writing captures before anything reads them, and replaying them. Replay is the only road to parsing.
Reading what a capture says goes to `ingest.read.documents`.
"""
