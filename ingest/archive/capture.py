"""A capture: what was fetched or handed in, and when. Types alone; the archive on disk is `ingest.archive.captures`."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from typing import TypedDict

from ingest.web.address import canonical_address

#: Why a page was asked for whose number was tried; what it turns out not to be is no document.
ENUMERATED = "enumerated"


@dataclass(frozen=True)
class CrawlFacts:
    """What the crawler knew when it made a capture; travels in the WARC record, so an index can be made again."""

    role: str
    """robots, probe, listing or document."""
    outcome: str
    """Closed vocabulary of fetch outcomes (DESIGN.md §2, promise 6), or 'redirected' for a hop."""
    requested_url: str
    """What was asked for, before redirects: the journal's key."""
    address: str
    """Canonical address of the page: its identity."""
    detail: str | None = None
    """What was observed, for outcomes that are not ok."""
    reason: str | None = None
    """Why a document was fetched: new, changed, confirm, recheck."""
    found_by: str | None = None
    """listing, link or unlisted."""
    version: str | None = None
    """How the listing described the item when it was fetched."""
    etag: str | None = None
    last_modified: str | None = None
    original_sha256: str | None = None
    """Of a revisit: the payload that was captured before,"""
    original_captured_at: str | None = None
    """and when (UTC)."""


class SidecarFields(TypedDict, total=False):
    """What was said of a document handed in (`ingest.collect.inbox.Sidecar`), as JSON: part of its identity."""

    origin: str
    publisher: str
    publication_date: str | None
    licence: str
    source: str
    title: str | None


@dataclass(frozen=True)
class NewCapture:
    """Something to be archived."""

    url: str
    captured_at: dt.datetime
    payload: bytes
    """Decoded (of chunks and compression)."""
    content_type: str
    http_status: int | None = None
    """None for resources that did not come over HTTP."""
    http_headers: tuple[tuple[str, str], ...] = ()
    sidecar: SidecarFields | None = None
    crawl: CrawlFacts | None = None
    wire: bytes | None = None
    """The body as it came, when it was compressed."""
    request_headers: tuple[tuple[str, str], ...] = ()
    truncated: str | None = None
    """WARC-Truncated: length, time, disconnect or unspecified."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One line of the capture index."""

    source_id: str
    run_id: str
    url: str
    captured_at: str
    """UTC, ISO 8601 with Z."""
    payload_sha256: str
    payload_bytes: int
    capture_key: str
    content_type: str
    http_status: int | None
    warc_file: str
    """Relative to the archive folder."""
    offset: int
    sidecar: SidecarFields | None = field(default=None)
    crawl: CrawlFacts | None = field(default=None)

    @property
    def night(self) -> str:
        return self.run_id.rsplit(".", 1)[0]

    @property
    def address(self) -> str:
        """Canonical address of the page."""
        return self.crawl.address if self.crawl else canonical_address(self.url)

    @property
    def is_document(self) -> bool:
        """A page or file of the source in one of its states; listings, robots.txt, hops and failures are not."""
        return self.crawl is None or (
            self.crawl.role == "document" and self.crawl.outcome in ("ok", "gone", "empty", "not_modified")
        )

    @property
    def is_revisit(self) -> bool:
        """The same payload as an earlier capture, which holds the bytes."""
        return self.crawl is not None and self.crawl.original_sha256 is not None


def capture_key(
    url: str, payload_sha256: str, content_type: str, status: int | None, sidecar: SidecarFields | None
) -> str:
    """Digest of everything that parsing a capture depends on; equal captures parse to equal records."""
    context = json.dumps([url, payload_sha256, content_type, status, sidecar], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(context.encode()).hexdigest()
