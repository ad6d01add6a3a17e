"""The text of an element as a browser shows it: white space, lines, lists, tables.

A new line in the source is a space; blocks and <br> end lines; a row of a table of data is one line, its cells
separated by bars however the source is laid out; items have the numbers and marks that are shown before them. Struck
and hidden words are gone before (`html_tree.parse`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ingest.read.documents.frame import is_label
from ingest.read.documents.grid import Cell, Grid, grid_of
from ingest.text.fold import clean

#: Elements that stand on lines of their own.
_BLOCKS_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table "
    "tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCKS_NAMES.split())
_CELLS = ("td", "th")
#: What a table of data does not hold, and links of a cell that are a menu.
_PARTS = ("table", "form", "h1", "h2", "h3", "hr", "article", "section", "header", "marquee")
_MENU_LINKS = 4
#: A cell of so many lines beside others in the only row that has others is a column of the page.
_COLUMN_LINES = 3
_KEPT = ("pre", "listing", "xmp")
_NEW_LINES = str.maketrans("\n\r\t\f", "    ")
#: A cell of more is a column of a page that is laid out by tables.
_CELL_CHARS = 700


@dataclass(frozen=True)
class Shown:
    """Lines of an element, and which of them are tables: (first, past the last), each table once."""

    lines: tuple[str, ...]
    tables: tuple[tuple[int, int], ...]

    def without(self, cut: frozenset[str]) -> Shown:
        """The same without lines at either end that are among some lines of the frame."""
        first, last = 0, len(self.lines)
        cut = frozenset(map(_bare, cut))
        while first < last and _bare(self.lines[first]) in cut:
            first += 1
        while last > first and _bare(self.lines[last - 1]) in cut:
            last -= 1
        tables = ((max(a, first) - first, min(b, last) - first) for a, b in self.tables)
        return Shown(self.lines[first:last], tuple((a, b) for a, b in tables if a < b))


def _bare(line: str) -> str:
    """A line without the mark of its list and the bars of its columns."""
    return clean(re.sub(r"^(?:• |-?\d+\. )|[|¦]", " ", line))


@dataclass
class Lines:
    """Collects words into lines; a list's mark stays with the words that follow it."""

    done: list[str] = field(default_factory=list)
    tables: list[tuple[int, int]] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _mark: str = ""

    def say(self, words: str) -> None:
        self._open.append(words)

    def end(self) -> None:
        """End the line, if it holds anything: a mark without words waits for them."""
        text = "".join(self._open)
        self._open = []
        for line in map(clean, text.split("\n")):  # Only preformatted text holds line ends.
            if line:
                self.done.append(self._mark + line)
                self._mark = ""

    def mark(self, mark: str) -> None:
        """Begin an item of a list, or end it (no mark): one without words is no item."""
        self.end()
        self._mark = mark

    def grid(self, grid: Grid) -> None:
        """The rows of a table, each a line."""
        self.end()
        self._mark = ""
        first = len(self.done)
        self.done += grid.lines
        if len(self.done) > first:
            self.tables.append((first, len(self.done)))


def shown(element: Any) -> Shown:
    """What a browser shows of an element, line by line."""
    lines = Lines()
    numbers: dict[Any, _Counter] = {}
    kept = 0
    """Elements around here whose line ends are kept."""
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        tag = node.tag
        if event == "start":
            kept += tag in _KEPT
            if (grid := _grid_at(node)) is not None:
                walker.skip_subtree()
                lines.grid(grid)
                continue
            if tag == "li" and node is not element:
                lines.mark(_mark(node, numbers))
            elif tag in BLOCKS:
                lines.end()
            if node.text:
                lines.say(node.text if kept else _on_one_line(node.text))
        else:
            kept -= tag in _KEPT
            if tag == "li":
                lines.mark("")
            elif tag in BLOCKS or tag == "br":
                lines.end()
            if node.tail and node is not element:
                lines.say(node.tail if kept else _on_one_line(node.tail))
    lines.end()
    return Shown(tuple(lines.done), tuple(lines.tables))


def _on_one_line(words: str) -> str:
    return words if words.isprintable() else words.translate(_NEW_LINES)


def _grid_at(node: Any) -> Grid | None:
    """The table of data that an element is, or the row of one that a table of layout holds; None for any other."""
    if node.tag == "table":
        return grid_of_table(node) if is_data(node) else None
    if node.tag == "tr" and sum(1 for x in node if x.tag in _CELLS) > 1 and _is_plain(node) and not _is_layout(node):
        return grid_of([[_cell(x) for x in node if x.tag in _CELLS]])
    return None


