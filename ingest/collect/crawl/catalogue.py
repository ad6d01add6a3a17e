"""What a site's listings say tonight against what is known: the requests that follow, the proof of completeness."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.collect.crawl.frontier import Request
from ingest.collect.crawl.memory import Known, due
from ingest.web.address import canonical_address, is_on_site
from ingest.web.files import is_file

#: More vanished items than this share of a site's listed items is a listing cut short rather than a purge, until asked.
_MANY = 0.2
#: How many vanished items are asked for when there are too many to be believed.
_SAMPLE = 10
#: So many that left a listing and still answer are no editor's choice.
_ALIVE = 3


@dataclass(frozen=True)
class Listed:
    """An item as a listing shows it."""

    url: str
    version: str | None
    is_watched: bool
    """Its changes would show in a listing, even where tonight's did not have to be read to the end."""


@dataclass
class Catalogue:
    """The items of one site, tonight and before."""

    hosts: tuple[str, ...]
    known: Mapping[str, Known]
    night: dt.date
    recheck_nights: int
    listed: dict[str, Listed] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)
    """Why the listings were not seen whole: (outcome, what was observed)."""
    _expected: int = 0
    _has_expected: bool = False
    _confirmed_gone: int = 0
    _confirmed_alive: int = 0

    def item(self, url: str, version: str | None = None, *, is_watched: bool = False) -> str | None:
        """Note an item of a listing; returns its address, None when it is on another site.

        Args:
            version: how the listing describes the item tonight; None where it tells nothing.
            is_watched: any change of the item shows in a listing, so that it needs no re-check.
        """
        if not is_on_site(url, self.hosts):
            return None
        address = canonical_address(url)
        before = self.listed.get(address)
        if before is None:
            self.listed[address] = Listed(url, version, is_watched)
        elif version is not None and (before.version is None or version > before.version):
            self.listed[address] = Listed(before.url, version, before.is_watched or is_watched)
        elif is_watched and not before.is_watched:
            self.listed[address] = Listed(before.url, before.version, True)
        return address

    def unwatch(self) -> None:
        """Take back what was said of items without a version: their changes show nowhere."""
        for address, item in self.listed.items():
            if item.version is None:
                self.listed[address] = Listed(item.url, None, False)

    def expect(self, count: int) -> None:
        """Add to the number of items that the site itself states."""
        self._expected += count
        self._has_expected = True

    @property
    def expected(self) -> int:
        return max(self._expected, len(self.listed)) if self._has_expected else len(self.listed)

    def fresh(self) -> list[Request]:
        """Requests for what is new or changed in the listings."""
        found = []
        for address, item in self.listed.items():
            known = self.known.get(address)
            if known is None:
                found.append(Request(item.url, "document", "new", item.version, "listing"))
            elif known.is_gone or (item.version is not None and item.version != known.version):
                found.append(Request(item.url, "document", "changed", item.version, "listing"))
        return found

    def file(self, url: str) -> Request | None:
        """A request for a file that a page links to, unless it is known or listed."""
        if not is_on_site(url, self.hosts) or not is_file(url):
            return None
        address = canonical_address(url)
        if address in self.listed or (address in self.known and not self.known[address].is_gone):
            return None
        return Request(url, "document", "new", None, "link")

    def later(self) -> list[Request]:
        """Confirmations of what left the listings, and tonight's share of re-checks."""
        pages = set(self.known.values())
        found = []
        if not self.problems:
            listed_before = [k for k in pages if k.found_by == "listing" and not k.is_gone]
            vanished = sorted(
                (k for k in listed_before if not any(a in self.listed for a in k.aliases)), key=lambda k: k.address
            )
            is_doubtful = len(vanished) > _SAMPLE and len(vanished) > len(listed_before) * _MANY
            if is_doubtful and self._confirmed_gone < _SAMPLE:
                vanished = vanished[:_SAMPLE]
            found += [Request(k.url, "document", "confirm", k.version, "unlisted") for k in vanished]
        unwatched = due((k for k in pages if self._is_unwatched(k)), self.night, self.recheck_nights)
        return found + [Request(k.url, "document", "recheck", k.version, k.found_by) for k in unwatched]

    def _is_unwatched(self, known: Known) -> bool:
        """Whether a change of this page or file would show nowhere."""
        item = next((self.listed[a] for a in known.aliases if a in self.listed), None)
        if item is None:
            return not known.is_gone and known.found_by != "listing"
        return not known.is_gone and not item.is_watched

    def confirmed(self, *, is_gone: bool) -> None:
        """Take in the answer for an item that left the listings.

        One or two that still answer were taken out of a list. Several mean that the list was not whole.
        """
        self._confirmed_gone += is_gone
        self._confirmed_alive += not is_gone
        if self._confirmed_alive >= _ALIVE and self._confirmed_alive > self._confirmed_gone and not self.problems:
            self.problem("listing_incomplete", f"{self._confirmed_alive} items left the listings and still answer")

    def problem(self, outcome: str, detail: str) -> None:
        """Note why the listings were not seen whole."""
        self.problems.append((outcome, detail))

    def has_current(self, address: str) -> bool:
        """Whether what earlier nights brought of an item is what the listing shows tonight."""
        known, item = self.known.get(address), self.listed[address]
        return known is not None and not known.is_gone and item.version in (None, known.version)
