"""Small PDF files drawn glyph by glyph, as producers draw them: Arabic from right to left, by the bidirectional algorithm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bidi.algorithm import get_display

SIZE = 10.0
WIDTH = 5.0
"""Of every glyph, in points."""


@dataclass
class Page:
    """What a page draws; y from its top."""

    operators: list[str] = field(default_factory=list)
    letters: set[str] = field(default_factory=set)

    def words(self, x: float, y: float, text: str, *, base: str = "R", times: int = 1) -> None:
        """A line that begins at x on the left, as it stands on the page; `times` for a printer's bold."""
        stands = str(get_display(text, base_dir=base))
        self.letters.update(stands)
        codes = "".join(f"{ord(c):04x}" for c in stands)
        for i in range(times):
            self.operators.append(f"BT /F1 {SIZE} Tf 1 0 0 1 {x + i * 0.3:.2f} {800 - y:.2f} Tm <{codes}> Tj ET")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.operators.append(f"{x0:.2f} {800 - y0:.2f} m {x1:.2f} {800 - y1:.2f} l S")

    def table(
        self, x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[str]], *, rtl: bool, bold: int = 1
    ) -> float:
        """A ruled table of rows in reading order, from right to left where `rtl`; returns its lower edge.

        A cell '<' is covered by the one before it in its row, a cell '^' by the one above it.
        """
        edges = [x]
        for w in widths[::-1] if rtl else widths:
            edges.append(edges[-1] + w)
        height = 16.0
        n = len(widths)
        at = {c: (n - 1 - c if rtl else c) for c in range(n)}
        for r, row in enumerate(rows):
            top, bottom = y + r * height, y + (r + 1) * height
            for c, text in enumerate(row):
                left, right = edges[at[c]], edges[at[c] + 1]
                if r == 0 or text != "^":
                    self.line(left, top, right, top)
                if text != "<":
                    first = right if rtl else left
                    self.line(first, top, first, bottom)
                if text in ("<", "^", ""):
                    continue
                span = 1
                while c + span < n and row[c + span] == "<":
                    span += 1
                start = (edges[at[c + span - 1]] if rtl else left) + 2
                self.words(start, bottom - 4, text, base="R" if rtl else "L", times=bold)
            last = edges[0] if rtl else edges[-1]
            self.line(last, top, last, bottom)
        bottom = y + len(rows) * height
        self.line(edges[0], bottom, edges[-1], bottom)
        return bottom


def pdf_of(pages: Sequence[Page]) -> bytes:
    """The file: one font without an outline, whose codes are the characters themselves."""
    letters = sorted(set().union(*(p.letters for p in pages)))
    ranges = "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in letters)
    cmap = f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <0000> <ffff> endcodespacerange {len(letters)} beginbfchar\n{ranges}\nendbfchar endcmap end end"
    count = len(pages)
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW {WIDTH / SIZE * 1000:.0f} /FontDescriptor << /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    for i, page in enumerate(pages):
        drawn = "\n".join(page.operators)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents {7 + 2 * i} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    out = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    start = len(out)
    table = "".join(f"{o:010d} 00000 n \n" for o in offsets)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return out
