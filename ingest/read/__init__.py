"""The reading room: a pure function from a capture to records.

Belongs here: decoding (`documents/`), tables of publishers (`tables/`), and the readers of facts, a folder a family.
Rules match states of affairs in Arabic and French; no sentence and no value of any document stands here. Its version
is the digest of its own import closure (`version`); it never sees `ingest.collect`. Spelling, dates and numbers are
`ingest.text`'s.
"""
