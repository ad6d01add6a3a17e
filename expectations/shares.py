"""Shares of a column's values against those of the release before: what a suite compares, and when it cannot.

The partition that Great Expectations compares with is read from the earlier release's Parquet files, and so is no part
of a check's definition.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from pydantic import BaseModel, ConfigDict

from expectations.drift import MIN_ROWS, History

#: The expectation that compares them (divergence of Kullback and Leibler: 0 for equal shares; half and half turned
#: into nine tenths and one is 0.37).
SHARES = "ExpectColumnKLDivergenceToBeLessThan"
#: Weight that values which the earlier release did not have share, so that a first row of a new kind is no infinity.
_NEW_VALUES_WEIGHT = 0.01


class Beside(BaseModel):
    """Another table that holds the compared column, for each row of the table by its reference."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    table: str
    by: str
    """The column that both have."""


@dataclass(frozen=True)
class Compared:
    """What is compared; no partition where nothing can be said."""

    detail: str
    frame: Any = None
    partition: dict[str, list[Any]] | None = None

    @property
    def arguments(self) -> dict[str, Any]:
        return {"partition_object": self.partition, "tail_weight_holdout": _NEW_VALUES_WEIGHT}


def compared_shares(
    table: str,
    column: str,
    beside: Beside | None,
    frame: Any,
    history: History,
    frame_of: Callable[[str], Any] | None,
) -> Compared:
    """Tonight's rows and the shares that the column had, with what was counted; never a value."""
    files = [history.previous.get(t) for t in (table, beside.table if beside else table)]
    if any(f is None or not f.exists() for f in files):
        return Compared("no earlier release")
    counts = _counts(column, beside, *[f for f in files if f is not None])
    if counts is None:
        return Compared("the earlier release has no such column")
    if beside is not None:
        assert frame_of is not None, f"{table}: shares that are looked up need the other table"
        frame = frame[[beside.by]].merge(frame_of(beside.table)[[beside.by, column]], on=beside.by, how="left")
    before, now = sum(counts.values()), int(frame[column].notnull().sum())
    if min(before, now) < MIN_ROWS:
        return Compared("too few rows for shares")
    partition = {"values": list(counts), "weights": [n / before for n in counts.values()]}
    return Compared(f"{column}: {before} rows before, {now} now", frame, partition)


def _counts(column: str, beside: Beside | None, file: Path, other: Path) -> dict[Any, int] | None:
    """Value → rows of the earlier release."""
    joined = f" left join read_parquet('{other}') as beside using ({beside.by})" if beside else ""
    holder = "beside" if beside else "own"
    with duckdb.connect() as con:
        had = {r[0] for r in con.execute("describe select * from read_parquet(?)", [str(other)]).fetchall()}
        if column not in had:
            return None
        found = con.execute(
            f"select {holder}.\"{column}\", count(*) from read_parquet('{file}') as own{joined} "
            f'where {holder}."{column}" is not null group by all order by all'
        ).fetchall()
    return dict(found)
