"""Word files as text: whatever wraps text is text, what a revision took out is not, tables as grids.

Paragraphs have the numbers that Word shows before them; text boxes stand as lines behind the paragraph that holds them.
To be called through `DocumentReader`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from ingest.read.documents.grid import Cell, Grid, grid_of
from ingest.read.documents.model import ReadDocument, TextLines, document_of
from ingest.read.documents.unpacked import TooLargeUnpacked, check_unpacked
from ingest.read.documents.word_lists import Numbering
from ingest.text.fold import clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: What is no current text of a document: taken out or moved away by a revision, codes of fields, older drawings of
#: what stands beside them anew.
_SKIPPED = frozenset(
    [f"{_W}{tag}" for tag in ("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "rt")]
    + [f"{_MC}Fallback"]
)
_BOX = f"{_W}txbxContent"
_TEXT = (f"{_W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_INSTEAD = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": " "}
#: A cell of more is a column of a page that is laid out by tables.
_CELL_CHARS = 700


def read_docx(payload: bytes) -> ReadDocument:
    """A Word document (ECMA-376): paragraphs and tables in their order."""
    import docx  # heavy: only the child process needs it

    try:
        check_unpacked(payload)
        document = docx.Document(io.BytesIO(payload))
        text = _text_of(document)
        title = clean(document.core_properties.title or "") or None
    except TooLargeUnpacked as error:
        return ReadDocument("unreadable", reason=str(error))
    except Exception as error:  # python-docx raises what zipfile, lxml and its own parsers raise
        return ReadDocument("unreadable", reason=f"malformed: {type(error).__name__}")
    return document_of(text, title)


def _text_of(document: Any) -> TextLines:
    lines: list[str] = []
    tables: list[tuple[int, int]] = []
    numbers = Numbering(document)
    for block in _blocks(document.element.body):
        if block.tag == f"{_W}p":
            lines += _paragraph(block, numbers)
        elif (grid := _data(block)) is not None:
            tables += [(len(lines), len(lines) + len(grid.lines))] if grid.lines else []
            lines += grid.lines
        else:
            lines += [x for cell in block.iter(f"{_W}tc") for p in _paragraphs(cell) for x in _paragraph(p, numbers)]
    return TextLines(tuple(lines), tuple(tables))


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables, whatever wraps them: content controls, revisions, custom markup."""
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _blocks(child)


def _paragraphs(parent: Any) -> Iterator[Any]:
    """The paragraphs of a cell, none of a table inside it, which has cells of its own."""
    return (block for block in _blocks(parent) if block.tag == f"{_W}p")


def _paragraph(paragraph: Any, numbers: Numbering) -> list[str]:
    """The lines of a paragraph, its mark before the first, the lines of its text boxes behind them."""
    pieces: list[str] = []
    boxes: list[Any] = []
    _collect(paragraph, pieces, boxes)
    lines = [line for part in "".join(pieces).split("\n") if (line := clean(part))]
    if lines:
        lines[0] = numbers.mark(paragraph) + lines[0]
    return lines + [x for box in boxes for block in _paragraphs(box) for x in _paragraph(block, numbers)]


def _collect(node: Any, pieces: list[str], boxes: list[Any]) -> None:
    """The words of an element, in order; text boxes are put aside."""
    for child in node:
        if child.tag in _SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == _BOX:
            boxes.append(child)
        elif child.tag in _TEXT:
            pieces.append((child.text or "") if not _is_hidden(node) else "")
        elif child.tag in _INSTEAD:
            pieces.append(_INSTEAD[child.tag])
        else:
            _collect(child, pieces, boxes)


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off")


def _words(cell: Any) -> str:
    """All that a cell holds, on one line."""
    lines = [x for p in cell.iter(f"{_W}p") if not _is_taken_out(p, cell) for x in _own_lines(p)]
    return " ".join(lines)


def _own_lines(paragraph: Any) -> list[str]:
    pieces: list[str] = []
    _collect(paragraph, pieces, [])
    return [line for part in "".join(pieces).split("\n") if (line := clean(part))]


def _is_taken_out(node: Any, within: Any) -> bool:
    while node is not within:
        if node.tag in _SKIPPED:
            return True
        node = node.getparent()
    return False


def _data(table: Any) -> Grid | None:
    """A table of data as a grid; None for one that lays out a page, whose cells are read one after the other."""
    rows = [[_Placed(cell) for cell in _own(row, "tc")] for row in _own(table, "tr") if _is_row(row)]
    plain = [row for row in rows if all(cell.is_plain for cell in row)]
    if max(map(len, rows), default=0) < 2 or 2 * len(plain) < len(rows):
        return None
    trs = [row for row in _own(table, "tr") if _is_row(row)]
    return grid_of(_spanning([_row(tr, row) for tr, row in zip(trs, rows, strict=True)]))


def _own(parent: Any, name: str) -> list[Any]:
    """Rows of a table, or cells of a row, whatever wraps them; none of a table inside it."""
    found = []
    for child in parent:
        if child.tag == f"{_W}{name}":
            found.append(child)
        elif isinstance(child.tag, str) and child.tag not in (*_SKIPPED, f"{_W}tbl", f"{_W}tc", f"{_W}tr"):
            found += _own(child, name)
    return found


def _is_row(row: Any) -> bool:
    """Whether a revision has left a row in its table."""
    return row.find(f"{_W}trPr/{_W}del") is None


class _Placed:
    """A cell as the file has it."""

    def __init__(self, cell: Any) -> None:
        self.text = _words(cell)
        properties = cell.find(f"{_W}tcPr")
        span = None if properties is None else properties.find(f"{_W}gridSpan")
        merge = None if properties is None else properties.find(f"{_W}vMerge")
        self.columns = max(1, int(span.get(f"{_W}val") or 1)) if span is not None else 1
        self.goes_on = merge is not None and merge.get(f"{_W}val") in (None, "continue")
        self.is_plain = len(self.text) <= _CELL_CHARS and cell.find(f".//{_W}tbl") is None


def _row(row: Any, cells: Sequence[_Placed]) -> list[_Placed | int]:
    """The cells of a row between the columns that it leaves out on either side."""
    counts = [row.find(f"{_W}trPr/{_W}{name}") for name in ("gridBefore", "gridAfter")]
    before, after = (int(x.get(f"{_W}val") or 0) if x is not None else 0 for x in counts)
    return [*[1] * before, *cells, *[1] * after]


def _spanning(rows: Sequence[Sequence[_Placed | int]]) -> list[list[Cell]]:
    """Rows whose cells cover the cells below that go on with them."""
    found: list[list[tuple[int, Cell]]] = []
    open_at: dict[int, tuple[int, int]] = {}
    """Column → the row and the place of the cell that may go on below."""
    for r, row in enumerate(rows):
        found.append([])
        column = 0
        still: dict[int, tuple[int, int]] = {}
        for cell in row:
            columns = cell if isinstance(cell, int) else cell.columns
            above = open_at.get(column)
            if not isinstance(cell, int) and cell.goes_on and above is not None:
                y, x = above
                at, whole = found[y][x]
                found[y][x] = (at, Cell(whole.text, whole.columns, r - y + 1))
                still[column] = above
            else:
                text = "" if isinstance(cell, int) else cell.text
                still[column] = (r, len(found[r]))
                found[r].append((column, Cell(text, columns)))
            column += columns
        open_at = still
    return [[cell for _, cell in row] for row in found]
