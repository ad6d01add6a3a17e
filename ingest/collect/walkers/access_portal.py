"""The access-to-information portal: every page that its pages link to, the entry pages anew each night.

What is out of bounds (`ingest.collect.crawl.bounds`) is not followed.
Its lists are trees of institutions without a known form, so that links are followed rather than lists read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.collect.crawl.bounds import is_out_of_bounds
from ingest.collect.crawl.catalogue import Catalogue
from ingest.collect.crawl.frontier import Answer, Request
from ingest.collect.crawl.robots import Robots
from ingest.collect.family import Family
from ingest.collect.soup import soup_of
from ingest.read.documents.decode import decode
from ingest.registry.schema import Source
from ingest.web.address import absolute, is_on_site
from ingest.web.files import is_file

#: Pages of one portal; more is taken for a loop.
_MAX_PAGES = 20_000


class PortalWalker:
    """Walks one portal."""

    def __init__(self, source: Source, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._source = source
        self._is_through = False

    def begin(self, robots: Robots) -> Iterable[Request]:
        """The entry pages: their counters change every day."""
        return [self._request(u, "recheck") for u in self._source.entry_points or (self._source.root,)]

    def _request(self, url: str, reason: str) -> Request:
        self.catalogue.item(url, is_watched=reason == "recheck")
        return Request(url, "document", reason, None, "link")

    def receive(self, answer: Answer) -> Iterable[Request]:
        """Pages that nobody has seen yet; files."""
        if answer.outcome not in ("ok", "not_modified"):
            if answer.request.reason == "recheck" and answer.request.url in self._source.entry_points:
                self.catalogue.problem(answer.outcome, f"{answer.url}: {answer.detail or answer.outcome}")
            return
        if "html" not in answer.content_type:
            return
        for url in self._links(answer):
            if is_file(url):
                if self._source.walk.files and (request := self.catalogue.file(url)) is not None:
                    yield request
                continue
            address = self.catalogue.item(url)
            if address is not None and address not in self.catalogue.known:
                yield Request(url, "document", "new", None, "link")

    def _links(self, answer: Answer) -> Iterator[str]:
        text, _ = decode(answer.body, None)
        for link in soup_of(text).find_all("a", href=True):
            url = absolute(answer.url, str(link["href"]))
            if url is None or not is_on_site(url, self._source.crawled_hosts) or is_out_of_bounds(url):
                continue
            if len(self.catalogue.listed) >= _MAX_PAGES:
                self.catalogue.problem("listing_incomplete", f"more than {_MAX_PAGES} pages link to each other")
                return
            yield url

    def is_page(self, body: bytes) -> bool:
        """No number is tried here."""
        return True

    def drained(self) -> Iterable[Request]:
        """Known pages that are due; then nothing."""
        if self._is_through:
            return []
        self._is_through = True
        return self.catalogue.later()


#: A portal may be made of anything: its `platform` says how its pages are read.
FAMILY = Family(name="access_portal", walk=PortalWalker, source_kind="access_portal")
