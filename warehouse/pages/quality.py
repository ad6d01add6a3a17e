"""The quality report of a build, and its page in three languages. Reasons and counts, never a value."""

from __future__ import annotations

from dataclasses import dataclass

from expectations.sheets.model import Table
from warehouse.pages.render import LANGUAGES, render_page, words


@dataclass(frozen=True)
class KindCounts:
    """Checks of one kind by what they came to."""

    passed: int
    failed: int
    warnings: int


@dataclass(frozen=True)
class FailedCheck:
    """A check that did not hold: a warning, or one that was accepted for a while."""

    check_id: str
    severity: str
    observed: float | None
    owner: str | None
    until: str | None
    because: str | None


@dataclass(frozen=True)
class TableQuality:
    """One published table."""

    rows: int
    checks: int
    quarantined: int
    """Rows that were held back."""


@dataclass(frozen=True)
class HeldBack:
    """Rows of one table that were held back for one reason."""

    table: str
    reason: str
    count: int


@dataclass(frozen=True)
class SourceState:
    """What a source came to, by its last nights."""

    source_id: str
    state_code: str
    cause_code: str | None
    last_admitted_at: str | None


@dataclass(frozen=True)
class QualityReport:
    """What `quality.json` says: names of these fields are its keys."""

    release: str
    as_of: str
    checks: dict[str, KindCounts]
    """By kind of check."""
    failed: list[FailedCheck]
    tables: dict[str, TableQuality]
    quarantine: list[HeldBack]
    unresolved_names: int
    sources: list[SourceState]


@dataclass(frozen=True)
class _Row:
    """One line of the list of tables."""

    label: str
    rows: int
    checks: int
    quarantined: int


def quality_pages(report: QualityReport, tables: dict[str, Table], prefix: str) -> dict[str, bytes]:
    """`quality.ar.html`, `quality.fr.html`, `quality.en.html`."""
    links = {x: f"quality.{x}.html" for x, _ in LANGUAGES}
    found = {}
    for language, _ in LANGUAGES:
        told = [(t.label[language], report.tables[t.name]) for t in tables.values()]
        rows = [_Row(label, q.rows, q.checks, q.quarantined) for label, q in told]
        title = words(language)["quality"]
        found[links[language]] = render_page("quality.html", language, links, prefix, title, q=report, tables=rows)
    return found
