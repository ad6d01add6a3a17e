"""A page or file as a document and its facts."""

from __future__ import annotations

import datetime as dt
import json

from ingest.archive.capture import ENUMERATED, Capture
from ingest.read.access.records import PortalReading, read_portal
from ingest.read.decoding import charset_of, read_text
from ingest.read.documents.decode import decode_text
from ingest.read.documents.fingerprint import fingerprint
from ingest.read.documents.model import ReadDocument
from ingest.read.documents.reader import DocumentReader
from ingest.read.documents.translations import page_identity, translation_key
from ingest.read.facts import Reading, read_facts
from ingest.read.hints import Hints
from ingest.read.origin import Provenance, document_origin
from ingest.read.publication import Publication, publication_of, publisher_of, quote_basis, without_day
from ingest.records import Document, Keyed, StatedDate
from ingest.territory.gazetteer import Gazetteer
from ingest.text.damage import text_flag
from ingest.text.fold import clean
from ingest.web.address import canonical_address

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "application/json")
#: The part of a page that may name its other languages.
_HEAD_BYTES = 60_000


def read_page(
    capture: Capture,
    payload: bytes,
    hints: Hints,
    gazetteer: Gazetteer,
    extractor_version: str,
    reader: DocumentReader,
) -> tuple[list[Keyed], str]:
    """Records of one page or file, its document first, and the outcome of reading it."""
    read = read_text(capture, payload, hints, reader)
    if capture.crawl is not None and capture.crawl.reason == ENUMERATED and read.status != "ok":
        return [], "gone"  # A number without a page is no document that is gone.
    portal = PortalReading(read, [])
    if hints.source_kind == "access_portal" and _type_of(capture) in _PAGE_TYPES:
        portal = _read_portal(capture, payload, read, hints, gazetteer, extractor_version)
        read = portal.read
    published = _published(capture, read)
    reading = _no_facts(read)
    if read.status == "ok":
        day = published.date.value if published.date is not None and published.date.precision == "day" else None
        sidecar = capture.sidecar or {}
        reading = read_facts(
            text=read.text,
            title=read.title,
            provenance=Provenance.of(capture, extractor_version, quote_basis(hints, sidecar)),
            published=dt.date.fromisoformat(day) if day else None,
            gazetteer=gazetteer,
            publisher_collectivity_id=publisher_of(hints, sidecar, gazetteer, capture.url),
            is_own_site=hints.source_kind == "council_site" and hints.collectivity_id is not None,
            tables=read.tables,
        )
    document = _document(capture, payload, hints, read, published, portal.page_code, reading, extractor_version)
    return [document, *portal.records, *reading.records], read.status


def unread(
    capture: Capture, payload: bytes, hints: Hints, extractor_version: str, status: str, reason: str
) -> Document:
    """The document of a capture whose reader broke off."""
    read = ReadDocument(status, reason=reason)
    published = publication_of({}, read, capture.url)
    return _document(capture, payload, hints, read, published, None, _no_facts(read), extractor_version)


def _read_portal(
    capture: Capture,
    payload: bytes,
    read: ReadDocument,
    hints: Hints,
    gazetteer: Gazetteer,
    extractor_version: str,
) -> PortalReading:
    is_json = "json" in capture.content_type
    address = canonical_address(capture.url)
    places = [canonical_address(u) for u in hints.entry_points]
    return read_portal(
        decode_text(payload, charset_of(capture.content_type)).text,
        read,
        source_id=capture.source_id,
        # Where the portal shows its own counters: the first entry point, and any that answers with JSON.
        is_front=address in places[:1] or (address in places and is_json),
        # Counters may be spread where the registry names more than one further entry point.
        is_partial=len(hints.entry_points) > 2 and is_json,
        captured_on=dt.date.fromisoformat(capture.captured_at[:10]),
        gazetteer=gazetteer,
        origin=document_origin(capture, extractor_version),
    )


def _published(capture: Capture, read: ReadDocument) -> Publication:
    """The stated day of publication; one after the capture keeps its words alone."""
    found = publication_of(capture.sidecar or {}, read, capture.url)
    date = found.date
    if date is None or date.value is None or date.precision != "day" or date.value <= capture.captured_at[:10]:
        return found
    return Publication(without_day(date), found.basis)


def _document(
    capture: Capture,
    payload: bytes,
    hints: Hints,
    read: ReadDocument,
    published: Publication,
    portal_page: str | None,
    reading: Reading,
    extractor_version: str,
) -> Document:
    sidecar = capture.sidecar or {}
    has_versions = capture.crawl is not None
    has_numbers = hints.has_numbered_addresses
    head = payload[:_HEAD_BYTES].decode("utf-8", "replace")  # Addresses in it are ASCII, whatever its charset.
    return Document(
        natural_key=f"document|{capture.source_id}|{page_identity(capture.address, has_numbers=has_numbers)}",
        kind_code=portal_page or reading.kind_code,
        kind_reason_code=None if portal_page else reading.kind_reason_code,
        language_code=reading.language_code,
        title=sidecar.get("title") or reading.public_title,
        publisher=sidecar.get("publisher") or hints.publisher_name,
        status_code=read.status,
        status_reason=read.reason,
        published_date=StatedDate.of(published.date),
        published_date_basis_code=published.basis if published.date is not None else "none",
        page_count=read.page_count,
        char_count=len(read.text),
        text_basis_code="recognition" if "ocr_words" in read.measures else "own_text",
        text_flag_code=text_flag(read.text, read.measures),
        text_sha256=fingerprint(read.text, capture.payload_sha256),
        translation_key=translation_key(capture.url, head, has_numbers=hints.has_numbered_addresses)
        if has_versions
        else None,
        is_layout_matched=read.is_layout_matched,
        measures=json.dumps(read.measures, sort_keys=True) if read.measures else None,
        origin=document_origin(capture, extractor_version),
    )


def _type_of(capture: Capture) -> str:
    return capture.content_type.split(";")[0].strip().lower()


def _no_facts(read: ReadDocument) -> Reading:
    return Reading("other", "not_read", "und", clean(read.title) if read.title and read.status == "gone" else None, [])
