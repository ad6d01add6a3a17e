"""Sites walked by lists: CSS selectors in the registry file or of the family, BeautifulSoup here."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from ingest.collect.crawl.catalogue import Catalogue
from ingest.collect.crawl.frontier import Answer, Request
from ingest.collect.crawl.robots import Robots
from ingest.collect.links import file_links
from ingest.collect.soup import soup_of, too_large
from ingest.read.documents.decode import decode
from ingest.read.documents.page_json import dig, page_json
from ingest.registry.schema import Listing, Source
from ingest.text.fold import fold
from ingest.web.address import absolute

_NUMBER = re.compile(r"\d[\d\s.,]*")
_OF_NUMBER = re.compile(rf"(?<!\w)(?:of|sur|de|{fold('من')}|{fold('من أصل')}) \d[\d .,]*")
#: Pages of a list in a row without an unseen item: the list repeats itself.
_REPEATS = 2
#: Links taken from one page of a list; more is no list of acts.
_MAX_ITEMS = 5_000
#: Links outside menus, headers and footers.
IN_TEXT = "a[href]:not(nav a, header a, footer a, aside a)"
#: The link to the next page of a list.
NEXT = "a[rel~=next], li.next a, .pagination .next a, a.next, a.next-page"


def walk_lists(listing_at: Callable[[str], Listing]) -> Callable[[Source, Catalogue], ListingWalker]:
    """The walk of a family whose lists are a source's entry points."""

    def walk(source: Source, catalogue: Catalogue) -> ListingWalker:
        return ListingWalker(source, tuple(map(listing_at, source.entry_points)), catalogue)

    return walk


def pages_by_hand(url: str) -> Listing:
    """Whatever the menu of a page leads to."""
    return Listing(url=url, links=r"(?i)\.(?:php|html?|aspx?)(?:\?|$)", next=NEXT)


