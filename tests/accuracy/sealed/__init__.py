"""Sealed sets: pages and labels by a session that had seen neither the rules nor older sets, committed with their digest
before any rule read them (`DIGESTS`), opened once. What their first opening came to stands in docs/accuracy.md.

Hosts, acts, persons, days and sums are invented; names of real collectivities stand there as bodies that act, since the reader
knows no others. Nothing in these pages is a fact about them.
"""
