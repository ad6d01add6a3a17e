"""Drift: does tonight look like the nights before? Rows lost, rows gained, columns that emptied, rows held back.

Bounds come from history once there are enough releases (the median of the last ones), from the floors of the sheets
until then. A table without either observed nothing, which is not a pass. These checks may be accepted for a while
(`infitah accept`), since a council does sometimes take down half of its site; nothing else may.

The definition of a check is its threshold and what it looks at: the declared floor, the columns. Its code is counted
in the required list.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from expectations.outcome import CheckOutcome, definition_digest
from expectations.sheets.load import load_tables

#: Releases that make a history, and how many of the last ones are looked at.
ENOUGH, WINDOW = 3, 7
MAX_LOST_PCT = 20.0
MAX_EMPTIED_POINTS = 30.0
MAX_HELD_BACK_PCT = 5.0
MAX_GROWTH_FACTOR = 5.0
#: Fewer rows than this say nothing about shares.
MIN_ROWS = 20


@dataclass(frozen=True)
class History:
    """What was published before."""

    rows: Sequence[dict[str, int]]
    """Rows per table of each earlier release, oldest first."""
    previous: dict[str, Path]
    """Table → its Parquet file in the latest release."""


def floors() -> dict[str, int]:
    """Rows that a table must have while it has no history."""
    return {t.name: t.floor for t in load_tables().values() if t.floor is not None}


def check_drift(
    database: Path, columns: dict[str, list[str]], rows: dict[str, int], history: History
) -> list[CheckOutcome]:
    """One outcome per table for rows lost and for emptied columns; one for growth and one for rows held back over all.

    Args:
        columns: published columns per table.
        rows: tonight's rows per table.
    """
    outcomes = []
    grown = []
    for table in columns:
        baseline, where = _baseline(table, history)
        lost = None if baseline is None else 0.0 if baseline == 0 else max(0.0, 100.0 * (1 - rows[table] / baseline))
        outcomes.append(
            _outcome(
                f"drift.rows.{table}",
                table,
                lost,
                MAX_LOST_PCT,
                f"{rows[table]} rows, {where}",
                looks_at=floors().get(table),
            )
        )
        if (
            len(history.rows) >= ENOUGH
            and baseline
            and baseline >= MIN_ROWS
            and rows[table] > MAX_GROWTH_FACTOR * baseline
        ):
            grown.append(f"{table}: {rows[table]} rows, {where}")
    with duckdb.connect(str(database), read_only=True) as con:
        for table, names in columns.items():
            points, detail = _emptied(con, table, names, history.previous.get(table))
            outcomes.append(
                _outcome(f"drift.filled.{table}", table, points, MAX_EMPTIED_POINTS, detail, looks_at=names)
            )
        held, detail = _held_back(con, rows)
        outcomes.append(_outcome("drift.held_back", None, held, MAX_HELD_BACK_PCT, detail))
    outcomes.append(_outcome("drift.growth", None, float(len(grown)), 0.0, "; ".join(grown), severity="warn"))
    return outcomes


def _outcome(
    check_id: str,
    table: str | None,
    observed: float | None,
    threshold: float,
    detail: str,
    severity: str = "error",
    *,
    looks_at: object = None,
) -> CheckOutcome:
    digest = definition_digest(check_id, threshold, looks_at)
    warned = {"owner": "data engineers", "until": "2027-11-30"} if severity == "warn" else {}
    rounded = None if observed is None else round(observed, 3)
    return CheckOutcome(check_id, "drift", table, digest, severity, rounded, "le", threshold, detail or None, **warned)


def _baseline(table: str, history: History) -> tuple[float | None, str]:
    seen = [r[table] for r in history.rows[-WINDOW:] if table in r]
    if len(seen) >= ENOUGH:
        return float(statistics.median(seen)), f"median of the last {len(seen)} releases {statistics.median(seen):g}"
    if table in floors():
        return float(floors()[table]), f"declared floor {floors()[table]}"
    return None, "no history and no declared floor"


def _emptied(
    con: duckdb.DuckDBPyConnection, table: str, columns: list[str], previous: Path | None
) -> tuple[float, str]:
    """Largest loss, in percentage points, of the share of filled values of a column since the latest release."""
    if previous is None or not previous.exists():
        return 0.0, "no earlier release"
    had = {r[0] for r in con.execute("describe select * from read_parquet(?)", [str(previous)]).fetchall()}
    both = [c for c in columns if c in had]
    before = _shares(con, f"read_parquet('{previous}')", both)
    after = _shares(con, f'marts."{table}"', both)
    if before is None or after is None:
        return 0.0, "too few rows for shares"
    if not both:
        return 0.0, "no column to compare"
    worst = max(both, key=lambda c: before[c] - after[c])
    points = max(0.0, before[worst] - after[worst])
    return points, f"{worst}: {before[worst]:.1f} % filled before, {after[worst]:.1f} % now"


def _shares(con: duckdb.DuckDBPyConnection, relation: str, columns: list[str]) -> dict[str, float] | None:
    if not columns:
        return {}
    parts = ", ".join(f'100.0 * count("{c}") / count(*)' for c in columns)
    row: tuple[Any, ...] = con.execute(f"select count(*), {parts} from {relation}").fetchall()[0]
    return dict(zip(columns, row[1:], strict=True)) if row[0] >= MIN_ROWS else None


def _held_back(con: duckdb.DuckDBPyConnection, rows: dict[str, int]) -> tuple[float, str]:
    schemas = {r[0] for r in con.execute("select schema_name from duckdb_schemas()").fetchall()}
    if "review" not in schemas:
        return 0.0, "no private tables"
    found = con.execute(
        "select table_name, count(*) from review.int_quarantine__rows group by table_name order by table_name"
    ).fetchall()
    held = sum(n for _, n in found)
    shown = sum(rows.get(t, 0) for t, _ in found)
    if held + shown < MIN_ROWS:
        return 0.0, "too few rows for shares"
    return 100.0 * held / (held + sum(rows.values())), "; ".join(f"{t}: {n}" for t, n in found)
