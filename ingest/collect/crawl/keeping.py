"""What the archive holds of a source when its visit begins, and how the visit adds to it."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.archive.capture import Capture, CrawlFacts, NewCapture
from ingest.archive.captures import Replay
from ingest.archive.writer import CrawlArchive
from ingest.collect.crawl.clock import Clock
from ingest.collect.crawl.fetch import TRANSIENT, Exchange
from ingest.collect.crawl.frontier import Answer, Request
from ingest.collect.crawl.memory import Known, remember
from ingest.home import Home
from ingest.ledger.admission import DROPPED, Admissions
from ingest.web.address import canonical_address, page_address


@dataclass(frozen=True)
class Past:
    """What the archive holds of a source when its visit begins."""

    known: dict[str, Known]
    journal: dict[str, Capture]
    """Requested address → final answer, of this very run before it was killed."""
    bodies: dict[tuple[str, str], Capture]
    """(address as fetched, payload hash) → the record that holds the bytes."""
    latest: dict[str, Capture]
    """Address as fetched → its latest whole answer, for validators and revisits."""


def past_of(captures: Iterable[Capture], admissions: Admissions, run_id: str) -> Past:
    """The past of a source from its captures; what was dropped is not remembered, its bytes are."""
    in_order = sorted(captures, key=lambda c: c.captured_at)
    usable = [c for c in in_order if c.run_id != run_id and admissions.admitted_in(c.source_id, c.run_id) != DROPPED]
    bodies: dict[tuple[str, str], Capture] = {}
    latest: dict[str, Capture] = {}
    journal: dict[str, Capture] = {}
    for c in in_order:
        if c.crawl is None:
            continue
        if not c.is_revisit:
            bodies.setdefault((c.url, c.payload_sha256), c)
        if c.run_id == run_id:
            is_final = c.crawl.outcome not in TRANSIENT and c.crawl.outcome != "redirected"
            if is_final and c.http_status not in (None, 429):
                journal[c.crawl.requested_url] = c
        elif c.crawl.outcome in ("ok", "not_modified"):
            latest[c.url] = _with_validators(c, latest.get(c.url))
    return Past(remember(usable), journal, bodies, latest)


def _with_validators(capture: Capture, before: Capture | None) -> Capture:
    """A capture with the validators of the same payload before it, where its own answer had none."""
    crawl = capture.crawl
    if crawl is None or before is None or before.crawl is None or before.payload_sha256 != capture.payload_sha256:
        return capture
    etag = crawl.etag or before.crawl.etag
    modified = crawl.last_modified or before.crawl.last_modified
    return replace(capture, crawl=replace(crawl, etag=etag, last_modified=modified))


class Keeping:
    """The archive's side of one visit. Threads may call it."""

    def __init__(self, home: Home, source_id: str, run_id: str, past: Past, clock: Clock) -> None:
        self._past = past
        self._archive = CrawlArchive(home, source_id, run_id)
        self._replay = Replay(home)
        self._clock = clock
        self._lock = threading.Lock()

    def close(self) -> int:
        """Close what is open, the archive keeps what it has; returns captures added. Closing twice is closing once."""
        added = len(self._archive.close())
        self._replay.close()
        return added

    def journalled(self, url: str) -> Capture | None:
        """The final answer that this very run had for an address before it was killed."""
        return self._past.journal.get(url)

    def answer_of(self, request: Request, capture: Capture) -> Answer:
        """A request answered from the archive."""
        facts = capture.crawl
        assert facts is not None
        body = self._body_of(capture) if facts.outcome in ("ok", "not_modified") else b""
        with self._lock:
            headers = self._replay.headers(capture)
        return Answer(request, facts.outcome, capture.url, capture.http_status, headers, body, facts.detail)

    def validators(self, request: Request, url: str) -> tuple[dict[str, str], Capture | None]:
        """Headers of a conditional request, and the capture whose bytes a 304 would confirm."""
        before = self._past.latest.get(url)
        if before is None or before.crawl is None or request.reason == "new":
            return {}, None
        headers = {"If-None-Match": before.crawl.etag, "If-Modified-Since": before.crawl.last_modified}
        return {k: v for k, v in headers.items() if v}, before

    def keep(self, request: Request, exchange: Exchange, before: Capture | None) -> Answer:
        """Archive an exchange; returns it as an answer, with the archived body where the server said 'not modified'.

        Args:
            before: the capture that the request asked to confirm.
        """
        body, content_type = exchange.body, exchange.content_type
        original: str | None = None
        same = before or self._past.latest.get(exchange.url)
        if exchange.outcome == "not_modified" and same is not None:
            body, content_type, original = self._body_of(same), same.content_type, same.payload_sha256
        elif exchange.outcome == "ok" and same is not None and same.content_type == content_type:
            original = same.payload_sha256 if hashlib.sha256(body).hexdigest() == same.payload_sha256 else None
        facts = replace(
            _facts(request, exchange, body),
            original_sha256=original,
            original_captured_at=same.captured_at if original is not None and same is not None else None,
        )
        observed = json.dumps({"outcome": exchange.outcome, "detail": exchange.detail}, ensure_ascii=False).encode()
        has_answer = exchange.status is not None
        payload = exchange.body if has_answer else observed
        self._archive.append(
            NewCapture(
                url=exchange.url,
                captured_at=self._clock.now(),
                payload=b"" if original is not None else payload,
                content_type=content_type if has_answer else "application/json",
                http_status=exchange.status,
                http_headers=exchange.headers,
                crawl=facts,
                wire=exchange.wire,
                truncated=exchange.truncated,
                request_headers=exchange.request_headers,
            )
        )
        return Answer(request, exchange.outcome, exchange.url, exchange.status, exchange.headers, body, exchange.detail)

    def _body_of(self, capture: Capture) -> bytes:
        with self._lock:
            return self._replay.read(self._past.bodies[(capture.url, capture.payload_sha256)])


def _facts(request: Request, exchange: Exchange, body: bytes) -> CrawlFacts:
    is_page = request.role == "document" and exchange.outcome != "redirected"
    return CrawlFacts(
        role=request.role,
        outcome=exchange.outcome,
        requested_url=request.url,
        address=page_address(exchange.url, body) if is_page else canonical_address(exchange.url),
        detail=exchange.detail,
        reason=request.reason,
        found_by=request.found_by,
        version=request.version,
        etag=exchange.header("etag"),
        last_modified=exchange.header("last-modified"),
    )
