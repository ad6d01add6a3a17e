"""Files that are made to hurt whoever opens them: long, deep, compressed, nested in themselves. Each is some megabytes at the most."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

MEGA = 1_000_000
HEAD = "<!doctype html><html><head><meta charset=utf-8><title>x</title></head><body><h1>الدورة العادية</h1>"


def _page(body: str) -> bytes:
    return (HEAD + body).encode()


def _entities() -> bytes:
    """An entity that stands for ten of the one before, nine times over."""
    lines = ['<!ENTITY a0 "ha">'] + [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)]
    return f"<?xml version='1.0'?><!DOCTYPE x [{''.join(lines)}]>".encode()


#: Pages.
PAGES: dict[str, Callable[[], bytes]] = {
    "title.html": lambda: f"<html><head><title>{'ا' * 400_000}</title></head><body><h1>{'a.' * 200_000} @</h1><p>{'1 ' * 200_000}</p></body></html>".encode(),
    "title-words.html": lambda: f"<html><body><h1>{'السيد محمد ' * 40_000}</h1><p>نص</p></body></html>".encode(),
    "deep.html": lambda: _page("<div>" * 200_000),
    "deep-closed.html": lambda: _page("<div><span>" * 70_000 + "ن" + "</span></div>" * 70_000),
    "one-line.html": lambda: _page("<p>" + "عقد مجلس جماعة تطوان دورته " * 180_000),
    "one-word.html": lambda: _page("<p>" + "ا" * 4 * MEGA),
    "unclosed.html": lambda: _page("<p><b><i><a href=x><li><td>نص " * 49_000),
    "unclosed-tag.html": lambda: _page("<a href='" + "x" * 4 * MEGA),
    "half-tags.html": lambda: _page("<" * 290_000),
    "attributes.html": lambda: _page("<p " + " ".join(f"a{i}=b" for i in range(450_000)) + ">نص</p>"),
    "styles.html": lambda: _page("".join(f"<p style='display{' ' * 900}:x;'>ن</p>" for _ in range(5_000))),
    "named-entities.html": lambda: _page("<p>" + "&amp;&eacute;&#1575;&nosuch;" * 170_000),
    "cells.html": lambda: _page("<table>" + "<tr>" + "<td>1" * 290_000),
    "spans.html": lambda: _page("<table>" + "<tr><td rowspan=65534 colspan=1000>1<td rowspan=65534 colspan=1000>2" * 2_000 + "</table>"),
    "nested-tables.html": lambda: _page("<table><tr><td>" * 200_000),
    "many-tables.html": lambda: _page("<table><tr><td>1<td>2</table>" * 10_000),
    "comments.html": lambda: _page("<!--" * 290_000),
    "scripts.html": lambda: _page("<script>" * 290_000),
    "lists.html": lambda: _page("<ol reversed>" + "<li value=9>x" * 290_000),
    "links.html": lambda: _page("<a href=/x>y</a>" * 145_000),
    "big.html": lambda: _page("<p>نص السطر</p>" * 2_600_000),
    "zeros.html": lambda: _page("\0" * 4 * MEGA),
    "brackets.txt": lambda: ("(" * 2 * MEGA + "1- " * 500_000).encode(),
    "fifty-megabytes.html": lambda: _page("<p>نص السطر<b></p>" * 2_100_000),
    "lines.txt": lambda: ("1- نقطة\n" * 150_000).encode(),
}  # fmt: skip


def zipped(parts: dict[str, bytes | int], fill: bytes = b" ") -> bytes:
    """An archive of parts; a number is so many bytes of filling, which take next to nothing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name, part in parts.items():
            if isinstance(part, bytes):
                made.writestr(name, part)
                continue
            with made.open(name, "w", force_zip64=True) as stream:
                for _ in range(part // MEGA):
                    stream.write(fill * (MEGA // len(fill)))
    return out.getvalue()


_TYPES = b"<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/><Override PartName='/%s' ContentType='application/vnd.openxmlformats-officedocument.%s.main+xml'/>%s</Types>"
_RELS = b"<?xml version='1.0'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='%s'/></Relationships>"
_W = b"xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
_S = b"xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"


def docx(document: bytes | int, fill: bytes = b" ") -> bytes:
    parts: dict[str, bytes | int] = {
        "[Content_Types].xml": _TYPES % (b"word/document.xml", b"wordprocessingml.document", b""),
        "_rels/.rels": _RELS % b"word/document.xml",
        "word/document.xml": document,
    }
    return zipped(parts, fill)


def xlsx(sheet: bytes | int, fill: bytes = b" ", shared: bytes | int | None = None) -> bytes:
    more = b"<Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>"
    if shared is not None:
        more += b"<Override PartName='/xl/sharedStrings.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'/>"
    parts: dict[str, bytes | int] = {
        "[Content_Types].xml": _TYPES % (b"xl/workbook.xml", b"spreadsheetml.sheet", more),
        "_rels/.rels": _RELS % b"xl/workbook.xml",
        "xl/workbook.xml": b"<?xml version='1.0'?><workbook %s><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>" % _S,
        "xl/_rels/workbook.xml.rels": b"<?xml version='1.0'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/>%s</Relationships>"
        % (b"" if shared is None else b"<Relationship Id='r2' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings' Target='sharedStrings.xml'/>"),
        "xl/worksheets/sheet1.xml": sheet,
    }  # fmt: skip
    if shared is not None:
        parts["xl/sharedStrings.xml"] = shared
    return zipped(parts, fill)


def _sheet(rows: str) -> bytes:
    return b"<?xml version='1.0'?><worksheet %s><sheetData>%s</sheetData></worksheet>" % (_S, rows.encode())


def _column(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def odt(content: bytes | int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    first = out.getvalue()
    rest = {"content.xml": content, "META-INF/manifest.xml": b"<manifest/>"}
    out = io.BytesIO(first)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name, part in rest.items():
            with made.open(name, "w", force_zip64=True) as stream:
                if isinstance(part, bytes):
                    stream.write(part)
                else:
                    for _ in range(part // MEGA):
                        stream.write(b" " * MEGA)
    return out.getvalue()


#: Office files.
OFFICE: dict[str, Callable[[], bytes]] = {
    "bomb.docx": lambda: docx(3_000 * MEGA),
    "words.docx": lambda: docx(b"<w:document %s><w:body>" % _W + b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 800_000 + b"</w:body></w:document>"),
    "deep.docx": lambda: docx(b"<w:document %s><w:body>" % _W + b"<w:sdt><w:sdtContent>" * 300_000),
    "entities.docx": lambda: docx(_entities() + b"<w:document %s><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>" % _W),
    "spans.docx": lambda: docx(b"<w:document %s><w:body><w:tbl>" % _W + b"<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2000000000'/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>" * 200 + b"</w:tbl></w:body></w:document>"),
    "bomb.xlsx": lambda: xlsx(3_000 * MEGA),
    "strings.xlsx": lambda: xlsx(_sheet("<row><c t='s'><v>0</v></c></row>"), shared=2_000 * MEGA),
    "columns.xlsx": lambda: xlsx(_sheet("<row r='1'>" + "".join(f"<c r='{_column(i)}1'><v>1</v></c>" for i in range(1, MEGA)) + "</row>")),
    "far-cell.xlsx": lambda: xlsx(_sheet("".join(f"<row r='{r}'><c r='XFD{r}'><v>1</v></c></row>" for r in range(1, 5_000)))),
    "far-row.xlsx": lambda: xlsx(_sheet("<row r='1'><c r='A1'><v>1</v></c></row><row r='2000000000'><c r='A2000000000'><v>1</v></c></row>")),
    "entities.xlsx": lambda: xlsx(_entities() + b"<worksheet %s><sheetData><row><c t='inlineStr'><is><t>&a9;</t></is></c></row></sheetData></worksheet>" % _S),
    "bomb.odt": lambda: odt(3_000 * MEGA),
    "entities.odt": lambda: odt(_entities() + b"<office>&a9;</office>"),
}  # fmt: skip


def _pdf(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + tail % (len(objects) + 1, table, len(objects) + 1, len(out))


def _stream(data: bytes, filters: int = 1) -> bytes:
    for _ in range(filters):
        data = zlib.compress(data, 9)
    names = b" ".join([b"/FlateDecode"] * filters)
    return b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(data), names, data)


def _one_page(content: bytes, more: bytes = b"") -> bytes:
    return _pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>",
            content, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", more or b"<< >>",
        ]
    )  # fmt: skip


#: PDF files.
PDFS: dict[str, Callable[[], bytes]] = {
    "bomb.pdf": lambda: _one_page(_stream(b" " * 1_500 * MEGA)),
    "filters.pdf": lambda: _one_page(_stream(b" " * 200 * MEGA, 8)),
    "glyphs.pdf": lambda: _one_page(_stream(b"BT /F1 9 Tf 10 10 Td " + b"(x) Tj 1 0 Td " * 1_000_000 + b"ET")),
    "rules.pdf": lambda: _one_page(_stream(b"".join(b"%d 0 m %d 800 l S 0 %d m 600 %d l S\n" % (i % 600, i % 600, i % 800, i % 800) for i in range(60_000)) + b"BT /F1 9 Tf (x) Tj ET")),
    "itself.pdf": lambda: _one_page(_stream(b"/X Do"), b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 6 >>\nstream\n/X Do \nendstream"),
    "loop.pdf": lambda: _pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
    "arrays.pdf": lambda: b"%PDF-1.7\n1 0 obj " + b"[" * 2 * MEGA + b"\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF",
    "big-number.pdf": lambda: _pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count " + b"9" * 100_000 + b" >>"]),
    "operators.pdf": lambda: _one_page(_stream(b"q " * 3_000_000 + b"BT /F1 9 Tf (x) Tj ET")),
}  # fmt: skip


def _row(cells: int) -> bytes:
    return b";".join([b"x"] * cells) + b"\n"


#: Tables.
TABLES: dict[str, Callable[[], bytes]] = {
    "columns.csv": lambda: _row(2 * MEGA) * 3,
    "quotes.csv": lambda: b"Titles;CT1;CT2;Topics\n" + b'"' * 10 * MEGA,
    "rows.csv": lambda: b"Titles;CT1;CT2;Topics\n" + b"a;b;c;d\n" * MEGA,
    "cell.csv": lambda: b"Titles;CT1;CT2;Topics\n" + b"a;" + b"b" * 8 * MEGA + b";c;d\n",
    "sep.csv": lambda: b"sep=" * 4 * MEGA,
    "title.csv": lambda: "Titles;CT1;CT2;Topics\n{};جماعة تطوان;Commune Tétouan;\n".format("ا" * 400_000).encode(),
    "picture.png": lambda: b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(k, d) for k, d in ((b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(bytes(50 * MEGA), 9)), (b"IEND", b""))),
}  # fmt: skip


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def every() -> Iterator[tuple[str, bytes]]:
    for group in (PAGES, OFFICE, PDFS, TABLES):
        for name, make in group.items():
            yield name, make()
