"""Rows of a table file: CSV in any usual dialect, or the first sheet of a workbook, every cell as text."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

import openpyxl

from ingest.read.documents.decode import decode

#: A cell may hold a whole commitment; the csv module stops at 131,072 characters.
_MAX_CELL_CHARS = 5_000_000


@dataclass(frozen=True)
class Row:
    """One record of a table: its number in the file (the header is 1) and its cells."""

    number: int
    cells: tuple[str, ...]

    @property
    def words(self) -> str:
        """What the evidence digest of the row is taken of."""
        return "|".join(self.cells)


class TableError(Exception):
    """The bytes are no table that can be read; the message says why."""


def read_rows(payload: bytes, content_type: str) -> list[Row]:
    """Every row, the header first; empty rows are left out, their numbers too are counted.

    Raises:
        TableError: no rows, or a workbook that does not open.
    """
    is_workbook = payload[:2] == b"PK" or "spreadsheetml" in content_type
    found = _workbook(payload) if is_workbook else _csv(payload)
    rows = [Row(n, cells) for n, cells in enumerate(found, start=1) if any(c.strip() for c in cells)]
    if not rows:
        raise TableError("the table has no rows")
    return rows


def _csv(payload: bytes) -> list[tuple[str, ...]]:
    text, _ = decode(payload)
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(_MAX_CELL_CHARS)
    try:
        return [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise TableError(f"the table breaks off: {error}") from None


def _workbook(payload: bytes) -> list[tuple[str, ...]]:
    try:
        book = openpyxl.load_workbook(io.BytesIO(payload), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return [tuple("" if v is None else str(v) for v in row) for row in sheet.iter_rows(values_only=True)]
    except Exception as error:  # openpyxl raises what its many parsers raise
        raise TableError(f"the workbook does not open: {type(error).__name__}") from None
