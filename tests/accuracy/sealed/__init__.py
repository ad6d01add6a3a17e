"""Sealed sets: pages and labels by a session that had seen neither the rules nor older sets, committed with their digest
before any rule read them (`DIGESTS`), opened once. What their first opening came to stands in docs/accuracy.md.
"""
