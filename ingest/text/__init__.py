"""Arabic and French text: normal forms for matching, dates, numbers, amounts, language, damage, length.

Belongs here: pure functions over strings. What a sentence *means* (sessions, plans, roles) goes to `ingest.read`.
"""
