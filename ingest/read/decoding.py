"""A capture's bytes as a document: by what they are, not by what they are called."""

from __future__ import annotations

from urllib.parse import urlsplit

from ingest.archive.capture import Capture
from ingest.read.documents.decode import decode_text
from ingest.read.documents.delimited import delimited_document
from ingest.read.documents.files import kind_of, read_file
from ingest.read.documents.html import MAX_BYTES
from ingest.read.documents.model import ReadDocument, TextLines, titled
from ingest.read.documents.reader import DocumentReader
from ingest.read.hints import Hints
from ingest.text.fold import clean

#: A longer text is no document: two thousand pages of a PDF have some five million characters.
MAX_TEXT_CHARS = 5_000_000


def read_text(capture: Capture, payload: bytes, hints: Hints, reader: DocumentReader) -> ReadDocument:
    """The document of a capture: what evidence positions point into. `trace` re-reads through the same function."""
    if (problem := refused(capture)) is not None:
        return problem
    read = _read(capture, payload, hints, reader)
    if len(read.text) > MAX_TEXT_CHARS:
        return ReadDocument("unreadable", reason=f"{len(read.text):,} characters of text, more than {MAX_TEXT_CHARS:,}")
    return read


def _read(capture: Capture, payload: bytes, hints: Hints, reader: DocumentReader) -> ReadDocument:
    kind = capture.content_type.split(";")[0].strip().lower()
    if (file := kind_of(payload, kind, capture.url)) is not None:
        return read_file(payload, file, reader, has_ocr=hints.has_ocr)
    declared = charset_of(capture.content_type)
    if hints.json_paths is not None and kind in ("text/html", "application/json"):
        return reader.json_page(payload, declared, hints.json_paths)
    if kind in ("text/html", "application/xhtml+xml"):
        return reader.html(payload, declared, hints.selectors)
    if kind in _TABLE_TYPES or (kind.startswith("text/") and urlsplit(capture.url).path.lower().endswith(".csv")):
        return delimited_document(payload) or _plain(payload, kind, declared)
    return _plain(payload, kind, declared)


def _plain(payload: bytes, kind: str, declared: str | None) -> ReadDocument:
    """A file of text alone."""
    if len(payload) > MAX_BYTES:
        return ReadDocument("unreadable", reason=f"a text of {len(payload):,} bytes, more than {MAX_BYTES:,}")
    decoded = decode_text(payload, declared)
    text = decoded.text
    if (
        not kind.startswith("text/")
        and kind not in _TEXT_TYPES
        and "\0" in text[:10_000] + ("\0" if payload[:2] == b"PK" else "")
    ):
        return ReadDocument("unreadable", reason=f"no reader for {kind or 'a file without a type'}")
    if not text.strip():
        return ReadDocument("empty", reason="the file holds only white space")
    lines = TextLines(tuple(text.split("\n")))
    first = next((clean(line) for line in lines.lines if line.strip()), None)
    return ReadDocument("ok", lines.text, titled(first), measures=decoded.measures)


_TABLE_TYPES = ("text/csv", "application/csv", "text/tab-separated-values")
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