def words_of(element: Any) -> str:
    """All that an element shows, on one line: a block ends a word, an inline element does not."""
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node.tag in BLOCKS or node.tag == "br":
            pieces.append(" ")
        words = node.text if event == "start" else node.tail if node is not element else None
        if words:
            pieces.append(words)
    return clean("".join(pieces))


@dataclass
class _Counter:
    """The number that the next item of an ordered list has."""

    next: int
    step: int

    @classmethod
    def of(cls, items: Any) -> _Counter:
        is_reversed = items.get("reversed") is not None
        first = sum(1 for x in items if x.tag == "li") if is_reversed else 1
        return cls(_integer(items.get("start"), first), -1 if is_reversed else 1)

    def take(self, value: str | None) -> int:
        number = _integer(value, self.next)
        self.next = number + self.step
        return number


def _mark(item: Any, numbers: dict[Any, _Counter]) -> str:
    items = item.getparent()
    if items is None or items.tag != "ol":
        return "• "
    if items not in numbers:
        numbers[items] = _Counter.of(items)
    return f"{numbers[items].take(item.get('value'))}. "


def _integer(text: str | None, otherwise: int) -> int:
    """A number as HTML reads it: leading digits count, anything else is none."""
    m = re.match(r"\s*(-?\d{1,6})", text or "", re.ASCII)
    return int(m[1]) if m else otherwise


def grid_of_table(table: Any) -> Grid:
    """A table's rows, its foot last wherever it stands in the source; a caption is a title above them."""
    captions = [[Cell(words_of(x), columns=1_000)] for x in table if x.tag == "caption"]
    rows = [[_cell(x) for x in row if x.tag in _CELLS] for row in rows_of(table)]
    return grid_of([*captions, *rows])


def rows_of(table: Any) -> Iterator[Any]:
    """The rows of a table itself, none of a table inside it."""
    heads = [x for x in table if x.tag == "thead"]
    feet = [x for x in table if x.tag == "tfoot"]
    others = [x for x in table if x.tag in ("tbody", "tr")]
    for part in (*heads, *others, *feet):
        yield from ([part] if part.tag == "tr" else (x for x in part if x.tag == "tr"))


def _cell(cell: Any) -> Cell:
    columns, rows = _integer(cell.get("colspan"), 1), _integer(cell.get("rowspan"), 1)
    # rowspan=0: to the end of the table.
    return Cell(words_of(cell), max(columns, 1), rows if rows > 0 else 10_000)


def is_data(table: Any) -> bool:
    """Whether a table holds data rather than the page's columns.

    It has a row of headings, or most of its rows are cells of few words. The page itself has its menu in a row of its
    own, or one row of columns.
    """
    if table.get("role") in ("presentation", "none"):
        return False
    rows = [row for row in rows_of(table) if sum(1 for x in row if x.tag in _CELLS) > 1]
    plain = [row for row in rows if _is_plain(row)]
    has_head = any(all(x.tag == "th" for x in row if x.tag in _CELLS) for row in plain)
    if not plain or not (has_head or 2 * len(plain) >= len(rows)):
        return False
    told = [row for row in rows if sum(1 for x in row if x.tag in _CELLS and words_of(x)) > 1]
    return has_head or not (any(map(_is_menu, rows_of(table))) or (len(told) == 1 and _is_layout(told[0])))


def _is_menu(row: Any) -> bool:
    """Whether a row is one cell of links."""
    cells = [x for x in row if x.tag in _CELLS]
    if len(cells) != 1:
        return False
    links = [words for a in cells[0].iter("a") if a.get("href") and (words := words_of(a))]
    return len(links) >= _MENU_LINKS - 1 and 3 * sum(map(len, links)) >= 2 * len(words_of(cells[0]))


def _is_layout(row: Any) -> bool:
    """Whether a cell of a row holds several lines, or a label of the frame: 'PDF | Print' beside a title."""
    cells = [x for x in row if x.tag in _CELLS]
    return any(_lines_in(x) >= _COLUMN_LINES for x in cells) or any(is_label(words_of(x)) for x in cells)


def _lines_in(cell: Any) -> int:
    return sum(1 for x in cell.iter() if x is not cell and (x.tag in BLOCKS or x.tag == "br"))


def _is_plain(row: Any) -> bool:
    """Whether the cells of a row hold words alone, and not many: neither parts of a page nor menus."""
    if next(row.iter(*_PARTS), None) is not None:
        return False
    cells = [cell for cell in row if cell.tag in _CELLS]
    return all(_is_short(cell.itertext()) and sum(1 for _ in cell.iter("a")) < _MENU_LINKS for cell in cells)


def _is_short(pieces: Iterable[str]) -> bool:
    count = 0
    for piece in pieces:
        count += len(piece)
        if count > _CELL_CHARS:
            return False
    return True
