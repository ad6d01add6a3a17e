"""Excel workbooks as text: sheet after sheet, each a grid with its columns kept.

To be called through `DocumentReader`.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from ingest.read.documents.grid import Cell, grid_of
from ingest.read.documents.model import ReadDocument, TextLines, document_of
from ingest.read.documents.unpacked import TooLargeUnpacked, check_unpacked
from ingest.text.damage import mended
from ingest.text.fold import clean

#: More cells than this in one workbook is data, not a document to be read.
MAX_CELLS = 2_000_000
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^<>]{0,200}\bref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
#: Merged cells stand behind all rows of a sheet.
_TAIL_BYTES = 1_000_000
_MAX_MERGED = 20_000


class TooManyCells(Exception):
    """A workbook with more cells, or more empty rows, than are read."""

    def __init__(self) -> None:
        super().__init__(f"more than {MAX_CELLS:,} cells")


def read_xlsx(payload: bytes) -> ReadDocument:
    """An Excel workbook: every sheet that is shown, its name above it."""
    lines: list[str] = []
    tables: list[tuple[int, int]] = []
    try:
        with open_workbook(payload) as book:
            for name, rows in book.sheets():
                grid = grid_of(rows)
                lines.append(name)
                tables += [(len(lines), len(lines) + len(grid.lines))] if grid.lines else []
                lines += grid.lines
            title = book.title
    except (TooManyCells, TooLargeUnpacked) as error:
        return ReadDocument("unreadable", reason=str(error))
    except Exception as error:  # openpyxl raises what its many parsers raise
        return ReadDocument("unreadable", reason=f"malformed: {type(error).__name__}")
    return document_of(TextLines(tuple(lines), tuple(tables)) if tables else TextLines(()), title)


def read_sheets(payload: bytes) -> list[list[list[str]]] | str:
    """The rows of each sheet that is shown, as they stand; the kind of error for a workbook that does not open."""
    try:
        with open_workbook(payload) as book:
            return _mended([rows for _, rows in book.texts()])
    except (TooManyCells, TooLargeUnpacked) as error:
        return str(error)
    except Exception as error:  # openpyxl raises what its many parsers raise
        return type(error).__name__


#: Between cells while all of them are mended as one text; no cell holds it (XML has no such character).
_BETWEEN = "\x1f"


def _mended(sheets: list[list[list[str]]]) -> list[list[list[str]]]:
    """The same cells with the letters of pages that were mended (`ingest.text.damage`)."""
    cells = mended(_BETWEEN.join(cell for rows in sheets for row in rows for cell in row))[0].split(_BETWEEN)
    after = iter(cells)
    return [[[next(after) for _ in row] for row in rows] for rows in sheets]


def open_workbook(payload: bytes) -> Workbook:
    """A workbook of which the cells are read row by row."""
    return Workbook(payload)


class Workbook:
    """The sheets of a workbook that are shown."""

    def __init__(self, payload: bytes) -> None:
        import openpyxl  # heavy: only the child process needs it

        check_unpacked(payload)
        self._payload = payload
        self._book = openpyxl.load_workbook(io.BytesIO(payload), read_only=True, data_only=True)

    def __enter__(self) -> Workbook:
        return self

    def __exit__(self, *_: object) -> None:
        self._book.close()

    @property
    def title(self) -> str | None:
        return clean(self._book.properties.title or "") or None

    def texts(self) -> Iterator[tuple[Any, list[list[str]]]]:
        """(sheet, rows) of each sheet that is shown.

        Raises:
            TooManyCells: all sheets together have more than `MAX_CELLS`.
        """
        cells = 0
        for sheet in self._book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            rows: list[list[str]] = []
            for row in sheet.iter_rows(values_only=True):
                cells += max(1, len(row))
                if cells > MAX_CELLS:
                    raise TooManyCells
                rows.append([shown(value) for value in row])
            yield sheet, rows

    def sheets(self) -> Iterator[tuple[str, list[list[Cell]]]]:
        """(name, rows) of each sheet that is shown; columns that hold nothing are left out."""
        for sheet, rows in self.texts():
            yield clean(sheet.title), _cells(rows, _merged(self._payload, sheet))


def shown(value: Any) -> str:
    """A value as a reader sees it: a day without a time, a whole number without a fraction."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _merged(payload: bytes, sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """(row, column) → (columns, rows) that a merged cell covers, from 0; openpyxl does not tell when it reads rows."""
    with zipfile.ZipFile(io.BytesIO(payload)) as archive, archive.open(sheet._worksheet_path) as part:
        tail = b""
        while block := part.read(_TAIL_BYTES):
            tail = (tail + block)[-2 * _TAIL_BYTES :]
    found = {}
    for m in list(_MERGED.finditer(tail))[:_MAX_MERGED]:
        left, top, right, bottom = _column(m[1]), int(m[2]) - 1, _column(m[3]), int(m[4]) - 1
        found[(top, left)] = (right - left + 1, bottom - top + 1)
    return found


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _cells(rows: list[list[str]], merged: dict[tuple[int, int], tuple[int, int]]) -> list[list[Cell]]:
    """The rows of a sheet, merged cells as one, columns and rows without any word left out."""
    used = sorted({c for row in rows for c, text in enumerate(row) if text.strip()})
    covered = {
        (r, c)
        for (top, left), (columns, below) in merged.items()
        for r in range(top, min(top + below, len(rows)))
        for c in range(left, left + min(columns, 200))
        if (r, c) != (top, left)
    }
    found = []
    for r, row in enumerate(rows):
        cells = []
        for c in used:
            if (r, c) in covered:
                continue
            columns, below = merged.get((r, c), (1, 1))
            width = sum(1 for other in used if c <= other < c + columns)
            cells.append(Cell(row[c] if c < len(row) else "", width, below))
        found.append(cells)
    return found
