"""One capture to its bronze records: decode, read, extract.

A pure function of capture, hints, gazetteer and this code.
"""

from __future__ import annotations

from ingest.archive.capture import Capture
from ingest.law.reference import is_law, read_law
from ingest.read.documents.reader import DocumentReader, what_broke
from ingest.read.hints import Hints
from ingest.read.origin import document_origin, line_origin
from ingest.read.pages import read_page, unread
from ingest.read.tables.documents import read_table_document
from ingest.read.territory import read_territory
from ingest.records import Finding, Keyed, ParsedCapture
from ingest.territory.gazetteer import Gazetteer
from ingest.text.limits import limited


def read_capture(
    capture: Capture,
    payload: bytes,
    hints: Hints,
    gazetteer: Gazetteer,
    extractor_version: str,
    reader: DocumentReader,
) -> list[Keyed]:
    """Every record of one capture; the last one is its `ParsedCapture`.

    A capture that stops its reader is set aside: its document says why, a finding names it, and it is not read again
    until this code changes.
    """
    records: list[Keyed]
    outcome = "ok"
    if hints.is_territory or capture.url.endswith("/territory.csv"):
        records = list(read_territory(capture, payload, extractor_version))
    elif is_law(capture.url):
        records = read_law(capture.url, payload, line_origin(capture, extractor_version))
    elif hints.is_project_file:
        records = []
    else:
        records, outcome = _read_outside(capture, payload, hints, gazetteer, extractor_version, reader)
    return _parsed(capture, records, outcome, extractor_version)


def set_aside(capture: Capture, payload: bytes, hints: Hints, extractor_version: str, reason: str) -> list[Keyed]:
    """The records of a capture that ended the process that read it."""
    document = unread(capture, payload, hints, extractor_version, "unreadable", reason)
    records = [document, _stopped(capture, extractor_version, reason)]
    return _parsed(capture, records, "unreadable", extractor_version)


def _parsed(capture: Capture, records: list[Keyed], outcome: str, extractor_version: str) -> list[Keyed]:
    """The records and, last, that the capture was read."""
    parsed = ParsedCapture(
        natural_key=capture.capture_key,
        outcome_code=outcome,
        record_count=len(records),
        origin=document_origin(capture, extractor_version),
    )
    return [*records, parsed]


def _read_outside(
    capture: Capture,
    payload: bytes,
    hints: Hints,
    gazetteer: Gazetteer,
    extractor_version: str,
    reader: DocumentReader,
) -> tuple[list[Keyed], str]:
    """Records of what others made, and the outcome of reading it."""
    read = read_page if hints.table_layout is None else read_table_document
    kills = len(reader.kills)
    try:
        records, outcome = read(capture, payload, hints, gazetteer, extractor_version, reader)
    except Exception as error:  # Whatever a text does to a rule, it costs that capture alone, and it is told.
        reason = what_broke(error)
        document = unread(capture, payload, hints, extractor_version, "parse_error", reason)
        return [document, _stopped(capture, extractor_version, reason)], "parse_error"
    if len(reader.kills) > kills:
        records = [*records, _stopped(capture, extractor_version, reader.kills[-1])]
    return records, outcome


def _stopped(capture: Capture, extractor_version: str, reason: str) -> Finding:
    return Finding(
        natural_key=f"finding|{capture.source_id}|{capture.url}|reader_stopped",
        finding_code="reader_stopped",
        record_name=limited(capture.url),
        field_name="document",
        value_raw=reason,
        origin=document_origin(capture, extractor_version),
    )
