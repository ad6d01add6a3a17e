"""The workbooks of a release hold, cell for cell, what the build's tables hold: three languages, a sheet a table.

The XML of a sheet is read row by row. DuckDB writes each row anew as a workbook would say it, and a row that is the
same to the byte needs no more (millions of cells are compared in a second or two); any other is parsed, with types,
shared strings and escapes, and compared cell by cell. So another program may have written the workbook, and a cell of
another value is told by file, table and column, never by value.

First comes a sheet about the file, whose numbers of rows are compared; then one for each table, in order: labels in its
language, names of columns, rows in canonical order. An empty text is no cell. A sheet that cannot hold every row ends
with a row that names the CSV file.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import duckdb

from expectations.release_files import ReleaseFiles
from expectations.sheets.model import LANGUAGES, Column, Table

#: Rows of a sheet, less the header rows.
_HEADERS = 2
MAX_ROWS = 1_048_576 - _HEADERS
_AT_ONCE = 2_000
_BLOCK = 1 << 20
_TIME = "%Y-%m-%dT%H:%M:%SZ"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
#: A character as a workbook spells what XML cannot hold.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNREADABLE = (OSError, KeyError, ValueError, IndexError, zipfile.BadZipFile, zlib.error, ElementTree.ParseError)

Kind = Literal["text", "flag", "number", "formula"]
#: SQL of what stands before and behind the value of a cell, from its place on.
_WRITTEN = {
    "text": ("""'" t="inlineStr"><is><t>'""", "'</t></is></c>'"),
    "flag": ("""'" t="b"><v>'""", "'</v></c>'"),
    "number": ("""'"><v>'""", "'</v></c>'"),
}


@dataclass(frozen=True)
class _Book:
    """One workbook, open."""

    path: Path
    language: str
    archive: zipfile.ZipFile
    sheets: list[tuple[str, str]]
    """(name, member of the archive), in order."""
    shared: list[str]
    """Texts that cells name by number."""

    def rows(self, place: int) -> Iterator[bytes]:
        """The XML of each row of a sheet, without its end."""
        with self.archive.open(self.sheets[place][1]) as stream:
            rest, is_first = b"", True
            while block := stream.read(_BLOCK):
                *rows, rest = (rest + block).split(b"</row>")
                if rows and is_first:
                    rows[0], is_first = rows[0][max(rows[0].find(b"<row "), 0) :], False
                yield from rows
            if b"<row " in rest:
                raise ValueError("a row without end")

    def cells(self, row: bytes) -> dict[int, tuple[Kind, str]]:
        """Column, from 0 → kind and value, of the cells of a row that are not empty."""
        found = {}
        for c in ElementTree.fromstring(row + b"</row>"):
            if cell := self._cell(c):
                found[_column_number(c.get("r") or "")] = cell
        return found

    def _cell(self, c: ElementTree.Element) -> tuple[Kind, str] | None:
        if c.find("f") is not None:
            return "formula", ""
        kind, value = c.get("t", "n"), c.findtext("v") or ""
        if kind == "b":
            return "flag", value
        if kind == "n":
            return ("number", value) if value else None
        if kind == "s":
            text = self.shared[int(value)]
        else:
            text = "".join(t.text or "" for t in c.iter("t")) if kind == "inlineStr" else value
        return ("text", _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text)) if text else None


@dataclass
class _Sheet:
    """One sheet while it is compared with its table."""

    book: _Book
    table: Table
    rows: Iterator[bytes]
    read: int = 0
    differing: set[str] = field(default_factory=set)
    """Columns, or what else is wrong."""
    is_unreadable: bool = False

    def compare_headers(self) -> None:
        """The labels in the language of the workbook, and the names of the columns."""
        columns = self.table.published_columns
        for wanted in ([c.label[self.book.language] for c in columns], [c.name for c in columns]):
            cells = self.book.cells(next(self.rows, b"<row>"))
            self._compare_cells(cells, [("text", text) for text in wanted])

    def compare(self, con: duckdb.DuckDBPyConnection, first: int, wanted: Sequence[bytes]) -> None:
        """The next rows, the first of which has the number `first`."""
        found = list(islice(self.rows, len(wanted)))
        self.read += len(found)
        odd = [first + i for i, (one, other) in enumerate(zip(found, wanted, strict=False)) if one != other]
        if not odd:
            return
        kinds = [_kind(c) for c in self.table.published_columns]
        for number, values in _values(con, self.table, odd):
            cells = self.book.cells(found[number - first])
            self._compare_cells(cells, list(zip(kinds, values, strict=True)))

    def _compare_cells(self, cells: dict[int, tuple[Kind, str]], wanted: Sequence[tuple[Kind, str | None]]) -> None:
        names = [c.name for c in self.table.published_columns]
        for place, (kind, value) in enumerate(wanted):
            if not _is_same(cells.get(place), kind, value):
                self.differing.add(names[place])
        if any(place >= len(names) for place in cells):
            self.differing.add("a column too many")

    def finish(self, built: int, csv_name: str, max_rows: int) -> None:
        """What is left once all rows that were built are compared: nothing, or the note of a sheet that was cut."""
        if built > max_rows:
            note = self.book.cells(next(self.rows, b"<row>"))
            if len(note) != 1 or csv_name not in note.get(0, ("text", ""))[1]:
                self.differing.add(f"its last row does not name {csv_name}, which has every row")
        total, wanted = self.read + sum(1 for _ in self.rows), min(built, max_rows)
        if total != wanted:
            self.differing = {f"{total} rows, {wanted} built"}

    def attempt(self, work: Callable[[], None]) -> None:
        """Do one of these; a sheet that could not be read is read no further."""
        if not self.is_unreadable:
            try:
                work()
            except _UNREADABLE as error:
                self.is_unreadable = True
                self.differing = {f"cannot be read as a sheet ({type(error).__name__})"}

    @property
    def problems(self) -> list[str]:
        return [f"{self.book.path.name}: {self.table.name}: {found}" for found in sorted(self.differing)]


def disagreements(files: ReleaseFiles, max_rows: int = MAX_ROWS) -> list[str]:
    """`file: table: column` of every column of a workbook that is not as it was built; empty when all agree.

    Args:
        max_rows: data rows that a sheet holds.
    """
    problems: list[str] = []
    with ExitStack() as opened, duckdb.connect() as con:
        con.execute("set TimeZone = 'UTC'")
        con.execute("attach '{}' as build (read_only)".format(str(files.database).replace("'", "''")))
        books = []
        for language in LANGUAGES:
            path = files.workbook(language)
            try:
                book = _open(opened, path, language)
            except _UNREADABLE as error:
                problems.append(f"{path.name}: cannot be read as a workbook ({type(error).__name__})")
                continue
            if len(book.sheets) == len(files.tables) + 1:
                books.append(book)
            else:
                problems.append(f"{path.name}: {len(book.sheets)} sheets, {len(files.tables) + 1} built")
        counts = []
        for place, table in enumerate(files.tables.values(), start=1):
            csv_name = files.file(table.name, ".csv").name
            counts.append(_count(con, table))
            sheets = [_Sheet(book, table, book.rows(place)) for book in books]
            _compare(con, table, sheets, max_rows)
            for sheet in sheets:
                sheet.attempt(partial(sheet.finish, counts[-1], csv_name, max_rows))
                problems += sheet.problems
        for book in books:
            problems += _about(book, list(files.tables), counts)
    return problems


def _open(opened: ExitStack, path: Path, language: str) -> _Book:
    archive = opened.enter_context(zipfile.ZipFile(path))
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {r.get("Id"): r.get("Target") or "" for r in relations}
    listed = ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
    sheets = [(s.get("name") or "", targets[s.get(_RELATION)]) for s in listed]
    shared: list[str] = []
    if "xl/sharedStrings.xml" in archive.namelist():
        items = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        shared = ["".join(t.text or "" for t in item.iter(f"{_MAIN}t")) for item in items]
    members = [(name, f"xl/{target}" if not target.startswith("/") else target[1:]) for name, target in sheets]
    return _Book(path, language, archive, members, shared)


def _count(con: duckdb.DuckDBPyConnection, table: Table) -> int:
    return int(con.execute(f'select count(*) from build.marts."{table.name}"').fetchall()[0][0])


def _compare(con: duckdb.DuckDBPyConnection, table: Table, sheets: list[_Sheet], max_rows: int) -> None:
    """The rows of one table with its sheet in every workbook: they are written anew only once."""
    for sheet in sheets:
        sheet.attempt(sheet.compare_headers)
    written = con.cursor().execute(_rows_anew(table, max_rows))
    first = _HEADERS + 1
    while rows := written.fetchmany(_AT_ONCE):
        wanted = [row for (row,) in rows]
        for sheet in sheets:
            sheet.attempt(partial(sheet.compare, con, first, wanted))
        first += len(wanted)


def _numbered(table: Table) -> str:
    """SQL: (n, texts): the number of each row in its sheet, and its values as text."""
    values = ", ".join(_text(c) for c in table.published_columns)
    number = f"row_number() over (order by {table.sort_key}) + {_HEADERS}"
    return f'select {number} as n, [{values}] as texts from build.marts."{table.name}"'


def _rows_anew(table: Table, max_rows: int) -> str:
    """SQL: each row as the XML of a sheet, without its end.

    `_x` begins an escape there: such a text is written so that it equals none, and is parsed.
    """
    columns = table.published_columns
    begins = ", ".join(f"""'<c r="{_letters(i)}'""" for i in range(len(columns)))
    before, behind = (", ".join(_WRITTEN[_kind(c)][side] for c in columns) for side in (0, 1))
    escaped = "replace(replace(replace(replace(v, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '_x', '<>')"
    cell = f"concat(begins[i], n, before[i], {escaped}, behind[i])"
    return f"""
        select encode(concat('<row r="', n, '">', array_to_string(
            list_transform(texts, lambda v, i: case when v is null or v = '' then '' else {cell} end), '')))
        from (select *, [{begins}] as begins, [{before}] as before, [{behind}] as behind from ({_numbered(table)}))
        where n <= {max_rows + _HEADERS} order by n"""


def _values(con: duckdb.DuckDBPyConnection, table: Table, numbers: list[int]) -> list[tuple[int, list[str | None]]]:
    """The values of some rows as text, by their numbers."""
    listed = ", ".join(map(str, numbers))
    return con.execute(f"select n, texts from ({_numbered(table)}) where n in ({listed}) order by n").fetchall()


def _about(book: _Book, tables: list[str], counts: list[int]) -> Iterator[str]:
    """The first sheet tells how many rows each table has."""
    told = {}
    for row in book.rows(0):
        cells = book.cells(row)
        if 0 in cells and 1 in cells:
            told[cells[0][1]] = cells[1]
    for (name, _), table, count in zip(book.sheets[1:], tables, counts, strict=True):
        if not _is_same(told.get(name), "number", str(count)):
            yield f"{book.path.name}: {book.sheets[0][0]}: rows of {table}"


def _is_same(cell: tuple[Kind, str] | None, kind: Kind, value: str | None) -> bool:
    if cell is None or not value:
        return cell is None and not value
    if cell[0] != kind:
        return False
    return float(cell[1]) == float(value) if kind == "number" else cell[1] == value


def _kind(column: Column) -> Kind:
    if column.data_type == "boolean":
        return "flag"
    return "number" if column.data_type.startswith(("bigint", "integer", "decimal", "double")) else "text"


def _text(column: Column) -> str:
    """SQL of a value as a cell has it."""
    name = f'"{column.name}"'
    if column.data_type == "boolean":
        return f"cast(cast({name} as integer) as varchar)"
    if column.data_type == "timestamp":
        return f"strftime({name}, '{_TIME}')"
    text = f"cast({name} as varchar)"
    return f"rtrim(rtrim({text}, '0'), '.')" if column.data_type.startswith("decimal") else text


def _letters(place: int) -> str:
    """The name of a column in a sheet: A, …, Z, AA."""
    tens, ones = divmod(place, 26)
    return (_letters(tens - 1) if tens else "") + chr(ord("A") + ones)


def _column_number(cell: str) -> int:
    """The place of a column, from 0, by the name of one of its cells (`AB12`)."""
    number = 0
    for letter in cell.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
