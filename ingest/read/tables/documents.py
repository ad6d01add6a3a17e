"""A table file as a document: what it is, then what its rows say."""

from __future__ import annotations

import json

from ingest.archive.capture import Capture
from ingest.read.decoding import refused
from ingest.read.documents.reader import DocumentReader
from ingest.read.hints import Hints
from ingest.read.origin import document_origin, row_origin
from ingest.read.tables.read import ReadTable, read_table
from ingest.records import Document, Keyed, StatedDate
from ingest.territory.gazetteer import Gazetteer
from ingest.text.damage import text_flag
from ingest.text.dates import parse_first


def read_table_document(
    capture: Capture,
    payload: bytes,
    hints: Hints,
    gazetteer: Gazetteer,
    extractor_version: str,
    reader: DocumentReader,
) -> tuple[list[Keyed], str]:
    """Records of a table file, its document first, and the outcome of reading it."""
    assert hints.table_layout is not None
    if problem := refused(capture):
        read = ReadTable(problem.status, problem.reason)
    else:
        key = f"{capture.source_id}|{capture.address}"
        origin = row_origin(capture, extractor_version)
        read = read_table(payload, capture.content_type, hints.table_layout, gazetteer, key, origin, reader)
    sidecar = capture.sidecar or {}
    published = parse_first(stated) if (stated := sidecar.get("publication_date")) else None
    document = Document(
        natural_key=f"document|{capture.source_id}|{capture.address}",
        kind_code="reference_table",
        kind_reason_code=None,
        language_code="und",
        title=sidecar.get("title") or hints.publisher_name,
        publisher=sidecar.get("publisher") or hints.publisher_name,
        status_code=read.status,
        status_reason=read.reason,
        published_date=StatedDate.of(published),
        published_date_basis_code="sidecar" if published else "none",
        page_count=None,
        char_count=len(payload) if read.status == "ok" else 0,
        text_basis_code="own_text",
        text_flag_code=text_flag("", read.measures),
        text_sha256=capture.payload_sha256,
        translation_key=None,
        is_layout_matched=read.status != "layout_changed",
        measures=json.dumps({"rows": read.row_count, **read.counts, **read.measures}, sort_keys=True),
        origin=document_origin(capture, extractor_version),
    )
    return [document, *read.records], read.status
