"""The typed shape of a registry file (DESIGN.md §5). Unknown keys are errors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal
from urllib.parse import urljoin

from pydantic import BaseModel, ConfigDict, Field, model_validator

SourceKind = Literal[
    "council_site", "openness_portal", "access_portal", "plan_publisher", "network_portal", "inbox", "reference"
]
HostStatus = Literal["verified", "unverified", "old", "staging", "third_party", "sample", "test"]
Topic = Literal[
    "sessions",
    "plans",
    "memberships",
    "events",
    "agreements",
    "figures",
    "territory",
    "tenders",
    "participation",
    "information_access",
]
TableLayout = Literal["ogp_commitments", "remacto_projects"]
QuoteBasis = Literal["law_31_13_art_6", "open_licence", "sample", "position_only"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Names(_Strict):
    ar: str
    fr: str
    en: str


class Host(_Strict):
    host: str
    status: HostStatus
    """Only 'verified' hosts are crawled; somebody confirms a host before it becomes that."""
    verified_by: str | None = None
    """Who confirmed that the body runs this host."""
    verified_on: dt.date | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    @model_validator(mode="after")
    def _says_who_verified(self) -> Host:
        if self.status == "verified" and (self.verified_by is None or self.verified_on is None):
            raise ValueError("status 'verified' needs verified_by (who confirmed it) and verified_on (when)")
        return self


class Licence(_Strict):
    code: str
    quote_basis: QuoteBasis
    """Why short quotations may be published; 'position_only' publishes facts, link, position and hash."""
    note: str | None = None


class Politeness(_Strict):
    """How a source's servers are asked; the defaults are the promise of DESIGN.md §2.9."""

    delay_seconds: float = Field(5.0, ge=0)
    """Start to start, per host, per address and per group."""
    concurrency: int = Field(1, ge=1, le=16)
    """Requests under way at once; more than 2 only in a test source."""
    group: str | None = None
    """Sources of one group share one queue: sites that are known to share a server or a provider."""
    timeout_seconds: float = Field(60.0, gt=0)
    """A whole exchange, first byte to last."""
    max_attempts: int = Field(3, ge=1, le=5)
    backoff_seconds: float = Field(30.0, ge=0)
    """Before the second attempt; doubled each time, never above `max_backoff_seconds`."""
    max_backoff_seconds: float = Field(900.0, ge=0)
    """A Retry-After beyond this pauses the host for the night."""
    extra_ca: str | None = None
    """Certificates in PEM form, trusted for this source beside the usual ones: for a site whose chain is broken."""


class Budget(_Strict):
    """What one night may take from one source; past it the night is `over_budget` and goes on the next night."""

    requests: int = Field(2000, ge=1)
    megabytes: float = Field(500.0, gt=0)
    minutes: float = Field(120.0, gt=0)
    document_megabytes: float = Field(25.0, gt=0)
    """A longer body is `too_large`, compressed or not."""


class Listing(_Strict):
    """A list of pages, by CSS selectors."""

    url: str = Field(pattern=r"^https?://")
    """Its first page. With `{page}` in it: pages from 1 on, until one shows nothing new."""
    block: str = "a[href]"
    """One item; its words are its version: when they change the item is fetched again."""
    item: str = "a[href]"
    """The link inside a block."""
    links: str | None = None
    """Regular expression that the path and query of an item's address match; other links are no items."""
    next: str | None = None
    """The link to the next page of the list; a page without it is the last."""
    total: str | None = None
    """Element whose number is the site's own count of items ('of 57', 'من 57', 'sur 57', else the first number); a
    dotted path where `json` is given."""
    json_items: str | None = None
    """Dotted path to the items in the page's JSON, or in the answer where that is JSON; `*` is every element of a
    list."""
    json_link: str = "{link}"
    """An item's address, made of its fields."""
    json_version: str | None = None
    """Field that changes when the item does."""


class Enumeration(_Strict):
    """Pages that no list shows but whose numbers run on: asked for one by one, slowly."""

    url: str = Field(pattern=r"^https?://.*\{id\}")
    first: int = Field(1, ge=0)
    stop_after: int = Field(25, ge=3)
    """So many numbers in a row without a page end the search past the highest one that is known."""
    per_night: int = Field(200, ge=1)
    """Numbers tried in a night; the rest waits for the next one."""


