"""One archived table to its records: the layout that its source declares."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.read.tables import ogp, remacto
from ingest.read.tables.layout import Layout, RowOrigin, TableReader, match
from ingest.read.tables.resolve import NameResolver
from ingest.read.tables.rows import TableError, read_rows
from ingest.records import Keyed
from ingest.territory.gazetteer import Gazetteer


@dataclass(frozen=True)
class ReadTable:
    """What a table holds, and whether its layout is the declared one."""

    status: str
    reason: str | None = None
    row_count: int = 0
    records: list[Keyed] = field(default_factory=list)
    counts: dict[str, float] = field(default_factory=dict)
    """Findings by code."""


def layout_of(name: str) -> Layout:
    return {"ogp_commitments": ogp.layout(), "remacto_projects": remacto.LAYOUT}[name]


def read_table(
    payload: bytes, content_type: str, name: str, gazetteer: Gazetteer, key: str, origin: RowOrigin
) -> ReadTable:
    """Records and findings of a table.

    A missing column makes it `layout_changed`; an unknown one is a finding, its cells are not read.

    Args:
        key: what tells this table's findings from those of another one.
    """
    try:
        rows = read_rows(payload, content_type)
    except TableError as error:
        return ReadTable("parse_error", str(error))
    matched = match(layout_of(name), rows[0])
    if matched.missing:
        unknown = f"; unknown: {', '.join(matched.unknown[:10])}" if matched.unknown else ""
        return ReadTable(
            "layout_changed", f"the table has no column {', '.join(matched.missing)}{unknown}", len(rows) - 1
        )
    reader = TableReader(key, origin, matched)
    for column in matched.unknown:
        reader.find(rows[0], "unknown_column", "header", column or "(no name)")
    if name == "ogp_commitments":
        ogp.read(reader, rows[1:])
    else:
        remacto.read(reader, rows[1:], NameResolver(gazetteer))
    return ReadTable("ok", None, len(rows) - 1, reader.records, reader.counts)
