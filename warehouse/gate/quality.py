"""The quality report of a build: `quality.json` and a page in three languages. Reasons and counts, never a value."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import duckdb

from expectations.outcome import CheckOutcome
from ingest.home import write_bytes
from warehouse.build.draft import Draft
from warehouse.pages.render import quality_pages

_KINDS = ("dbt", "suite", "release", "drift")


def write_quality(
    draft: Draft, outcomes: list[CheckOutcome], rows: dict[str, int], accepted: dict[str, dict[str, Any]]
) -> None:
    """Write the report into the draft's folder.

    Args:
        accepted: check id → the acceptance that lets it pass tonight.
    """
    report = make_report(draft, outcomes, rows, accepted)
    text = json.dumps(report, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_bytes(draft.folder / "quality.json", text.encode())
    for name, data in quality_pages(report, draft.tables, draft.prefix).items():
        write_bytes(draft.folder / name, data)


def make_report(
    draft: Draft, outcomes: list[CheckOutcome], rows: dict[str, int], accepted: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    """What the report says."""
    quarantine, unresolved, sources = _private_counts(draft)
    held_back = Counter(dict.fromkeys(draft.tables, 0))
    for table, _, n in quarantine:
        held_back[table] += n
    checks = {
        kind: {
            "passed": sum(1 for o in outcomes if o.kind == kind and o.verdict == "pass"),
            "failed": sum(1 for o in outcomes if o.kind == kind and o.verdict != "pass" and o.severity == "error"),
            "warnings": sum(1 for o in outcomes if o.kind == kind and o.verdict != "pass" and o.severity == "warn"),
        }
        for kind in _KINDS
    }
    per_table = Counter(o.table for o in outcomes if o.table)
    return {
        "release": draft.release_id,
        "as_of": draft.as_of,
        "checks": checks,
        "failed": [
            {
                "check_id": o.check_id, "severity": o.severity, "observed": o.observed, "owner": o.owner, "until": accepted.get(o.check_id, {}).get("until", o.until),
                "because": accepted.get(o.check_id, {}).get("because"),
            }
            for o in sorted(outcomes, key=lambda o: o.check_id) if o.verdict != "pass"
        ],
        "tables": {
            t: {"rows": rows[t], "checks": per_table[t], "quarantined": held_back[t]} for t in draft.tables
        },
        "quarantine": [{"table": t, "reason": r, "count": n} for t, r, n in quarantine],
        "unresolved_names": unresolved,
        "sources": sources,
    }  # fmt: skip


def _private_counts(draft: Draft) -> tuple[list[tuple[str, str, int]], int, list[dict[str, Any]]]:
    with duckdb.connect(str(draft.database), read_only=True) as con:
        schemas = {r[0] for r in con.execute("select schema_name from duckdb_schemas()").fetchall()}
        quarantine, unresolved = [], 0
        # A re-cut release has no private tables: what was held back is told by the release it was cut from.
        if "review" in schemas:
            quarantine = con.execute(
                "select table_name, rejection_code, count(*) from review.int_quarantine__rows group by all order by all"
            ).fetchall()
            unresolved = con.execute("select count(*) from review.int_names__unresolved").fetchall()[0][0]
        states = con.execute(
            "select source_id, state_code, cause_code, strftime(last_admitted_at, '%Y-%m-%dT%H:%M:%SZ') from marts._sources order by source_id"
        ).fetchall()
    names = ("source_id", "state_code", "cause_code", "last_admitted_at")
    return quarantine, int(unresolved), [dict(zip(names, s, strict=True)) for s in states]
