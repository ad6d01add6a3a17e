"""Where a record was read, for whole documents and for rows and lines of tables."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from ingest.archive.capture import Capture
from ingest.records import Origin

NO_QUOTE = "position_only"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def origin_of(capture: Capture, extractor_version: str, position: str, words_sha256: str) -> Origin:
    """The origin at a position of a capture; nothing is quoted."""
    return Origin(
        source_id=capture.source_id,
        source_url=capture.url,
        capture_sha256=capture.payload_sha256,
        capture_key=capture.capture_key,
        extractor_version=extractor_version,
        evidence_position=position,
        evidence_sha256=words_sha256,
        evidence_text=None,
        evidence_basis_code=NO_QUOTE,
    )


def document_origin(capture: Capture, extractor_version: str) -> Origin:
    """The whole document as evidence."""
    return origin_of(capture, extractor_version, "document", capture.payload_sha256)


def row_origin(capture: Capture, extractor_version: str) -> Callable[[int, str], Origin]:
    """(row number, its words) → origin, for a table file."""
    return lambda row, words: origin_of(capture, extractor_version, f"row:{row}", digest(words))


def line_origin(capture: Capture, extractor_version: str) -> Callable[[int, str], Origin]:
    """(line number, its words) → origin, for a reviewed file."""
    return lambda line, words: origin_of(capture, extractor_version, f"line:{line}", digest(words))
