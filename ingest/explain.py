"""Why a page was read as it was: which rules spoke on it, on which words, which were overruled, what was made of it.

The page is read again by today's code, in this process; nothing is written.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

from ingest.archive.capture import Capture, SidecarFields, capture_key
from ingest.archive.captures import Replay, load_index
from ingest.collect.inbox import type_of
from ingest.opening import Ingest
from ingest.read.captures import read_capture
from ingest.read.decoding import read_text
from ingest.read.documents.reader import DocumentReader
from ingest.read.rules import Spoken, heard
from ingest.records import Document, Keyed, ParsedCapture
from ingest.web.address import canonical_address

#: Whose pages files are where nobody says.
INBOX = "inbox-documents"


class ExplainError(Exception):
    """There is nothing to explain; the message says what was looked for, and where."""


@dataclass(frozen=True)
class Explanation:
    """What today's code heard and read on one page."""

    capture: Capture
    rules: tuple[Spoken, ...]
    """In the order in which they spoke; what was said twice stands once."""
    records: tuple[Keyed, ...]
    """What was made of it, its document first where it has one."""
    text: str = ""
    """Of the document: what positions point into."""

    def words(self, record: Keyed) -> str:
        """The words that a record rests on, as the page has them; empty for a whole document, a row or a line."""
        start, dash, end = record.origin.evidence_position.removeprefix("chars:").partition("-")
        return self.text[int(start) : int(end)] if dash else ""

    @property
    def document(self) -> Document | None:
        return next((r for r in self.records if isinstance(r, Document)), None)

    def at(self, table: str, position: str, sha256: str) -> tuple[Keyed, ...]:
        """The records of a kind that rest on these words."""
        return tuple(
            r
            for r in self.records
            if (r.table, r.origin.evidence_position, r.origin.evidence_sha256) == (table, position, sha256)
        )


def explain_capture(ingest: Ingest, capture: Capture, payload: bytes) -> Explanation:
    """Read a capture again and listen.

    Raises:
        ExplainError: the registry knows its source no more.
    """
    if capture.source_id not in ingest.hints:
        raise ExplainError(f"explaining {capture.url}: its source {capture.source_id} is not in the registry any more")
    hints, version = ingest.hints[capture.source_id], ingest.versions[capture.source_id]
    with DocumentReader() as reader, heard() as spoken:
        records = read_capture(capture, payload, hints, ingest.gazetteer, version, reader)
        text = read_text(capture, payload, hints, reader).text if _has_places(records) else ""
    made = tuple(r for r in records if not isinstance(r, ParsedCapture))
    return Explanation(capture, tuple(dict.fromkeys(spoken)), made, text)


def _has_places(records: list[Keyed]) -> bool:
    return any(r.origin.evidence_position.startswith("chars:") for r in records)


def explain_archived(ingest: Ingest, capture: Capture) -> Explanation:
    """As `explain_capture`, with the bytes of the archive.

    Raises:
        ArchiveError: the record is missing or damaged.
        ExplainError: see `explain_capture`.
    """
    replay = Replay(ingest.home)
    try:
        payload = replay.read(capture)
    finally:
        replay.close()
    return explain_capture(ingest, capture, payload)


def explain_address(ingest: Ingest, address: str) -> Explanation:
    """The last capture of an address, however it is written.

    Raises:
        ArchiveError: see `explain_archived`.
        ExplainError: the archive has none, or see `explain_capture`.
    """
    asked = {address, canonical_address(address)}
    found = [
        c
        for c in load_index(ingest.home)
        if c.is_document and not c.is_revisit and asked & {c.url, c.address, canonical_address(c.url)}
    ]
    if not found:
        raise ExplainError(
            f"explaining {address}: there is no such file, and the archive of {ingest.home.root} has no document of "
            'that address. Addresses: infitah sql "select source_url from documents"'
        )
    return explain_archived(ingest, max(found, key=lambda c: (c.captured_at, c.run_id)))


def explain_file(
    ingest: Ingest, file: Path, *, now: dt.datetime, source_id: str | None = None, published: dt.date | None = None
) -> Explanation:
    """A file as if it had been handed in now, or had stood on the site of a source.

    Raises:
        ExplainError: the file cannot be opened, or the registry has no such source.
    """
    try:
        payload = file.read_bytes()
    except OSError as error:
        raise ExplainError(f"explaining {file}: {error.strerror}") from None
    if source_id is not None and source_id not in ingest.sources:
        raise ExplainError(f"no source {source_id!r} in the registry; `infitah sources list` names them")
    sidecar: SidecarFields | None = None
    if published is not None:
        sidecar = {"publication_date": published.isoformat(), "licence": "none-seen"}
    sha256, url = hashlib.sha256(payload).hexdigest(), f"inbox:explain/{file.name}"
    content_type = type_of(file)
    capture = Capture(
        source_id=source_id or INBOX,
        run_id="explain",
        url=url,
        captured_at=f"{now:%Y-%m-%dT%H:%M:%SZ}",
        payload_sha256=sha256,
        payload_bytes=len(payload),
        capture_key=capture_key(url, sha256, content_type, None, sidecar),
        content_type=content_type,
        http_status=None,
        warc_file="",
        offset=0,
        sidecar=sidecar,
    )
    return explain_capture(ingest, capture, payload)
