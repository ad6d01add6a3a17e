"""Bytes into the archive: what is asked, fetched, handed in or shipped, each by a collector.

Belongs here: the collectors, in their order in `collection`; asking politely (`crawl/`), how a family of sites is
walked (`walkers/`, one module a family). Nothing here knows one council's site; that is the registry's. What a capture
says is `ingest.read`'s.
"""
