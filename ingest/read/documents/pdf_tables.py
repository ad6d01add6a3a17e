"""Ruled tables of PDF pages as grids: cells with what they cover, one direction for a whole table.

To be called through `DocumentReader`.
"""

from __future__ import annotations

import io
import itertools
import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ingest.read.documents.grid import Cell, Grid, grid_of
from ingest.read.documents.model import TextLines
from ingest.read.documents.pdf_order import ARABIC, in_reading_order, is_right_to_left

#: Columns of two pages are the same where their edges stand so near (points).
_NEAR = 3.0
#: Lines of a page's foot and of the next one's head, between two parts of a table.
_BETWEEN_LINES = 6
_BETWEEN_CHARS = 120
#: So much of the widest line, or table, of a page is a full line.
_FULL_LINE = 0.85
#: A line that the page broke is so much of the page wide at least, whatever the others are.
_WIDE_LINE = 0.5
#: Sizes of letters that differ by less are one (points).
_SAME_SIZE = 0.6
#: A line that ends in a hyphen between two words or figures: 'procès-' 'verbaux', '2025-' '2026'.
_BROKEN = re.compile(r"(?<=\w)-\n(?=\w)")
#: No space between words of running text is so wide (points).
_GAP = 18.0
_LIST_ITEM = re.compile(r"^\W{0,2}\d{1,2}\s*[-–./)ـ]|^[•▪●o★\uf000-\uf8ff]\s")
#: Edges of cells nearer than this are one line of a table, drawn twice (points).
_MIN_COLUMN = 6.0
#: 'Lead: …', 'Premier pas : …', 'Début – …': a label with a capital begins a line of its own.
_LABELLED = re.compile(r"^[A-ZÀ-Þ][^:.;,]{1,40}?(?: ?:| [–—])\s")
#: Letters of the longest ligature that fonts draw.
_LIGATURE = 4
#: Marks above and below Arabic letters.
_MARKS = re.compile(r"[\u064b-\u0655\u0670]")
#: A letter's weight for the direction of a table when it stands in the first row.
_HEADER_WEIGHT = 3


@dataclass(frozen=True)
class _Table:
    """A table of one page as its lines are drawn, its words as they stand."""

    top: float
    edges: tuple[float, ...]
    cells: tuple[tuple[Cell, ...], ...]
    """From left to right."""

    @property
    def words(self) -> str:
        """All words, those of the first row more often: they name the columns."""
        rows = [" ".join(cell.text for cell in row) for row in self.cells]
        return " ".join([*rows[:1] * _HEADER_WEIGHT, *rows[1:]])


@dataclass(frozen=True)
class RuledPage:
    """A page with tables: its lines outside them with their height, and the tables."""

    lines: tuple[tuple[float, str], ...]
    tables: tuple[_Table, ...]
    is_whole: bool = True
    """Every letter has a place of its own; some producers hang whole words on one glyph."""


def placed_pages(payload: bytes, numbers: Iterable[int]) -> dict[int, RuledPage]:
    """Pages of a PDF by where their glyphs stand: tables, and lines outside them."""
    import pdfplumber  # heavy: only the child process needs it

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    found = {}
    with pdfplumber.open(io.BytesIO(payload)) as pdf:
        for number in numbers:
            page = pdf.pages[number].dedupe_chars()  # A printer's bold is the same letter twice.
            mend_ligatures(page.chars)
            is_whole = all(len(char["text"]) <= _LIGATURE for char in page.chars)
            tables = [t for t in page.find_tables() if len(t.rows) >= 2 and len(t.columns) >= 2]
            found[number] = RuledPage(_lines_outside(page, tables), tuple(map(_table, tables)), is_whole)
            pdf.pages[number].close()
    return found


def mend_ligatures(chars: Sequence[Any]) -> None:
    """Lam-alef and vowel marks, so that turning the whole line later sets them right.

    Lam-alef comes as one glyph of two letters, which are turned here, or as two of which the second has no width: that
    one is put left of the first, and so is a mark that stands over a letter.
    """
    for i, char in enumerate(chars):
        text = char["text"]
        if _MARKS.fullmatch(text):
            middle = (char["x0"] + char["x1"]) / 2
            for other in chars[max(0, i - 2) : i + 3]:
                if other is not char and ARABIC.match(other["text"]) and other["x0"] <= middle <= other["x1"]:
                    char["x0"] = char["x1"] = other["x0"] - 0.01
                    break
        elif len(text) > 1 and all("\u0600" <= c <= "\u06ff" for c in text):
            char["text"] = text[::-1]
        elif text in "اأإآ" and char["x1"] - char["x0"] < 0.1:
            for other in chars[max(0, i - 1) : i + 2]:
                if other["text"] == "ل" and abs(other["x0"] - char["x0"]) < 0.5:
                    char["x0"] = char["x1"] = other["x0"] - 0.01


def _lines_outside(page: Any, tables: Sequence[Any]) -> tuple[tuple[float, str], ...]:
    """(height, words) of the lines outside tables, a line that the page's width broke joined to the next one."""

    def outside(thing: Any) -> bool:
        middle = (thing["top"] + thing["bottom"]) / 2
        return not any(t.bbox[1] <= middle <= t.bbox[3] and t.bbox[0] <= thing["x0"] <= t.bbox[2] for t in tables)

    kept = page.filter(lambda x: x["object_type"] != "char" or outside(x)).extract_text_lines()
    widths = [line["x1"] - line["x0"] for line in kept] + [t.bbox[2] - t.bbox[0] for t in tables]
    full = max(_FULL_LINE * max(widths, default=0.0), _WIDE_LINE * float(page.width))
    found: list[tuple[float, str]] = []
    before: Any = None
    for line in kept:
        words = in_reading_order(line["text"])
        is_near = before is not None and line["top"] - before["bottom"] < line["bottom"] - line["top"]
        is_full = is_near and before["x1"] - before["x0"] >= full and not _has_columns(before)
        if is_full and _is_alike(before, line) and goes_on(found[-1][1], words):
            found[-1] = (found[-1][0], _BROKEN.sub("-", f"{found[-1][1]}\n{words}").replace("\n", " "))
        else:
            found.append((line["top"], words))
        before = line
    return tuple(found)


