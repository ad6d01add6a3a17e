"""One capture to its bronze records: decode, read, extract.

A pure function of capture, hints, gazetteer and this code.
"""

from __future__ import annotations

from ingest.archive.capture import Capture
from ingest.law.reference import is_law, read_law
from ingest.read.documents.reader import DocumentReader
from ingest.read.hints import Hints
from ingest.read.origin import document_origin, line_origin
from ingest.read.pages import read_page
from ingest.read.tables.documents import read_table_document
from ingest.read.territory import read_territory
from ingest.records import Keyed, ParsedCapture
from ingest.territory.gazetteer import Gazetteer


def read_capture(
    capture: Capture,
    payload: bytes,
    hints: Hints,
    gazetteer: Gazetteer,
    extractor_version: str,
    reader: DocumentReader,
) -> list[Keyed]:
    """Every record of one capture; the last one is its `ParsedCapture`."""
    records: list[Keyed]
    outcome = "ok"
    if hints.is_territory or capture.url.endswith("/territory.csv"):
        records = list(read_territory(capture, payload, extractor_version))
    elif is_law(capture.url):
        records = read_law(capture.url, payload, line_origin(capture, extractor_version))
    elif hints.is_project_file:
        records = []
    elif hints.table_layout is not None:
        records, outcome = read_table_document(capture, payload, hints, gazetteer, extractor_version, reader)
    else:
        records, outcome = read_page(capture, payload, hints, gazetteer, extractor_version, reader)
    parsed = ParsedCapture(
        natural_key=capture.capture_key,
        outcome_code=outcome,
        record_count=len(records),
        origin=document_origin(capture, extractor_version),
    )
    return [*records, parsed]
