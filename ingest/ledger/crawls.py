"""What a night of asking one source came to: the crawler's part of a run, kept as ledger/crawls/<run>/<source>.json."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ingest.home import Home, write_json

#: Outcome of a crawl → what the operator may do about it, as a code and in words.
_ACTIONS = {
    "blocked": (
        "write_to_council",
        "the site refuses the crawler; nothing more is asked tonight. Write to the council, or lower the rate",
    ),
    "robots_denied": (
        "write_to_council",
        "nothing is asked for that robots.txt forbids, or while it cannot be read. If it lasts, write to the council",
    ),
    "site_down": ("check_host", "tried again next night; if it lasts, check the host by hand"),
    "timeout": (
        "check_host",
        "tried again next night; if it lasts, check the host, or raise politeness.timeout_seconds",
    ),
    "tls_error": (
        "check_certificate",
        "check the certificate; a chain that is only incomplete can be declared in politeness.extra_ca",
    ),
    "refused_address": ("check_host", "check the host's DNS: it leads to an address that is not public"),
    "redirect_stopped": ("check_host", "check where the site moved, and its hosts in the registry"),
    "listing_incomplete": (
        "check_listing",
        "compare the list with the site by hand; mend walk.listings, or wait for the next night",
    ),
    "over_budget": ("raise_budget", "goes on next night; raise the source's budget if the site is simply large"),
    "truncated": ("next_night", "tried again next night"),
    "too_large": ("raise_budget", "raise budget.document_megabytes if these documents are wanted"),
    "unreadable": ("look_at_archive", "look at the archived answers"),
    "empty": ("look_at_archive", "look at the archived answers"),
}


def action_code(outcome: str) -> str:
    """Code of what the operator may do after an outcome."""
    return _ACTIONS[outcome][0] if outcome in _ACTIONS else "none"


def action_words(outcome: str) -> str | None:
    return _ACTIONS[outcome][1] if outcome in _ACTIONS else None


class Problem(NamedTuple):
    """One thing that did not go well."""

    outcome: str
    url: str
    detail: str
    """What was observed."""


@dataclass
class CrawlReport:
    """One source in one run, as the crawler saw it."""

    source_id: str
    outcome: str = "ok"
    detail: str | None = None
    requests: int = 0
    document_requests: int = 0
    recheck_requests: int = 0
    """Of those, fetched again because no listing shows their changes."""
    bytes: int = 0
    """Bodies as they came over the wire."""
    waited_seconds: float = 0.0
    """Time that politeness kept a ready request back."""
    seconds: float = 0.0
    expected: int | None = None
    """Documents that the site's listings hold, by its own count where it states one."""
    listed: int = 0
    """Documents that were found in them."""
    held_documents: int = 0
    """Of those, how many the archive has in their listed version after this night."""
    failed: int = 0
    """Document requests without a usable answer."""
    outcomes: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    """The first few of each outcome."""

    def note(self, outcome: str, url: str, detail: str | None) -> None:
        """Keep a problem; three of a kind are enough to understand it."""
        if sum(1 for p in self.problems if p.outcome == outcome) < 3:
            self.problems.append(Problem(outcome, url, detail or ""))


def report_path(home: Home, run_id: str, source_id: str) -> Path:
    return home.ledger / "crawls" / run_id / f"{source_id}.json"


def write_report(home: Home, run_id: str, report: CrawlReport) -> None:
    """Keep the report; from here on the source's crawl of this run is done."""
    write_json(report_path(home, run_id, report.source_id), dataclasses.asdict(report))


def read_report(home: Home, run_id: str, source_id: str) -> CrawlReport | None:
    path = report_path(home, run_id, source_id)
    if not path.exists():
        return None
    return report_of(json.loads(path.read_text("utf-8")))


def report_of(stored: Mapping[str, object]) -> CrawlReport:
    """A report as it stands on disk."""
    report = CrawlReport(**stored)  # type: ignore[arg-type]
    report.problems = [Problem(*p) for p in report.problems]
    return report
