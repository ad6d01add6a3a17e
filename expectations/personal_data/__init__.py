"""Personal data that must not leave: what is looked for in every text before it is published.

Belongs here: patterns of numbers, addresses and names of private persons. Redacting while reading is `ingest.read`'s.
"""
