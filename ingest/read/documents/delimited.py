"""CSV files in any usual dialect: their records, and the document that shows them as a table."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.read.documents.decode import decode_text
from ingest.read.documents.grid import Cell, grid_of
from ingest.read.documents.model import ReadDocument, TextLines, document_of

#: A cell may hold a whole commitment; the csv module stops at 131,072 characters.
_MAX_CELL_CHARS = 5_000_000
#: Longer files are no tables of ours: the largest known has 0.7 million characters.
_MAX_CHARS = 50_000_000
#: More rows or cells are no table of ours: the largest known has 7,000 rows and 1.2 million cells.
MAX_ROWS, _MAX_CELLS = 100_000, 2_000_000
#: Records that are looked at for the delimiter; the first of several that serve as well is taken.
_LOOK_ROWS, _LOOK_CHARS = 40, 200_000
_DELIMITERS = ";\t,|"
#: What a spreadsheet program writes above a table to name its delimiter.
_SEPARATOR = re.compile(r"\s*\"?sep=(?P<mark>[^\r\n])\"?[ ;,\t]*(?:\r\n|\r|\n|$)", re.IGNORECASE)


class TableError(Exception):
    """The bytes are no table that can be read; the message says why."""


@dataclass(frozen=True)
class Delimited:
    """The records of a CSV file, the number of the first, and what happened to its characters."""

    records: list[list[str]]
    first: int
    measures: Mapping[str, float]


def read_delimited(payload: bytes) -> Delimited:
    """The records of a CSV file, empty ones too.

    Raises:
        TableError: the file is too long or breaks off.
    """
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
    return Delimited(found, 2 if named else 1, decoded.measures)


def delimited_document(payload: bytes) -> ReadDocument | None:
    """A CSV file as a document that is one table; None for a text without columns."""
    try:
        file = read_delimited(payload)
    except TableError:
        return None
    grid = grid_of([Cell(cell) for cell in record] for record in file.records)
    if grid.width < 2:
        return None
    read = document_of(TextLines(tuple(grid.lines), ((0, len(grid.lines)),)), None)
    return replace(read, measures={**file.measures, **read.measures})


def _records(text: str, delimiter: str, limit: int | None = None) -> list[list[str]]:
    found: list[list[str]] = []
    cells = 0
    for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        cells += len(record)
        if cells > _MAX_CELLS or len(found) == MAX_ROWS:
            raise TableError(f"more than {MAX_ROWS:,} rows or {_MAX_CELLS:,} cells")
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
