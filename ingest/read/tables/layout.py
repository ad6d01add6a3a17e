"""A table against the layout it should have: columns by name, never by place.

What is unknown is told; what is missing stops the reading.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.read.tables.rows import Row
from ingest.records import Finding, Keyed, Origin
from ingest.text.fold import clean, fold


@dataclass(frozen=True)
class Layout:
    """The columns of one publisher's table."""

    columns: tuple[str, ...]
    required: tuple[str, ...]


@dataclass(frozen=True)
class Matched:
    """Where each known column stands, and what does not fit."""

    at: dict[str, int]
    missing: list[str]
    unknown: list[str]


def match(layout: Layout, header: Row) -> Matched:
    """Find the layout's columns in a header, spelling variants aside."""
    known = {fold(c): c for c in layout.columns}
    at: dict[str, int] = {}
    unknown = []
    for i, cell in enumerate(header.cells):
        column = known.get(fold(cell))
        if column is None or column in at:
            unknown.append(clean(cell))
        else:
            at[column] = i
    return Matched(at, [c for c in layout.required if c not in at], unknown)


RowOrigin = Callable[[int, str], Origin]
"""Row number and its words → the origin of what the row says."""


@dataclass
class TableReader:
    """Collects the records and findings of one table."""

    file_key: str
    origin: RowOrigin
    matched: Matched
    records: list[Keyed] = field(default_factory=list)
    counts: dict[str, float] = field(default_factory=dict)
    _keys: set[str] = field(default_factory=set)

    def cell(self, row: Row, column: str) -> str:
        """A cell as text, blanks around it gone; empty where the column or the cell is not there."""
        at = self.matched.at.get(column)
        return row.cells[at].strip() if at is not None and at < len(row.cells) else ""

    def source(self, row: Row) -> Origin:
        return self.origin(row.number, row.words)

    def find(self, row: Row, code: str, record: str, column: str, value: str | None = None) -> None:
        """Note a defect of the source: which rule, on which record and column, and what stands there."""
        self.counts[code] = self.counts.get(code, 0) + 1
        key = f"finding|{self.file_key}|{code}|{record}|{column}"
        if key in self._keys:
            return
        self._keys.add(key)
        self.records.append(
            Finding(
                natural_key=key,
                finding_code=code,
                record_name=record,
                field_name=column,
                value_raw=short(value),
                origin=self.source(row),
            )
        )


def short(value: str | None) -> str | None:
    """A value fit to be shown in a finding."""
    text = clean(value or "")
    return (text if len(text) <= 200 else text[:199] + "…") or None