def _is_alike(before: Any, line: Any) -> bool:
    """Whether two lines are of one size: a heading does not go on in the words below it."""
    return bool(abs(before["chars"][-1]["size"] - line["chars"][0]["size"]) < _SAME_SIZE)


def _has_columns(line: Any) -> bool:
    """Whether words of a line stand so far apart that they are cells of a table without rules."""
    chars = sorted((c["x0"], c["x1"]) for c in line["chars"] if not c["text"].isspace())
    return any(b[0] - a[1] > _GAP for a, b in itertools.pairwise(chars))


def goes_on(before: str, line: str) -> bool:
    """Whether a full line has no closing stop and the next one begins no item of a list."""
    return before[-1:] not in ".!?؟:;" and _LIST_ITEM.match(line) is None and _LABELLED.match(line) is None


def _table(table: Any) -> _Table:
    edges = _edges(table)
    middles = [(a + b) / 2 for a, b in itertools.pairwise(edges)]
    heights = [(row.bbox[1] + row.bbox[3]) / 2 for row in table.rows]
    rows = []
    covered: set[tuple[int, int]] = set()
    for r, (row, texts) in enumerate(zip(table.rows, table.extract(), strict=True)):
        found = {}
        for box, text in zip(row.cells, texts, strict=True):
            if box is None:
                continue
            columns = [c for c, x in enumerate(middles) if box[0] <= x <= box[2]]
            below = [i for i, y in enumerate(heights) if i >= r and box[1] <= y <= box[3]]
            if columns and below:
                covered.update((i, c) for i in below for c in columns)
                found[columns[0]] = Cell(_BROKEN.sub("-", text or ""), len(columns), len(below))
        blank = {c: Cell("") for c in range(len(middles)) if (r, c) not in covered}
        rows.append(tuple(cell for _, cell in sorted((found | blank).items())))
    return _Table(table.bbox[1], edges, tuple(rows))


def _edges(table: Any) -> tuple[float, ...]:
    """Where the columns of a table begin and end: every edge of a cell, those that are drawn twice once."""
    edges: list[float] = []
    for x in sorted(x for cell in table.cells for x in (cell[0], cell[2])):
        if not edges or x - edges[-1] > _MIN_COLUMN:
            edges.append(x)
    return tuple(edges)


@dataclass
class _Layout:
    """Collects the lines of all pages; a table that goes on on the next page is one."""

    right_to_left: bool | None
    lines: list[str] = field(default_factory=list)
    tables: list[tuple[int, int]] = field(default_factory=list)
    last: _Table | None = None
    """The last table of the page before this one."""

    def page(self, page: RuledPage) -> None:
        above, self.last = self.last, None
        blocks: list[tuple[float, str | _Table]] = [*page.lines, *((t.top, t) for t in page.tables)]
        for _, block in sorted(blocks, key=lambda b: b[0]):
            if isinstance(block, str):
                self.lines += [block] if block else []
                continue
            self._table(block, above)
            above, self.last = None, block

    def text(self, lines: Sequence[str]) -> None:
        self.lines += lines
        self.last = None if lines else self.last

    def _table(self, table: _Table, above: _Table | None) -> None:
        begins = len(self.lines)
        parts = [table]
        if above is not None and _is_continued(above, table, self.lines[self.tables[-1][1] :]):
            begins, parts = self.tables.pop()[0], [above, table]
        found = is_right_to_left(" ".join(part.words for part in parts))
        self.lines += _grid(table, right_to_left=bool(self.right_to_left if found is None else found)).lines
        self.tables.append((begins, len(self.lines)))


def laid_out(pages: Iterable[RuledPage | Sequence[str]], *, right_to_left: bool | None) -> TextLines:
    """The lines of all pages in their order.

    Args:
        pages: each as its tables and lines, or as lines of text.
        right_to_left: the direction of the document, for a table without letters.
    """
    layout = _Layout(right_to_left)
    for page in pages:
        if isinstance(page, RuledPage):
            layout.page(page)
        else:
            layout.text(page)
    return TextLines(tuple(layout.lines), tuple(layout.tables))


def _is_continued(before: _Table, table: _Table, between: Sequence[str]) -> bool:
    """Whether a table has the columns of the one before it, with nothing but a page's foot and head between them."""
    is_near = len(before.edges) == len(table.edges) and all(
        abs(a - b) <= _NEAR for a, b in zip(before.edges, table.edges, strict=True)
    )
    return is_near and len(between) <= _BETWEEN_LINES and all(len(x) <= _BETWEEN_CHARS for x in between)


def _grid(table: _Table, *, right_to_left: bool) -> Grid:
    """The table in reading order, each line of each cell too."""

    def read(cell: Cell) -> Cell:
        words = (in_reading_order(line, right_to_left=right_to_left) for line in cell.text.split("\n"))
        return Cell(" ".join(w for w in words if w), cell.columns, cell.rows)

    rows = [[read(cell) for cell in (row[::-1] if right_to_left else row)] for row in table.cells]
    return grid_of(rows)
