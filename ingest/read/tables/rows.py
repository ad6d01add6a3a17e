"""Rows of a table file: CSV in any usual dialect, or the sheets of a workbook, every cell as text."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.read.documents.convert import SECONDS, ConversionFailed, convert
from ingest.read.documents.decode import decode_text
from ingest.read.documents.reader import DocumentReader, ReaderKilled

#: A cell may hold a whole commitment; the csv module stops at 131,072 characters.
_MAX_CELL_CHARS = 5_000_000
#: Longer files are no tables of ours: the largest known has 0.7 million characters.
_MAX_CHARS = 50_000_000
#: More rows or cells are no table of ours: the largest known has 7,000 rows and 1.2 million cells.
_MAX_ROWS, _MAX_CELLS = 100_000, 2_000_000
#: Records that are looked at for the delimiter; the first of several that serve as well is taken.
_LOOK_ROWS, _LOOK_CHARS = 40, 200_000
_DELIMITERS = ";\t,|"
#: What a spreadsheet program writes above a table to name its delimiter.
_SEPARATOR = re.compile(r"\s*\"?sep=(?P<mark>[^\r\n])\"?[ ;,\t]*(?:\r\n|\r|\n|$)", re.IGNORECASE)


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


class TableError(Exception):
    """The bytes are no table that can be read; the message says why."""


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
    decoded = decode_text(payload)
    if len(decoded.text) > _MAX_CHARS:
        raise TableError(f"a table of {len(decoded.text):,} characters, more than {_MAX_CHARS:,}")
    named = _SEPARATOR.match(decoded.text)
    text = decoded.text[named.end() :] if named else decoded.text
    csv.field_size_limit(_MAX_CELL_CHARS)
    try:
        found = _records(text, named["mark"] if named else _delimiter(text))
    except csv.Error as error:
        raise TableError(f"the table breaks off: {error}") from None
    rows = _rows(found, 2 if named else 1)
    return TableFile((rows,) if rows else (), decoded.measures)


def _records(text: str, delimiter: str, limit: int | None = None) -> list[list[str]]:
    found: list[list[str]] = []
    cells = 0
    for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        cells += len(record)
        if cells > _MAX_CELLS or len(found) == _MAX_ROWS:
            raise TableError(f"more than {_MAX_ROWS:,} rows or {_MAX_CELLS:,} cells")
        found.append(record)
        if limit is not None and len(found) == limit:
            break
    return found


def _delimiter(text: str) -> str:
    """The mark by which most of the first records have the same number of cells, and many of them."""
    return max(_DELIMITERS, key=lambda mark: _fitness(text, mark))


def _fitness(text: str, mark: str) -> tuple[int, int]:
    try:
        records = _records(text[:_LOOK_CHARS], mark, _LOOK_ROWS)
    except csv.Error:
        return (0, 0)
    widths = Counter(len(r) for r in records if len(r) > 1)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return (count, width)


def _workbook(payload: bytes, reader: DocumentReader) -> TableFile:
    try:
        sheets = reader.sheets(payload)
    except ReaderKilled as error:
        raise TableError(str(error)) from None
    if isinstance(sheets, str):
        raise TableError(f"the workbook does not open: {sheets}")
    if any(len(sheet) > _MAX_ROWS for sheet in sheets):
        raise TableError(f"more than {_MAX_ROWS:,} rows")
    return TableFile(tuple(rows for sheet in sheets if (rows := _rows(sheet))))
