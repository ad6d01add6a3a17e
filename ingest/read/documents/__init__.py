"""Bytes to text and tables: HTML, JSON in pages, PDF, Office files, scans.

Belongs here: decoding by evidence, main content, page measures, and saying 'unreadable' when a text layer is not to be
trusted. What a text means is read by the folders beside this one.
"""
