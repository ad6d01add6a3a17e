"""Text to facts: what a document states about sessions, plans, members, events, agreements and figures.

Belongs here: rules that read folded sentences in Arabic and French and return typed observations with their position.
Rules match states of affairs, not documents: no sentence and no value of any document stands in this package.
Decoding bytes goes to `ingest.documents`; spelling, dates and numbers to `ingest.text`.
"""