class ListingWalker:
    """Walks each listing to its last page, then what it shows."""

    def __init__(self, source: Source, listings: Sequence[Listing], catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._source = source
        self._listings = listings
        self._pages = [0] * len(self._listings)
        self._without_news = [0] * len(self._listings)
        self._totals: dict[int, int] = {}
        self._counts = [0] * len(self._listings)
        self._is_listed = False

    def begin(self, robots: Robots) -> Iterable[Request]:
        """The first page of each listing."""
        return [Request(x.url.replace("{page}", "1"), "listing", label=str(i)) for i, x in enumerate(self._listings)]

    def receive(self, answer: Answer) -> Iterable[Request]:
        """Further pages of a list; files that a document links to."""
        if answer.request.role == "listing":
            yield from self._read_page(answer, int(answer.request.label))
        elif self._source.walk.files and answer.outcome == "ok" and "html" in answer.content_type:
            yield from filter(None, map(self.catalogue.file, file_links(answer.url, answer.body)))

    def is_page(self, body: bytes) -> bool:
        """No number is tried here."""
        return True

    def drained(self) -> Iterable[Request]:
        """After the listings: what is new or changed. After that: what left, and what is due for a re-check."""
        if not self._is_listed:
            self._is_listed = True
            self._check_totals()
            if fresh := self.catalogue.fresh():
                return fresh
        return self.catalogue.later()

    def _read_page(self, answer: Answer, number: int) -> Iterator[Request]:
        listing = self._listings[number]
        self._pages[number] += 1
        page = self._pages[number]
        where = f"page {page} of {listing.url}"
        if answer.outcome not in ("ok", "not_modified"):
            self.catalogue.problem(answer.outcome, f"{where}: {answer.detail or answer.outcome}")
            return
        text, _ = decode(answer.body, None)
        if (why := too_large(text)) is not None:
            self.catalogue.problem("too_large", f"{where}: {why}")
            return
        is_json = listing.json_items is not None
        shown = _read_json(answer.url, text, listing) if is_json else _read_blocks(answer.url, text, listing)
        if shown is None:
            self.catalogue.problem("layout_changed", f"{where}: the page holds no JSON at {listing.json_items!r}")
            return
        unseen = 0
        for url, version in shown.items[:_MAX_ITEMS]:
            before = len(self.catalogue.listed)
            self.catalogue.item(url, version)
            unseen += len(self.catalogue.listed) > before
        self._counts[number] += unseen
        if len(shown.items) > _MAX_ITEMS:
            self.catalogue.problem("listing_incomplete", f"{where}: more than {_MAX_ITEMS} items on one page")
        if shown.total is not None:
            self._totals[number] = shown.total
        is_counted = "{page}" in listing.url
        if not shown.items:
            if not (is_counted and page > 1):
                what = (
                    f"no items at {listing.json_items!r}"
                    if is_json
                    else f"no element matches {listing.block!r} with a link"
                )
                self.catalogue.problem(
                    "listing_incomplete", f"{where}: {what}{f' to {listing.links!r}' if listing.links else ''}"
                )
            return
        self._without_news[number] = 0 if unseen else self._without_news[number] + 1
        following = listing.url.replace("{page}", str(page + 1)) if is_counted else shown.following
        if following is None or (is_counted and not unseen):
            return
        if self._without_news[number] >= _REPEATS:
            self.catalogue.problem(
                "listing_incomplete", f"{where}: {_REPEATS} pages in a row show nothing new, and there is a next one"
            )
        elif page >= self._source.walk.max_listing_pages:
            self.catalogue.problem("over_budget", f"{where}: still a next page after walk.max_listing_pages")
        else:
            yield Request(following, "listing", label=str(number))

    def _check_totals(self) -> None:
        for number, total in self._totals.items():
            self.catalogue.expect(total)
            if self._counts[number] < total:
                url = self._listings[number].url
                self.catalogue.problem(
                    "listing_incomplete", f"{url} states {total} items, {self._counts[number]} were listed"
                )


@dataclass(frozen=True)
class _Shown:
    """What one page of a list shows."""

    items: list[tuple[str, str | None]]
    """Address and version."""
    total: int | None
    following: str | None


def _read_blocks(base: str, text: str, listing: Listing) -> _Shown:
    soup = soup_of(text)
    wanted = re.compile(listing.links) if listing.links else None
    items: list[tuple[str, str | None]] = []
    for block in soup.select(listing.block, limit=4 * _MAX_ITEMS):
        link = block if block.name == "a" and block.has_attr("href") else block.select_one(listing.item)
        url = absolute(base, str(link["href"])) if link is not None and link.has_attr("href") else None
        if url is None or (wanted is not None and not wanted.search(_tail(url))):
            continue
        items.append((url, _version_of(block)))
    total = _stated_number(soup, listing.total) if listing.total else None
    return _Shown(items, total, _next_link(base, soup, listing))


def _read_json(base: str, text: str, listing: Listing) -> _Shown | None:
    """Items of the page's JSON; None when it holds no list there."""
    data = page_json(text)
    assert listing.json_items is not None
    found = dig(data, listing.json_items)
    if not isinstance(found, list):
        return None
    items: list[tuple[str, str | None]] = []
    for one in found:
        fields = defaultdict(str, {k: str(v) for k, v in one.items()} if isinstance(one, dict) else {"link": str(one)})
        url = absolute(base, listing.json_link.format_map(fields))
        if url is not None:
            version = (
                fields[listing.json_version]
                if listing.json_version
                else _digest(json.dumps(one, sort_keys=True, ensure_ascii=False))
            )
            items.append((url, version))
    total = dig(data, listing.total) if listing.total else None
    return _Shown(items, int(total) if isinstance(total, int | str) and str(total).isdigit() else None, None)


def _tail(url: str) -> str:
    parts = urlsplit(url)
    return unquote(parts.path) + (f"?{parts.query}" if parts.query else "")


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _version_of(block: Tag) -> str:
    return _digest(fold(block.get_text(" ")))


def _stated_number(soup: BeautifulSoup, css: str) -> int | None:
    """The site's own count: the number after 'of' or the first one, whichever is larger.

    '1 - 10 of 57'; '57 items, page 1 of 6'.
    """
    element = soup.select_one(css)
    words = fold(element.get_text(" ")) if element is not None else ""
    found = [m for m in (_OF_NUMBER.search(words), _NUMBER.search(words)) if m is not None]
    return max((int(re.sub(r"\D", "", m.group())) for m in found), default=None)


def _next_link(base: str, soup: BeautifulSoup, listing: Listing) -> str | None:
    element = soup.select_one(listing.next) if listing.next else None
    if element is None:
        return None
    if not element.has_attr("href"):
        element = element.find("a", href=True) or element
    return absolute(base, str(element["href"])) if element.has_attr("href") else None
