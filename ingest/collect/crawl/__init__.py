"""Asking politely: frontier, robots, rates, guard, and what a night of asking came to.

Belongs here: everything between a request and its archived answer. What a site's listings mean is
`ingest.collect.walkers`; what a page says is `ingest.read`.
"""
