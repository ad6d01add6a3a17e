"""What the schedule needs from a platform: a walker says what to ask, and reads what came."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from ingest.collect.crawl.catalogue import Catalogue
from ingest.collect.crawl.frontier import Answer, Request
from ingest.collect.crawl.robots import Robots


class Walker(Protocol):
    """Walks one site for one night. Called by one thread at a time."""

    catalogue: Catalogue

    def begin(self, robots: Robots) -> Iterable[Request]:
        """The first requests."""

    def receive(self, answer: Answer) -> Iterable[Request]:
        """What follows from an answer."""

    def is_page(self, body: bytes) -> bool:
        """Whether the answer to a number that was tried is a page (`enumerated` requests alone)."""

    def drained(self) -> Iterable[Request]:
        """What to ask once everything was answered; nothing ends the walk."""
