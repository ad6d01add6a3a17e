"""Sites whose pages are numbers and whose lists no link opens: each number is asked for, slowly.

ASP.NET has them as `detailsact.aspx?idact=N`. What the entry pages link to says how far the numbers reach. New numbers
are looked for past the highest known one, until several in a row have no page; older ones are worked off from the
newest, so many a night. A page is one that has the content element of its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from ingest.archive.capture import ENUMERATED
from ingest.collect.crawl.catalogue import Catalogue
from ingest.collect.crawl.frontier import Answer, Request
from ingest.collect.crawl.robots import Robots
from ingest.collect.links import file_links
from ingest.collect.soup import soup_of
from ingest.read.documents.decode import decode
from ingest.read.documents.html import Selectors, read_html
from ingest.registry.schema import Enumeration, Source
from ingest.web.address import absolute, canonical_address

#: Numbers asked for at once before the stop rule is looked at again.
_BATCH = 5


class EnumerationWalker:
    """Walks one site by numbers."""

    def __init__(self, source: Source, enumeration: Enumeration, selectors: Selectors, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._source = source
        self._selectors = selectors
        self._rule = enumeration
        before, _, after = enumeration.url.partition("{id}")
        self._pattern = re.compile(re.escape(_tail(before)) + r"(\d{1,9})" + re.escape(after) + "$", re.IGNORECASE)
        self._linked: set[int] = set()
        self._start: int | None = None
        """The first number past those that are known or linked; the stop rule looks at these alone."""
        self._upward = 0
        self._below: list[int] = []
        self._tried = 0
        self._empty_in_row = 0
        self._ended = False

    def begin(self, robots: Robots) -> Iterable[Request]:
        """The entry pages: what they link to says how far the numbers reach."""
        return [Request(u, "listing", label="entry") for u in self._source.entry_points or (self._source.root,)]

    def receive(self, answer: Answer) -> Iterable[Request]:
        """Numbers in the entry pages; whether a number has a page; files that a page links to."""
        if answer.request.role == "listing":
            self._read_entry(answer)
            return []
        if answer.request.reason == ENUMERATED:
            is_page = answer.outcome in ("ok", "not_modified")
            number = int(answer.request.label)
            if self._start is not None and number >= self._start:
                self._empty_in_row = 0 if is_page else self._empty_in_row + 1
            if not is_page:
                return []
            self.catalogue.item(answer.request.url)
        if self._source.walk.files and answer.outcome == "ok" and "html" in answer.content_type:
            return [r for u in file_links(answer.url, answer.body) if (r := self.catalogue.file(u)) is not None]
        return []

    def is_page(self, body: bytes) -> bool:
        """Whether it has the content element of its source."""
        text, _ = decode(body, None)
        return read_html(text, self._selectors).status == "ok"

    def drained(self) -> Iterable[Request]:
        """The next numbers; when they are through, tonight's share of re-checks."""
        if self.catalogue.problems and not self.catalogue.listed:
            return []
        if not self._ended:
            if batch := self._next_batch():
                return batch
            self._ended = True
        return self.catalogue.later()

    def _read_entry(self, answer: Answer) -> None:
        if answer.outcome not in ("ok", "not_modified"):
            self.catalogue.problem(answer.outcome, f"{answer.url}: {answer.detail or answer.outcome}")
            return
        text, _ = decode(answer.body, None)
        for link in soup_of(text).find_all("a", href=True):
            url = absolute(answer.url, str(link["href"]))
            if url is not None and (m := self._pattern.search(_tail(url))):
                self._linked.add(int(m[1]))

    def _url(self, number: int) -> str:
        return self._rule.url.replace("{id}", str(number))

    def _alive(self) -> set[int]:
        return {
            int(m[1])
            for k in self.catalogue.known.values()
            if not k.is_gone and (m := self._pattern.search(_tail(k.url)))
        }

    def _highest(self) -> int | None:
        return max(self._alive() | self._linked, default=None)

    def _next_batch(self) -> list[Request]:
        """First upward past the highest number, then the unseen ones below it, newest first."""
        if self._start is None:
            highest = self._highest()
            self._start = self._upward = max(self._rule.first, (highest or self._rule.first - 1) + 1)
            known = {k.address for k in self.catalogue.known.values()}
            older = range(self._start - 1, self._rule.first - 1, -1)
            self._below = [n for n in older if canonical_address(self._url(n)) not in known]
            for k in set(self.catalogue.known.values()):
                if not k.is_gone and self._pattern.search(_tail(k.url)):
                    self.catalogue.item(k.url)
        left = self._rule.per_night - self._tried
        if left <= 0:
            self._over()
            return []
        batch: list[int] = []
        if self._empty_in_row < self._rule.stop_after:
            batch = list(range(self._upward, self._upward + min(_BATCH, left)))
            self._upward += len(batch)
        elif self._below:
            batch, self._below = self._below[: min(_BATCH, left)], self._below[min(_BATCH, left) :]
        self._tried += len(batch)
        return [Request(self._url(n), "document", ENUMERATED, None, ENUMERATED, str(n)) for n in batch]

    def _over(self) -> None:
        if self._empty_in_row < self._rule.stop_after or self._below:
            waiting = f"{len(self._below)} older numbers" if self._below else "the end of the numbers"
            self.catalogue.problem(
                "over_budget", f"{self._tried} numbers tried tonight (per_night); {waiting} wait for the next night"
            )


def _tail(url: str) -> str:
    """Path and query: hosts may differ in `www.`."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
