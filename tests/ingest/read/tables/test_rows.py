"""Bytes to rows: dialects, byte-order marks, workbooks, cells with line breaks, and what is no table."""

from __future__ import annotations

import io

import openpyxl
import pytest

from ingest.read.tables.rows import TableError, read_rows


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Titles", "CT1"], ["مشروع", "جماعة تطوان"], [None, None], ["آخر", 7]):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "payload",
    [
        "Titles,CT1\nمشروع,جماعة تطوان\n,\nآخر,7\n".encode(),
        "\ufeffTitles;CT1\r\nمشروع;جماعة تطوان\r\n;\r\nآخر;7\r\n".encode(),
        "Titles\tCT1\nمشروع\tجماعة تطوان\n\t\nآخر\t7".encode(),
        "Titles,CT1\nمشروع,جماعة تطوان\n,\nآخر,7\n".encode("windows-1256"),
        workbook(),
    ],
    ids=["comma", "semicolon with BOM", "tab", "windows-1256", "workbook"],
)
def test_dialects_are_one(payload: bytes) -> None:
    rows = read_rows(payload, "text/csv")
    assert [(r.number, r.cells) for r in rows] == [
        (1, ("Titles", "CT1")),
        (2, ("مشروع", "جماعة تطوان")),
        (4, ("آخر", "7")),
    ]


def test_a_cell_keeps_its_line_breaks() -> None:
    assert read_rows(b'a,b\n"1\n2",3\n', "text/csv")[1].cells == ("1\n2", "3")


@pytest.mark.parametrize("payload", [b"", b"\n\n", b"PK\x03\x04 no workbook"])
def test_what_is_no_table_says_so(payload: bytes) -> None:
    with pytest.raises(TableError):
        read_rows(payload, "text/csv")
