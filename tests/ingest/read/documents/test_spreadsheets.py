"""Workbooks as documents: columns kept, merged cells, what is hidden, values as they are shown."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl

from ingest.read.documents.spreadsheets import read_xlsx


def book(**sheets: list[list[Any]]) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return made


def lines(made: openpyxl.Workbook) -> list[str]:
    out = io.BytesIO()
    made.save(out)
    read = read_xlsx(out.getvalue())
    return [read.status] if read.status != "ok" else read.text.split("\n")


def test_columns_are_kept_where_cells_are_blank() -> None:
    rows = [["Projet", None, "Coût", "Fin"], ["Portail", None, None, dt.date(2025, 12, 31)], [None, None, 80000.0, None], []]  # fmt: skip
    assert lines(book(Plan=rows)) == ["Plan", "Projet | Coût | Fin", "Portail | | 2025-12-31", "| 80000 |"]


def test_merged_cells_and_titles() -> None:
    made = book(ب=[["مشاريع الجماعة", None, None], ["المحور", "المشروع", "الكلفة"], ["الشفافية", "بوابة", 10.5], [None, "مكتبة", 20]])  # fmt: skip
    made["ب"].merge_cells("A1:C1")
    made["ب"].merge_cells("A3:A4")
    assert lines(made) == ["ب", "مشاريع الجماعة", "المحور | المشروع | الكلفة", "الشفافية | بوابة | 10.5", "الشفافية | مكتبة | 20"]  # fmt: skip


def test_a_hidden_sheet_is_not_read_and_an_empty_book_is_empty() -> None:
    made = book(a=[["x", "y"]], listes=[["oui"], ["non"]])
    made["listes"].sheet_state = "hidden"
    assert lines(made) == ["a", "x | y"]
    assert lines(book(a=[], b=[])) == ["empty"]
