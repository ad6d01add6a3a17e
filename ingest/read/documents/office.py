"""Word and Excel files as text: paragraphs with the numbers of their lists, tables and sheets one line per row.

To be called through `DocumentReader`.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ingest.read.documents.model import ReadDocument
from ingest.text.fold import clean

#: More cells than this in one workbook is data, not a document to be read.
_MAX_CELLS = 2_000_000


def read_docx(payload: bytes) -> ReadDocument:
    """A Word document (ECMA-376): paragraphs and tables in their order."""
    import docx  # heavy: only the child process needs it

    try:
        document = docx.Document(io.BytesIO(payload))
        numbers = _Numbering(document)
        lines = list(_blocks(document, numbers))
        title = clean(document.core_properties.title or "") or None
    except Exception as error:  # python-docx raises what zipfile, lxml and its own parsers raise
        return ReadDocument("unreadable", reason=f"malformed: {type(error).__name__}")
    return _document(lines, title)


def _document(lines: list[str], title: str | None) -> ReadDocument:
    text = "\n".join(line for line in lines if line)
    if not text:
        return ReadDocument("empty", title=title, reason="the file holds no text")
    return ReadDocument("ok", text, title or text.split("\n", 1)[0])


def _blocks(document: Any, numbers: _Numbering) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells: list[str] = []
                previous = None
                for cell in row.cells:
                    if cell._tc is not previous:  # A merged cell is met once per column.
                        cells.append(clean(cell.text))
                    previous = cell._tc
                yield " | ".join(cells) if any(cells) else ""
        else:
            text = clean(block.text)
            yield f"{numbers.mark(block)}{text}" if text else ""


class _Numbering:
    """Numbers that Word shows before the items of a list; they stand in no text."""

    def __init__(self, document: Any) -> None:
        self._formats: dict[tuple[str, str], tuple[str, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        space = {"w": root.nsmap["w"]}
        w = f"{{{space['w']}}}"
        kinds: dict[tuple[str, str], tuple[str, int]] = {}
        for abstract in root.findall("w:abstractNum", space):
            for level in abstract.findall("w:lvl", space):
                form, start = level.find("w:numFmt", space), level.find("w:start", space)
                kinds[(abstract.get(f"{w}abstractNumId"), level.get(f"{w}ilvl"))] = (
                    form.get(f"{w}val") if form is not None else "decimal",
                    int(start.get(f"{w}val")) if start is not None else 1,
                )
        for number in root.findall("w:num", space):
            abstract_id = number.find("w:abstractNumId", space).get(f"{w}val")
            for (own, level), kind in kinds.items():
                if own == abstract_id:
                    self._formats[(number.get(f"{w}numId"), level)] = kind

    def mark(self, paragraph: Any) -> str:
        """'3- ' or '• ' before an item of a list, else nothing."""
        found = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
        if found is None:
            style = paragraph.style.element.pPr if paragraph.style is not None else None
            found = style.numPr if style is not None else None
        if found is None or found.numId is None:
            return ""
        number, level = str(found.numId.val), int(found.ilvl.val) if found.ilvl is not None else 0
        form, start = self._formats.get((number, str(level)), ("bullet", 1))
        if form in ("bullet", "none"):
            return "• "
        counts = self._counts[number]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        return f"{'.'.join(str(counts[n]) for n in sorted(counts))}- "


def read_xlsx(payload: bytes) -> ReadDocument:
    """An Excel workbook: sheet after sheet, one line per row."""
    import openpyxl  # heavy: only the child process needs it

    lines: list[str] = []
    cells = 0
    try:
        book = openpyxl.load_workbook(io.BytesIO(payload), read_only=True, data_only=True)
        for sheet in book.worksheets:
            lines.append(clean(sheet.title))
            for row in sheet.iter_rows(values_only=True):
                values = [clean(str(v)) for v in row if v is not None]
                cells += len(row)
                if cells > _MAX_CELLS:
                    return ReadDocument("unreadable", reason=f"more than {_MAX_CELLS:,} cells")
                lines.append(" | ".join(v for v in values if v))
        title = clean(book.properties.title or "") or None
    except Exception as error:  # openpyxl raises what its many parsers raise
        return ReadDocument("unreadable", reason=f"malformed: {type(error).__name__}")
    return _document(lines if any(lines[1:]) else [], title)
