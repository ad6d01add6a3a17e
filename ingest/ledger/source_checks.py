"""What must hold for one source on one night before its captures are admitted (DESIGN.md §4).

Runs on bronze, before dbt: a broken source is held alone, its last admitted data stays.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.ledger.store import CheckResult
from ingest.registry.schema import Expectations


@dataclass(frozen=True)
class NightCounts:
    """What one night of one source came to."""

    captures: int
    html_pages: int
    layout_matched: int
    gone: int
    parse_errors: int
    facts: int
    previous_facts: int | None
    """Facts of the last admitted night; None when there was none."""


CHECK_IDS = (
    "source.min_documents",
    "source.layout_share",
    "source.gone_share",
    "source.parse_errors",
    "source.fact_share",
)


def check_source(expected: Expectations, counts: NightCounts) -> list[CheckResult]:
    """The five source checks, in the order of `CHECK_IDS`."""
    layout = counts.layout_matched / counts.html_pages if counts.html_pages else 1.0
    gone = counts.gone / counts.captures if counts.captures else 0.0
    share = counts.facts / counts.previous_facts if counts.previous_facts else None
    return [
        CheckResult("source.min_documents", counts.captures, "ge", expected.min_documents),
        CheckResult("source.layout_share", round(layout, 4), "ge", expected.min_layout_share),
        CheckResult("source.gone_share", round(gone, 4), "le", expected.max_gone_share),
        CheckResult("source.parse_errors", counts.parse_errors, "eq", 0),
        CheckResult("source.fact_share", None if share is None else round(share, 4), "ge", expected.min_fact_share),
    ]


def cause_of(results: list[CheckResult]) -> str | None:
    """Closed vocabulary of causes for holding a source; None when nothing failed. No history holds nothing yet."""
    causes = {
        "source.min_documents": "empty",
        "source.layout_share": "layout_changed",
        "source.gone_share": "gone",
        "source.parse_errors": "parse_error",
        "source.fact_share": "listing_incomplete",
    }
    return next((causes[r.check_id] for r in results if r.verdict == "fail"), None)
