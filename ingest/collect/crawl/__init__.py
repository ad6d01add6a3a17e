"""Asking politely: frontier, robots, rates, guard, and what a night of asking came to.

Belongs here: everything between a request and its archived answer. What a site's listings mean is `ingest/platforms`;
what a page says is `ingest/documents` and `ingest/extract`.
"""
