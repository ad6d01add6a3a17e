"""What is still to be asked of one source, most valuable first, and nothing twice."""

from __future__ import annotations

import heapq
import itertools
import threading
from dataclasses import dataclass, field

from ingest.web.address import canonical_address

#: Order of asking: what tells about everything else, then what nobody has seen, then what changed, then the rest.
PRIORITY = {"robots": 0, "probe": 1, "listing": 2, "new": 3, "enumerated": 3, "changed": 4, "confirm": 5, "recheck": 6}


@dataclass(frozen=True)
class Request:
    """One thing to ask of a source."""

    url: str
    role: str
    """robots, probe, listing or document. A probe's refusal says something about the site; it pauses nothing."""
    reason: str | None = None
    """Of a document: new, enumerated, changed, confirm or recheck."""
    version: str | None = None
    found_by: str | None = None
    label: str = ""
    """The walker's own note on what it asked for."""

    @property
    def priority(self) -> int:
        return PRIORITY[self.reason or self.role]


@dataclass(frozen=True)
class Answer:
    """What a request came to, after redirects and attempts."""

    request: Request
    outcome: str
    url: str
    """Final address."""
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    detail: str | None = None

    def header(self, name: str) -> str | None:
        return next((v for k, v in self.headers if k.lower() == name), None)

    @property
    def content_type(self) -> str:
        return self.header("content-type") or ""


@dataclass
class Frontier:
    """Requests of one source in order; an address asked for once is not asked for again that night."""

    _heap: list[tuple[int, int, Request]] = field(default_factory=list)
    _seen: set[tuple[str, str]] = field(default_factory=set)
    _count: itertools.count[int] = field(default_factory=itertools.count)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    documents: int = 0
    """Documents ever taken in."""

    def add(self, request: Request) -> bool:
        """Take a request in; False when it was asked for before."""
        # Listings and probes differ by their query in ways that make no other page; documents are their address.
        is_document = request.role == "document"
        key = ("document", canonical_address(request.url)) if is_document else ("other", request.url)
        if key in self._seen:
            return False
        self._seen.add(key)
        self.documents += is_document
        self.put_back(request)
        return True

    def has_document(self, address: str) -> bool:
        return ("document", address) in self._seen

    def peek(self) -> Request | None:
        """The next request, left where it is; None when there is none: another thread may just have ended the visit."""
        with self._lock:
            return self._heap[0][2] if self._heap else None

    def pop(self) -> Request | None:
        with self._lock:
            return heapq.heappop(self._heap)[2] if self._heap else None

    def put_back(self, request: Request) -> None:
        """Ask for it again, after its like."""
        with self._lock:
            heapq.heappush(self._heap, (request.priority, next(self._count), request))

    def clear(self) -> int:
        """Forget what is left; returns how much it was."""
        with self._lock:
            left = len(self._heap)
            self._heap.clear()
            return left

    def __len__(self) -> int:
        return len(self._heap)
