"""Plan documents of `relatives/*.txt`, made as files of the formats that councils publish in. All of it is made up.

A document is `=== name format…`, its lines (rows of a table joined by bars), `---`, and what it holds: a row
`title | start | end | lead | state` a commitment, and below it, indented, `title | start | end | state` a milestone.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import docx
import openpyxl

from tests.ingest.read.documents.pdf_file import Page, pdf_of

_FOLDER = Path(__file__).with_name("relatives")


@dataclass(frozen=True)
class Relative:
    """One document, the formats in which it is made, and what it holds."""

    name: str
    formats: tuple[str, ...]
    lines: tuple[str, ...]
    holds: tuple[str, ...]

    @property
    def holder(self) -> str:
        """Whose plan it is: of the site that publishes it."""
        is_of_province = any("province" in line or "إقليم" in line for line in self.lines[:1])
        return "Province de Tell Ennakhil" if is_of_province else "Commune d'Ain El Hajal"

    @property
    def is_arabic(self) -> bool:
        return self.name.startswith("ar_")

    def blocks(self) -> Iterator[tuple[bool, list[str]]]:
        """(whether they are rows of one table, lines)."""
        for is_table, lines in groupby(self.lines, lambda line: "|" in line or line.startswith(("Pôle ", "محور "))):
            yield is_table, list(lines)


def relatives() -> list[Relative]:
    """All of them."""
    found = []
    for path in sorted(_FOLDER.glob("*.txt")):
        for part in path.read_text("utf-8").split("=== ")[1:]:
            head, _, body = part.partition("\n")
            name, *formats = head.split()
            lines, _, holds = body.partition("---\n")
            found.append(Relative(name, tuple(formats), _lines(lines), tuple(map(_held, _lines(holds)))))
    return found


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.rstrip() for line in text.split("\n") if line.strip())


def _held(row: str) -> str:
    """A row of what a document holds, its cells joined without blanks."""
    return row[: len(row) - len(row.lstrip())] + "|".join(_cells(row))


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


def made(relative: Relative, form: str) -> bytes:
    """The file in one format."""
    return {"html": _html, "docx": _docx, "xlsx": _xlsx, "pdf": _pdf}[form](relative)


def _html(relative: Relative) -> bytes:
    out = []
    for is_table, lines in relative.blocks():
        if not is_table:
            out += [f"<p>{line}</p>" for line in lines]
            continue
        width = max(len(_cells(row)) for row in lines)
        out.append("<table border=1>")
        for row in lines:
            cells = _cells(row)
            span = f' colspan="{width}"' if len(cells) == 1 else ""
            out.append("<tr>" + "".join(f"<td{span}>{cell}</td>" for cell in cells) + "</tr>")
        out.append("</table>")
    side = "rtl" if relative.is_arabic else "ltr"
    body = "\n".join(out)
    return (
        f"<html><head><meta charset=utf-8><title>{relative.lines[0]}</title></head>"
        f"<body dir={side}><main>{body}</main></body></html>".encode()
    )


def _docx(relative: Relative) -> bytes:
    document = docx.Document()
    for is_table, lines in relative.blocks():
        if not is_table:
            for line in lines:
                document.add_paragraph(line)
            continue
        rows = [_cells(row) for row in lines]
        width = max(map(len, rows))
        table = document.add_table(0, width)
        for row in rows:
            cells = table.add_row().cells
            for cell, words in zip(cells, row, strict=False):
                cell.text = words
            if len(row) == 1:
                cells[0].merge(cells[-1])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _xlsx(relative: Relative) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in relative.lines:
        sheet.append([cell or None for cell in _cells(line)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _pdf(relative: Relative) -> bytes:
    pages = [Page()]
    y = 60
    for line in relative.lines:
        if y > 740:
            pages.append(Page())
            y = 60
        x = 560 - 5 * len(line) if relative.is_arabic else 40
        pages[-1].words(x, y, line, base="R" if relative.is_arabic else "L")
        y += 20
    return pdf_of(pages)
