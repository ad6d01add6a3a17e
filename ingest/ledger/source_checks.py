"""What must hold for one source on one night before its captures are admitted (DESIGN.md §4).

Runs on bronze, before dbt: a broken source is held alone, its last admitted data stays.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.ledger.store import CheckResult
from ingest.registry.schema import Expectations
from ingest.web.outcomes import UNSEEN


@dataclass(frozen=True)
class NightCounts:
    """What one night of one source came to."""

    documents: int
    """Documents that the source would show: of every night up to this one, gone ones left out."""
    addresses: int
    """Addresses ever seen."""
    html_pages: int
    """HTML pages fetched tonight."""
    layout_matched: int
    gone: int
    """Addresses found gone tonight that were not before."""
    parse_errors: int
    facts: int
    """Facts of the documents that it would show."""
    previous_facts: int | None
    """Facts of the last admitted night; None when there was none."""
    crawl_outcome: str | None
    """What the crawl came to; None where nothing was crawled."""


CHECK_IDS = (
    "source.seen_whole",
    "source.min_documents",
    "source.layout_share",
    "source.gone_share",
    "source.parse_errors",
    "source.fact_share",
)


def check_source(expected: Expectations, counts: NightCounts) -> list[CheckResult]:
    """The six source checks, in the order of `CHECK_IDS`."""
    layout = counts.layout_matched / counts.html_pages if counts.html_pages else 1.0
    gone = counts.gone / counts.addresses if counts.addresses else 0.0
    share = counts.facts / counts.previous_facts if counts.previous_facts else None
    seen = None if counts.crawl_outcome is None else float(counts.crawl_outcome not in UNSEEN)
    return [
        CheckResult("source.seen_whole", seen, "eq", 1.0),
        CheckResult("source.min_documents", counts.documents, "ge", expected.min_documents),
        CheckResult("source.layout_share", round(layout, 4), "ge", expected.min_layout_share),
        CheckResult("source.gone_share", round(gone, 4), "le", expected.max_gone_share),
        CheckResult("source.parse_errors", counts.parse_errors, "eq", 0),
        CheckResult("source.fact_share", None if share is None else round(share, 4), "ge", expected.min_fact_share),
    ]


def cause_of(results: list[CheckResult], crawl_outcome: str | None) -> str | None:
    """Closed vocabulary of causes for holding a source; None when nothing failed. No history holds nothing yet."""
    causes = {
        "source.seen_whole": crawl_outcome,
        "source.min_documents": "empty",
        "source.layout_share": "layout_changed",
        "source.gone_share": "gone",
        "source.parse_errors": "parse_error",
        "source.fact_share": "facts_dropped",
    }
    return next((causes[r.check_id] for r in results if r.verdict == "fail"), None)
