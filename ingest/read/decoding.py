"""A capture's bytes as a document: by what they are, not by what they are called."""

from __future__ import annotations

import dataclasses

from ingest.archive.capture import Capture
from ingest.read.documents.decode import decode_text
from ingest.read.documents.files import kind_of, read_file
from ingest.read.documents.html import read_html, read_json_page
from ingest.read.documents.model import ReadDocument
from ingest.read.documents.reader import DocumentReader
from ingest.read.hints import Hints
from ingest.text.fold import clean


def read_text(capture: Capture, payload: bytes, hints: Hints, reader: DocumentReader) -> ReadDocument:
    """The document of a capture: what evidence positions point into. `trace` re-reads through the same function."""
    if (problem := refused(capture)) is not None:
        return problem
    kind = capture.content_type.split(";")[0].strip().lower()
    if (file := kind_of(payload, kind, capture.url)) is not None:
        return read_file(payload, file, reader, has_ocr=hints.has_ocr)
    decoded = decode_text(payload, charset_of(capture.content_type))
    read = _read_decoded(capture, payload, hints, kind, decoded.text)
    return dataclasses.replace(read, measures={**read.measures, **decoded.measures}) if decoded.measures else read


def _read_decoded(capture: Capture, payload: bytes, hints: Hints, kind: str, text: str) -> ReadDocument:
    if hints.json_paths is not None and kind in ("text/html", "application/json"):
        return read_json_page(text, hints.json_paths)
    if kind in ("text/html", "application/xhtml+xml"):
        return read_html(text, hints.selectors)
    if (
        not kind.startswith("text/")
        and kind not in _TEXT_TYPES
        and "\0" in text[:10_000] + ("\0" if payload[:2] == b"PK" else "")
    ):
        return ReadDocument("unreadable", reason=f"no reader for {kind or 'a file without a type'}")
    if not text.strip():
        return ReadDocument("empty", reason="the file holds only white space")
    first = next((clean(line) for line in text.split("\n") if line.strip()), None)
    return ReadDocument("ok", text, first)


#: Types that are text without saying so.
_TEXT_TYPES = ("application/json", "application/xml", "application/ld+json")


def refused(capture: Capture) -> ReadDocument | None:
    """What a capture without a document is; None for one that holds one."""
    is_gone = capture.crawl is not None and capture.crawl.outcome == "gone"
    if is_gone or (capture.http_status is not None and capture.http_status not in (200, 304)):
        status = "gone" if is_gone or capture.http_status in (404, 410) else "parse_error"
        return ReadDocument(status, reason=f"HTTP status {capture.http_status}")
    return None


def charset_of(content_type: str) -> str | None:
    for part in content_type.split(";")[1:]:
        name, _, value = part.strip().partition("=")
        if name.lower() == "charset":
            return value.strip("\"' ")
    return None