class Walk(_Strict):
    """How the site is walked, beyond what its platform knows."""

    listings: tuple[Listing, ...] = ()
    enumeration: Enumeration | None = None
    files: bool = True
    """Fetch documents (PDF, Office) that pages link to."""
    recheck_nights: int = Field(45, ge=1, le=60)
    """Items whose changes no listing shows are fetched again once in so many nights."""
    max_listing_pages: int = Field(500, ge=1)


class Reading(_Strict):
    """Where this site keeps things, when it is not where its platform does (CSS selectors, tried in order)."""

    content: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    json_content: str | None = None
    """Dotted path to the text (HTML) in the page's JSON, or in the answer where that is JSON."""
    json_title: str | None = None
    json_date: str | None = None
    table: TableLayout | None = None
    """Its files are tables of this layout (`ingest/tables`)."""
    ocr: bool = True
    """Scans and PDF pages with a wrong text layer go to optical character recognition, where it is installed."""


class Expectations(_Strict):
    """What a good night of this source looks like; a night that breaks it is held."""

    min_documents: int = Field(0, ge=0)
    min_layout_share: float = Field(0.9, ge=0, le=1)
    """Share of its HTML pages on which the platform's content element was found."""
    max_failed_share: float = Field(0.2, ge=0, le=1)
    """Share of tonight's requests for documents that brought no usable answer."""
    max_gone_share: float = Field(0.5, ge=0, le=1)
    min_fact_share: float = Field(0.5, ge=0)
    """Facts of this night over facts of the last admitted night."""


class Source(_Strict):
    """One publisher's one site, portal, or inbox."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]{2,60}$")
    names: Names
    kind: SourceKind
    collectivity: str | None = None
    """Our id of the collectivity it speaks for."""
    national_body: str | None = None
    hosts: tuple[Host, ...] = ()
    platform: str
    """How its site is made, or how its files come: one of those that the loader is told of."""
    languages: tuple[Literal["ar", "fr", "en", "zgh"], ...]
    entry_points: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    schedule: Literal["nightly", "weekly", "on_arrival"] = "nightly"
    politeness: Politeness = Politeness.model_validate({})
    budget: Budget = Budget.model_validate({})
    walk: Walk = Walk.model_validate({})
    reading: Reading = Reading.model_validate({})
    licence: Licence
    is_published: bool = True
    expectations: Expectations = Expectations.model_validate({})
    notes: str | None = None

    @model_validator(mode="after")
    def _is_polite(self) -> Source:
        if self.is_test:
            return self
        if self.politeness.delay_seconds < 1 and self.hosts:
            raise ValueError("politeness.delay_seconds: below 1 second only for a host whose status is 'test'")
        if self.politeness.concurrency > 2:
            raise ValueError("politeness.concurrency: above 2 only for a host whose status is 'test'")
        return self

    @property
    def is_test(self) -> bool:
        """On loopback, in a test home: every host says so."""
        return bool(self.hosts) and all(h.status == "test" for h in self.hosts)

    @property
    def is_crawlable(self) -> bool:
        """A host was confirmed by a person, or is a test server."""
        return any(h.status in ("verified", "test") for h in self.hosts)

    @property
    def is_walked_by_platform(self) -> bool:
        """A site is asked that declares no lists: its platform must tell how."""
        return self.is_crawlable and not self.is_test and not self.walk.listings

    @property
    def crawled_hosts(self) -> tuple[str, ...]:
        return tuple(h.host for h in self.hosts if h.status in ("verified", "test"))

    @property
    def root(self) -> str:
        """Where a walk begins."""
        if self.entry_points:
            return self.entry_points[0]
        if self.walk.listings:
            # The scheme that the file's own addresses have: a site without TLS is asked without.
            return urljoin(self.walk.listings[0].url, "/")
        return f"https://{self.crawled_hosts[0]}/"


Demand = Callable[[Source], str | None]
"""What a registry file lacks before its platform can be walked, in words; None when nothing."""
