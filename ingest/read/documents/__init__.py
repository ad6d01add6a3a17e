"""Bytes to text: HTML, PDF with a text layer, plain text.

Belongs here: decoding by evidence, main content, page measures, and saying 'unreadable' when a text layer is not to be
trusted. Meaning goes to `ingest.extract`.
"""
