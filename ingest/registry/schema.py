"""The typed shape of a registry file (DESIGN.md §5). Unknown keys are errors."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Platform = Literal[
    "wordpress", "drupal", "swct", "aspnet", "json_in_page", "php", "inbox", "package_file", "project_file"
]
SourceKind = Literal[
    "council_site", "openness_portal", "access_portal", "plan_publisher", "network_portal", "inbox", "reference"
]
HostStatus = Literal["verified", "unverified", "old", "staging", "third_party", "sample"]
Topic = Literal["sessions", "plans", "memberships", "events", "agreements", "figures", "territory"]
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
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


class Licence(_Strict):
    code: str
    quote_basis: QuoteBasis
    """Why short quotations may be published; 'position_only' publishes facts, link, position and hash."""
    note: str | None = None


class Politeness(_Strict):
    delay_seconds: float = Field(5.0, ge=0)
    """One request per this many seconds and host."""


class Expectations(_Strict):
    """What a good night of this source looks like; a night that breaks it is held."""

    min_documents: int = Field(0, ge=0)
    min_layout_share: float = Field(0.9, ge=0, le=1)
    """Share of its HTML pages on which the platform's content element was found."""
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
    platform: Platform
    languages: tuple[Literal["ar", "fr", "en", "zgh"], ...]
    entry_points: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    schedule: Literal["nightly", "weekly", "on_arrival"] = "nightly"
    politeness: Politeness = Politeness(delay_seconds=5.0)
    licence: Licence
    is_published: bool = True
    expectations: Expectations = Expectations(
        min_documents=0, min_layout_share=0.9, max_gone_share=0.5, min_fact_share=0.5
    )
    notes: str | None = None

    @property
    def is_crawlable(self) -> bool:
        """A host was confirmed by a person."""
        return any(h.status == "verified" for h in self.hosts)
