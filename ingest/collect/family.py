"""What a family of sites is: everything that the house knows of it, in one value.

A module of `ingest.collect.walkers` makes one and calls it `FAMILY`; `ingest.collect.families` finds it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from ingest.collect.crawl.catalogue import Catalogue
from ingest.collect.crawl.walker import Walker
from ingest.collect.soup import soup_of
from ingest.read.documents.decode import decode
from ingest.read.documents.html import Selectors
from ingest.read.hints import NO_SELECTORS
from ingest.registry.schema import Listing, Source, SourceKind
from ingest.web.address import absolute, is_on_site


@dataclass(frozen=True)
class FrontPage:
    """A page that is looked at to see what it runs on."""

    url: str
    body: bytes

    @cached_property
    def text(self) -> str:
        return decode(self.body, None)[0]

    @cached_property
    def soup(self) -> BeautifulSoup:
        return soup_of(self.text)

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Where its links lead inside the site, in their order."""
        site = (urlsplit(self.url).netloc,)
        targets = (absolute(self.url, str(a["href"])) for a in self.soup.find_all("a", href=True))
        return tuple(u for u in targets if u and is_on_site(u, site))


@dataclass(frozen=True)
class Evidence:
    """What shows that a page is of a family, and what of its registry file the page tells."""

    words: str
    item_count: int = 0
    listing: Listing | None = None
    enumeration: str | None = None
    """Address with {id} where pages are numbers."""


@dataclass(frozen=True)
class Family:
    """One way in which sites are made, and what follows for walking and reading them."""

    name: str
    """The `platform` of a registry file."""
    walk: Callable[[Source, Catalogue], Walker]
    """The walker of a source that declares neither lists nor numbers."""
    demand: Callable[[Source], str | None] = lambda source: None
    """What a crawled source that declares no lists lacks before it can be walked, in words; None when nothing."""
    label: dict[str, str] = field(default_factory=dict)
    """What the public reads beside its name, in ar, fr and en; every platform has one."""
    source_kind: SourceKind | None = None
    """Walks every source of this kind, whatever its platform says; such a family is itself no platform."""
    recognise: Callable[[FrontPage], Evidence | None] | None = None
    """Its marks in a page; None for a family that no page shows."""
    rank: int = 0
    """Order of recognising, lowest first: what a page says of itself, what betrays it, the form of its lists."""
    proposal_note: str | None = None
    """What a person adds to a proposed registry file."""
    selectors: Selectors = NO_SELECTORS
    """Where its pages keep content, title and date."""
    has_numbered_addresses: bool = False
    """/actualite/1715/slug: the number is the page."""


def needs_entry_points(platform: str) -> Callable[[Source], str | None]:
    """The demand of families that are walked from their lists."""

    def missing(source: Source) -> str | None:
        return None if source.entry_points else f"platform {platform!r} begins at its lists: declare entry_points"

    return missing


def needs_listings(platform: str) -> Callable[[Source], str | None]:
    """The demand of families whose lists differ from site to site: it is asked only where none are declared."""
    return lambda source: f"platform {platform!r} is not walked by itself: declare walk.listings"
