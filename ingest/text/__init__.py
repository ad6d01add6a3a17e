"""Arabic and French text: normal forms for matching, dates, numbers, language.

Belongs here: pure functions over strings. What a sentence *means* (sessions, plans, roles) goes to `ingest.extract`.
"""
