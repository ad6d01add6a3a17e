"""One archived table to its records: the layout that its source declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.read.documents.delimited import TableError
from ingest.read.documents.reader import DocumentReader
from ingest.read.tables import ogp, remacto
from ingest.read.tables.layout import Layout, Matched, RowOrigin, TableReader, match
from ingest.read.tables.resolve import NameResolver
from ingest.read.tables.rows import Row, TableFile, read_file
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
    measures: Mapping[str, float] = field(default_factory=dict)
    """What happened to its characters."""


def layout_of(name: str) -> Layout:
    return {"ogp_commitments": ogp.layout(), "remacto_projects": remacto.LAYOUT}[name]


def read_table(
    payload: bytes,
    content_type: str,
    name: str,
    gazetteer: Gazetteer,
    key: str,
    origin: RowOrigin,
    document_reader: DocumentReader,
) -> ReadTable:
    """Records and findings of a table.

    A missing column makes it `layout_changed`; an unknown one is a finding, its cells are not read.

    Args:
        key: what tells this table's findings from those of another one.
    """
    try:
        file = read_file(payload, content_type, document_reader)
    except TableError as error:
        return ReadTable("parse_error", str(error))
    header, matched, rows = _headed(file, layout_of(name))
    if matched.missing:
        unknown = f"; unknown: {', '.join(matched.unknown[:10])}" if matched.unknown else ""
        reason = f"the table has no column {', '.join(matched.missing)}{unknown}"
        return ReadTable("layout_changed", reason, len(rows), measures=file.measures)
    reader = TableReader(key, origin, matched)
    for column in matched.unknown:
        reader.find(header, "unknown_column", "header", column or "(no name)")
    if name == "ogp_commitments":
        ogp.read(reader, rows)
    else:
        remacto.read(reader, rows, NameResolver(gazetteer))
    return ReadTable("ok", None, len(rows), reader.records, reader.counts, file.measures)


#: A cover, a title or a note stands above a header, never so many rows.
_HEADER_ROWS = 40


def _headed(file: TableFile, layout: Layout) -> tuple[Row, Matched, list[Row]]:
    """The row that names most columns of the layout, where they stand, and the rows below it in its sheet.

    The header said again on a new page is no row.
    """
    candidates = [(sheet, i) for sheet in file.sheets for i in range(min(len(sheet), _HEADER_ROWS))]
    sheet, at = max(candidates, key=lambda c: _known(layout, c[0][c[1]]))
    header = sheet[at]
    rows = [row for row in sheet[at + 1 :] if row.cells != header.cells]
    return header, match(layout, header), rows


def _known(layout: Layout, row: Row) -> int:
    return len(match(layout, row).at)
