"""Word and Excel files: text in order, list numbers kept, tables row by row; and what is no such file."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from ingest.read.documents.files import kind_of, read_file
from ingest.read.documents.pdf import extract_pdf
from ingest.read.documents.reader import DocumentReader

TABLE = Path(__file__).parent / "files" / "table-sample.pdf"


def word_file() -> bytes:
    """A made-up agenda: a title, three numbered items of which one has two sub-items, a table with a merged cell."""
    document = docx.Document()
    levels = "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>' for i in (0, 1))
    numbering = document.part.numbering_part.element
    space = f'xmlns:w="{numbering.nsmap["w"]}"'
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {space} w:abstractNumId="99">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {space} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    document.add_paragraph("جدول أعمال الدورة العادية لشهر أكتوبر 2025 لمجلس جماعة واد المثال")
    for text, level in (("برمجة الفائض", 0), ("اتفاقية شراكة", 0), ("مع الإقليم", 1), ("مع الجهة", 1), ("مختلفات", 0)):
        paragraph = document.add_paragraph(text, style="List Number")
        properties = paragraph._p.get_or_add_pPr()
        number = OxmlElement("w:numPr")
        for tag, value in (("w:ilvl", level), ("w:numId", 99)):
            element = OxmlElement(tag)
            element.set(qn("w:val"), str(value))
            number.append(element)
        properties.append(number)
    document.add_paragraph("حاضرون", style="List Bullet")
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "المشروع"
    table.cell(0, 2).text = "الكلفة"
    for i, text in enumerate(("1", "الساحة", "80.000,00")):
        table.cell(1, i).text = text
    document.add_paragraph("حرر بواد المثال")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def workbook_file() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "الميزانية"
    sheet.append(["الفصل", "المبلغ"])
    sheet.append(["10.20", 80000])
    book.create_sheet("فارغة")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_word_file_keeps_its_order_its_numbers_and_its_rows() -> None:
    with DocumentReader() as reader:
        read = read_file(word_file(), "docx", reader, has_ocr=False)
    assert read.status == "ok"
    lines = read.text.split("\n")
    assert lines[0].startswith("جدول أعمال الدورة العادية")
    assert lines[1:6] == ["1- برمجة الفائض", "2- اتفاقية شراكة", "2.1- مع الإقليم", "2.2- مع الجهة", "3- مختلفات"]
    assert "• حاضرون" in lines
    assert lines[-3:-1] == ["المشروع | | الكلفة", "1 | الساحة | 80.000,00"]


def test_a_workbook_is_read_sheet_by_sheet() -> None:
    with DocumentReader() as reader:
        read = read_file(workbook_file(), "xlsx", reader, has_ocr=False)
    assert (read.status, read.text) == ("ok", "الميزانية\nالفصل | المبلغ\n10.20 | 80000\nفارغة")


def test_cells_of_a_table_page_come_in_reading_order() -> None:
    read = extract_pdf(TABLE.read_bytes())
    assert read.text.split("\n") == [
        "جدول مشاريع برنامج عمل جماعة واد المثال (عينة)",
        "رقم | المشروع | الجهة المسؤولة | الكلفة بالدرهم",
        "1 | تهيئة الساحة المركزية | مصلحة الأشغال | 1.250.000,00",
        "2 | بوابة الجماعة على الإنترنت | مصلحة المعلوميات | 80.000,00",
        "3 | الإنارة العمومية بالأحياء الجديدة | مصلحة الأشغال | 640.500,00",
        "حرر بواد المثال في 12 يناير 2026",
    ]


@pytest.mark.parametrize(
    ("payload", "content_type", "url", "kind"),
    [
        (b"%PDF-1.7", "text/html", "https://a.ma/x", "pdf"),
        (b"\n\n%PDF-1.4", "application/octet-stream", "https://a.ma/download?id=3", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png", "https://a.ma/x.pdf", "picture"),
        (b"\xff\xd8\xff\xe0", "application/octet-stream", "https://a.ma/x", "picture"),
        (b"\xd0\xcf\x11\xe0", "application/msword", "https://a.ma/x", ".doc"),
        (b"\xd0\xcf\x11\xe0", "application/octet-stream", "https://a.ma/%D9%85.XLS?v=1", ".xls"),
        (b"{\\rtf1", "text/plain", "https://a.ma/x", ".rtf"),
        (b"PK\x03\x04 broken", "application/zip", "https://a.ma/x.zip", None),
        (b"<html>", "text/html", "https://a.ma/x.doc", None),
        (b"plain", "text/plain", "https://a.ma/x.txt", None),
    ],
)
def test_the_bytes_say_what_a_file_is(payload: bytes, content_type: str, url: str, kind: str | None) -> None:
    assert kind_of(payload, content_type, url) == kind


def test_office_files_are_told_from_each_other() -> None:
    assert kind_of(word_file(), "application/zip", "https://a.ma/download") == "docx"
    assert kind_of(workbook_file(), "application/octet-stream", "https://a.ma/x.docx") == "xlsx"


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_a_malformed_file_is_a_result(kind: str) -> None:
    with DocumentReader() as reader:
        assert read_file(b"PK\x03\x04" + b"x" * 500, kind, reader, has_ocr=False).status == "unreadable"


def test_a_scan_where_recognition_is_off_is_unreadable() -> None:
    with DocumentReader() as reader:
        assert read_file(b"\x89PNG\r\n\x1a\n", "picture", reader, has_ocr=False).status == "unreadable"
