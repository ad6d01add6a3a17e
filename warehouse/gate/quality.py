"""Making the quality report of a build: `quality.json` and its page in three languages. It decides nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import duckdb

from expectations.outcome import CheckOutcome
from ingest.home import write_bytes
from ingest.ledger.acceptances import Acceptance
from warehouse.build.draft import Draft
from warehouse.pages.quality import (
    FailedCheck,
    HeldBack,
    KindCounts,
    QualityReport,
    SourceState,
    TableQuality,
    quality_pages,
)

_KINDS = ("dbt", "suite", "release", "drift")


def write_quality(
    draft: Draft, outcomes: Sequence[CheckOutcome], rows: dict[str, int], accepted: dict[str, Acceptance]
) -> None:
    """Write the report into the draft's folder.

    Args:
        accepted: check id → the acceptance that lets it pass tonight.
    """
    report = make_report(draft, outcomes, rows, accepted)
    text = json.dumps(asdict(report), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_bytes(draft.folder / "quality.json", text.encode())
    for name, data in quality_pages(report, draft.tables, draft.prefix).items():
        write_bytes(draft.folder / name, data)


def make_report(
    draft: Draft, outcomes: Sequence[CheckOutcome], rows: dict[str, int], accepted: dict[str, Acceptance]
) -> QualityReport:
    """What the report says."""
    private = _private_counts(draft)
    held_back: Counter[str] = Counter()
    for held in private.quarantine:
        held_back[held.table] += held.count
    per_table = Counter(o.table for o in outcomes if o.table)
    missed = [o for o in sorted(outcomes, key=lambda o: o.check_id) if o.verdict != "pass"]
    return QualityReport(
        release=draft.release_id,
        as_of=draft.as_of,
        checks={kind: _count([o for o in outcomes if o.kind == kind]) for kind in _KINDS},
        failed=[_failed(o, accepted.get(o.check_id)) for o in missed],
        tables={t: TableQuality(rows[t], per_table[t], held_back[t]) for t in draft.tables},
        quarantine=private.quarantine,
        unresolved_names=private.unresolved_names,
        sources=private.sources,
    )


def _count(outcomes: list[CheckOutcome]) -> KindCounts:
    missed = [o for o in outcomes if o.verdict != "pass"]
    return KindCounts(
        passed=len(outcomes) - len(missed),
        failed=sum(1 for o in missed if o.severity == "error"),
        warnings=sum(1 for o in missed if o.severity == "warn"),
    )


def _failed(outcome: CheckOutcome, accepted: Acceptance | None) -> FailedCheck:
    return FailedCheck(
        check_id=outcome.check_id,
        severity=outcome.severity,
        observed=outcome.observed,
        owner=outcome.owner,
        until=accepted.until if accepted else outcome.until,
        because=accepted.because if accepted else None,
    )


@dataclass(frozen=True)
class _Private:
    """What only the build's own database knows."""

    quarantine: list[HeldBack]
    unresolved_names: int
    sources: list[SourceState]


def _private_counts(draft: Draft) -> _Private:
    with duckdb.connect(str(draft.database), read_only=True) as con:
        schemas = {r[0] for r in con.execute("select schema_name from duckdb_schemas()").fetchall()}
        quarantine, unresolved = [], 0
        # A re-cut release has no private tables: what was held back is told by the release it was cut from.
        if "review" in schemas:
            quarantine = con.execute(
                "select table_name, rejection_code, count(*) from review.int_quarantine__rows group by all order by all"
            ).fetchall()
            unresolved = int(con.execute("select count(*) from review.int_names__unresolved").fetchall()[0][0])
        states = con.execute(
            "select source_id, state_code, cause_code, strftime(last_admitted_at, '%Y-%m-%dT%H:%M:%SZ') "
            "from marts._sources order by source_id"
        ).fetchall()
    return _Private([HeldBack(*q) for q in quarantine], unresolved, [SourceState(*s) for s in states])
