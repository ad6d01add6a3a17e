"""Sites walked by declared listings: CSS selectors in the registry, BeautifulSoup here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup, Tag

from ingest.crawl.address import absolute
from ingest.crawl.catalogue import Catalogue
from ingest.crawl.frontier import Answer, Request
from ingest.crawl.robots import Robots
from ingest.documents.decode import decode
from ingest.platforms.links import file_links
from ingest.registry.schema import Listing, Source
from ingest.text.fold import fold

_NUMBER = re.compile(r"\d[\d\s.,]*")
#: Pages of a list in a row without an unseen item: the list repeats itself.
_REPEATS = 2
#: Links taken from one page of a list; more is no list of acts.
_MAX_ITEMS = 5_000


class ListingWalker:
    """Walks each declared listing to its last page, then what it shows."""

    def __init__(self, source: Source, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._source = source
        self._pages = [0] * len(source.walk.listings)
        self._without_news = [0] * len(source.walk.listings)
        self._totals: dict[int, int] = {}
        self._counts = [0] * len(source.walk.listings)
        self._is_listed = False

    def begin(self, robots: Robots) -> Iterable[Request]:
        """The first page of each listing."""
        return [Request(x.url, "listing", label=str(i)) for i, x in enumerate(self._source.walk.listings)]

    def receive(self, answer: Answer) -> Iterable[Request]:
        """Further pages of a list; files that a document links to."""
        if answer.request.role == "listing":
            yield from self._read_page(answer, int(answer.request.label))
        elif self._source.walk.files and answer.outcome == "ok" and "html" in answer.content_type:
            yield from filter(None, map(self.catalogue.file, file_links(answer.url, answer.body)))

    def drained(self) -> Iterable[Request]:
        """After the listings: what is new or changed. After that: what left, and what is due for a re-check."""
        if not self._is_listed:
            self._is_listed = True
            self._check_totals()
            if fresh := self.catalogue.fresh():
                return fresh
        return self.catalogue.later()

    def _read_page(self, answer: Answer, number: int) -> Iterator[Request]:
        listing = self._source.walk.listings[number]
        self._pages[number] += 1
        page = self._pages[number]
        where = f"page {page} of {listing.url}"
        if answer.outcome not in ("ok", "not_modified"):
            self.catalogue.problem(answer.outcome, f"{where}: {answer.detail or answer.outcome}")
            return
        text, _ = decode(answer.body, None)
        soup = BeautifulSoup(text, "lxml")
        found, unseen = 0, 0
        for block in soup.select(listing.block, limit=_MAX_ITEMS + 1):
            if (url := self._item_of(answer.url, block, listing)) is None:
                continue
            found += 1
            if found > _MAX_ITEMS:
                self.catalogue.problem("listing_incomplete", f"{where}: more than {_MAX_ITEMS} items on one page")
                break
            before = len(self.catalogue.listed)
            self.catalogue.item(url, _version_of(block))
            unseen += len(self.catalogue.listed) > before
        self._counts[number] += unseen
        if listing.total and (total := _first_number(soup, listing.total)) is not None:
            self._totals[number] = total
        if found == 0:
            self.catalogue.problem("listing_incomplete", f"{where}: no element matches {listing.block!r} with a link")
            return
        self._without_news[number] = 0 if unseen else self._without_news[number] + 1
        following = _next_link(answer.url, soup, listing)
        if following is None:
            return
        if self._without_news[number] >= _REPEATS:
            self.catalogue.problem(
                "listing_incomplete", f"{where}: {_REPEATS} pages in a row show nothing new, and there is a next one"
            )
        elif page >= self._source.walk.max_listing_pages:
            self.catalogue.problem("over_budget", f"{where}: still a next page after walk.max_listing_pages")
        else:
            yield Request(following, "listing", label=str(number))

    def _item_of(self, base: str, block: Tag, listing: Listing) -> str | None:
        link = block if block.name == "a" and block.has_attr("href") else block.select_one(listing.item)
        return absolute(base, str(link["href"])) if link is not None and link.has_attr("href") else None

    def _check_totals(self) -> None:
        for number, total in self._totals.items():
            self.catalogue.expect(total)
            if self._counts[number] < total:
                url = self._source.walk.listings[number].url
                self.catalogue.problem(
                    "listing_incomplete", f"{url} states {total} items, {self._counts[number]} were listed"
                )


def _version_of(block: Tag) -> str:
    return hashlib.sha256(fold(block.get_text(" ")).encode()).hexdigest()[:16]


def _first_number(soup: BeautifulSoup, css: str) -> int | None:
    element = soup.select_one(css)
    match = _NUMBER.search(element.get_text(" ")) if element is not None else None
    return int(re.sub(r"\D", "", match.group())) if match else None


def _next_link(base: str, soup: BeautifulSoup, listing: Listing) -> str | None:
    element = soup.select_one(listing.next) if listing.next else None
    if element is None:
        return None
    if not element.has_attr("href"):
        element = element.find("a", href=True) or element
    return absolute(base, str(element["href"])) if element.has_attr("href") else None
