"""Rows of a table file: CSV in any usual dialect, or the sheets of a workbook, every cell as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.read.documents.convert import SECONDS, ConversionFailed, convert
from ingest.read.documents.delimited import MAX_ROWS, TableError, read_delimited
from ingest.read.documents.reader import DocumentReader, ReaderKilled


@dataclass(frozen=True)
class Row:
    """One record of a table: its number in the file or sheet, from 1, and its cells."""

    number: int
    cells: tuple[str, ...]

    @property
    def words(self) -> str:
        """What the evidence digest of the row is taken of."""
        return "|".join(self.cells)


@dataclass(frozen=True)
class TableFile:
    """The sheets of a table file, each with one row at least; a CSV file is one sheet."""

    sheets: tuple[tuple[Row, ...], ...]
    measures: Mapping[str, float] = field(default_factory=dict)
    """What happened to its characters (`ingest.text.damage`)."""


def read_file(payload: bytes, content_type: str, reader: DocumentReader) -> TableFile:
    """Every row of every sheet; empty rows are left out, their numbers too are counted.

    Raises:
        TableError: no rows, or a workbook that does not open.
    """
    if payload[:4] == b"\xd0\xcf\x11\xe0":
        reader.allow(SECONDS)
        try:
            payload = convert(payload, ".xls")
        except ConversionFailed as error:
            raise TableError(str(error)) from None
    is_workbook = payload[:2] == b"PK" or "spreadsheetml" in content_type
    file = _workbook(payload, reader) if is_workbook else _csv(payload)
    if not file.sheets:
        raise TableError("the table has no rows")
    return file


def _rows(found: list[list[str]], first: int = 1) -> tuple[Row, ...]:
    return tuple(Row(n, tuple(cells)) for n, cells in enumerate(found, first) if any(c.strip() for c in cells))


def _csv(payload: bytes) -> TableFile:
    file = read_delimited(payload)
    rows = _rows(file.records, file.first)
    return TableFile((rows,) if rows else (), file.measures)


def _workbook(payload: bytes, reader: DocumentReader) -> TableFile:
    try:
        sheets = reader.sheets(payload)
    except ReaderKilled as error:
        raise TableError(str(error)) from None
    if isinstance(sheets, str):
        raise TableError(f"the workbook does not open: {sheets}")
    if any(len(sheet) > MAX_ROWS for sheet in sheets):
        raise TableError(f"more than {MAX_ROWS:,} rows")
    return TableFile(tuple(rows for sheet in sheets if (rows := _rows(sheet))))
