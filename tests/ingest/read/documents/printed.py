"""Small PDF files with ruled tables, made here: a page may draw its glyphs twice, as a printer's bold does."""

from __future__ import annotations

#: So far apart (points) the second drawing of a glyph was seen.
BOLD = 0.3
_ROW, _COLUMN, _LEFT = 22, 150, 40


def page(title: str, rows: list[list[str]], *, shift: float = BOLD) -> bytes:
    """A page with a line of text and a table, each cell of which is drawn twice `shift` points apart (0: once)."""
    top, wide, high = 740, _COLUMN * len(rows[0]), _ROW * len(rows)
    drawing = [f"{_LEFT} {top - _ROW * i} m {_LEFT + wide} {top - _ROW * i} l S" for i in range(len(rows) + 1)]
    drawing += [
        f"{_LEFT + _COLUMN * i} {top} m {_LEFT + _COLUMN * i} {top - high} l S" for i in range(len(rows[0]) + 1)
    ]
    drawing.append(_text(_LEFT, 790, title))
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            for dx in (0.0, shift) if shift else (0.0,):
                drawing.append(_text(_LEFT + _COLUMN * j + 4 + dx, top - _ROW * i - 15, cell))
    return _file("\n".join(drawing).encode("latin-1"))


def _text(x: float, y: float, words: str) -> str:
    escaped = words.replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 9 Tf {x} {y} Td ({escaped}) Tj ET"


def _file(stream: bytes) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + tail
