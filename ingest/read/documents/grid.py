"""A table, whatever file it stands in: its rows with their columns kept, and the lines of text that show them.

HTML, PDF, Word and spreadsheet tables all become a `Grid`. The rules of what a merged or a blank cell holds stand here:

- a cell that covers several rows is said in each of them, for it is said of each; a figure is none of theirs (it is
  the sum of all) and stands on a line of its own above them;
- a cell that covers several columns stands in the first of them, the others are blank;
- a cell that covers all columns is a title, and its line has no bars;
- a row with fewer or more cells than its table stays as it is: who reads the columns tells of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.text.fold import clean

#: Between two cells of a row in a document's text; `ingest.read.lines` takes the row apart again.
BAR = " | "
#: Cells that a row may claim, and rows that a cell may cover; browsers have bounds too.
_MAX_COLUMNS = 200
_MAX_ROWS = 5_000
#: A figure of four digits or more that is no year, with or without its unit.
_FIGURE = re.compile(
    r"(?!(?:19|20)\d\d$)(?=(?:[ .,٫٬]?\d){4})[\d .,٫٬]+(?:dhs?|mad|dirhams?|درهما?|د\.م\.?)?\.?", re.IGNORECASE
)


@dataclass(frozen=True)
class Cell:
    """A cell as its file has it: its words, and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Row:
    """A row of a grid; `is_title` where one cell covers all columns."""

    cells: tuple[str, ...]
    is_title: bool = False

    @property
    def line(self) -> str:
        """The row as a line of text. A bar inside a cell would be taken for a column's end: it becomes a stroke."""
        return self.cells[0] if self.is_title else clean(BAR.join(cell.replace("|", "¦") for cell in self.cells))


@dataclass(frozen=True)
class Grid:
    """Rows from top to bottom, cells in reading order; rows without any words are left out."""

    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """The number of columns that most rows have, the first of several such numbers."""
        counts = Counter(len(row.cells) for row in self.rows if not row.is_title)
        return counts.most_common(1)[0][0] if counts else 0

    @property
    def lines(self) -> list[str]:
        return [row.line for row in self.rows]


def grid_of(rows: Iterable[Sequence[Cell]]) -> Grid:
    """The grid of rows whose cells may cover columns and rows."""
    given = [list(row) for row in rows]
    width = max((sum(min(c.columns, _MAX_COLUMNS) for c in row) for row in given if len(row) > 1), default=0)
    laid_out = list(_laid_out(given, width))
    return Grid(tuple(row for row in laid_out if any(row.cells)))


@dataclass
class _Covering:
    """A cell of a row above that covers rows still to come."""

    text: str
    columns: int
    left: int


def _laid_out(rows: list[list[Cell]], width: int) -> Iterator[Row]:
    above: dict[int, _Covering] = {}
    for row in rows:
        if len(row) == 1 and row[0].columns >= max(width, 2) and not above:
            yield Row((clean(row[0].text),), is_title=True)
            continue
        cells: list[str] = []
        shared: list[str] = []
        todo = row[:_MAX_COLUMNS]
        while (todo or len(cells) in above) and len(cells) < _MAX_COLUMNS:
            if (over := above.get(len(cells))) is not None:
                cells += [over.text, *[""] * (over.columns - 1)]
                over.left -= 1
                continue
            cell = todo.pop(0)
            text, columns, at = clean(cell.text), max(1, min(cell.columns, _MAX_COLUMNS)), len(cells)
            if cell.rows > 1:
                is_shared = _FIGURE.fullmatch(text) is not None
                shared += [text] if is_shared else []
                text = "" if is_shared else text
                above[at] = _Covering(text, columns, min(cell.rows, _MAX_ROWS))
                continue
            cells += [text, *[""] * (columns - 1)]
        above = {at: over for at, over in above.items() if over.left > 0}
        yield from (Row((text,), is_title=True) for text in shared)
        yield Row(tuple(cells))
