"""Tables that publishers hand out (spreadsheets): rows to records, one module per layout.

Belongs here: what a layout's columns mean and which defects its files have. Does not: how bytes become rows (`rows.py`
only), text extraction (`ingest/extract`), who publishes the file (`ingest/registry`).
"""
