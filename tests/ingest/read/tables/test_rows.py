"""Bytes to rows: dialects, byte-order marks, workbooks, cells with line breaks, and what is no table."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest

from ingest.read.documents.delimited import TableError
from ingest.read.documents.reader import DocumentReader
from ingest.read.tables.read import ReadTable, read_table
from ingest.read.tables.rows import Row, read_file
from ingest.records import OpennessProject
from ingest.territory.gazetteer import Gazetteer
from tests.ingest.read.tables.test_ogp import origin


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    with DocumentReader() as made:
        yield made


def workbook(*sheets: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets or ([["Titles", "CT1"], ["مشروع", "جماعة تطوان"], [None, None], ["آخر", 7]],):
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rows_of(payload: bytes, reader: DocumentReader) -> tuple[Row, ...]:
    (sheet,) = read_file(payload, "text/csv", reader).sheets
    return sheet


@pytest.mark.parametrize(
    "payload",
    [
        "Titles,CT1\nمشروع,جماعة تطوان\n,\nآخر,7\n".encode(),
        "\ufeffTitles;CT1\r\nمشروع;جماعة تطوان\r\n;\r\nآخر;7\r\n".encode(),
        "Titles\tCT1\nمشروع\tجماعة تطوان\n\t\nآخر\t7".encode(),
        "Titles,CT1\nمشروع,جماعة تطوان\n,\nآخر,7\n".encode("windows-1256"),
        "Titles\tCT1\r\nمشروع\tجماعة تطوان\r\n\t\r\nآخر\t7\r\n".encode("utf-16"),
        "Titles;CT1\nمشروع;جماعة تطوان\n;\nآخر;7\n".encode("utf-16-be"),
        workbook(),
    ],
    ids=["comma", "semicolon with BOM", "tab", "windows-1256", "Unicode text", "UTF-16 without a mark", "workbook"],
)
def test_dialects_are_one(payload: bytes, reader: DocumentReader) -> None:
    assert [(r.number, r.cells) for r in rows_of(payload, reader)] == [
        (1, ("Titles", "CT1")),
        (2, ("مشروع", "جماعة تطوان")),
        (4, ("آخر", "7")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\nTitles;CT1\nمشروع, أول;1,5\n",
        "SEP=;\r\nTitles;CT1\r\nمشروع, أول;1,5\r\n",
        '"sep=;"\nTitles;CT1\nمشروع, أول;1,5\n',
        "\ufeffsep=;;\nTitles;CT1\nمشروع, أول;1,5\n",
    ],
)
def test_a_line_that_names_the_delimiter_is_no_row(text: str, reader: DocumentReader) -> None:
    assert [(r.number, r.cells) for r in rows_of(text.encode(), reader)] == [
        (2, ("Titles", "CT1")),
        (3, ("مشروع, أول", "1,5")),
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Liste des projets, année 2024\n\nProjet;Coût;Fin\nPortail, site;1,5;2024\nSalle;2,5;2025\n", ("Projet", "Coût", "Fin")),
        ("a|b\n1|2\n3|4\n", ("a", "b")),
        ("Titre seul\nautre ligne\n", None),
    ],
)  # fmt: skip
def test_most_rows_say_which_delimiter_it_is(text: str, cells: tuple[str, ...] | None, reader: DocumentReader) -> None:
    rows = rows_of(text.encode(), reader)
    assert cells is None or cells in [r.cells for r in rows]


def test_a_cell_keeps_its_line_breaks(reader: DocumentReader) -> None:
    assert rows_of(b'a,b\n"1\n2",3\n', reader)[1].cells == ("1\n2", "3")


@pytest.mark.parametrize("payload", [b"", b"\n\n", b"PK\x03\x04 no workbook"])
def test_what_is_no_table_says_so(payload: bytes, reader: DocumentReader) -> None:
    with pytest.raises(TableError):
        read_file(payload, "text/csv", reader)


HEADER = ["Titles", "CT1", "CT2", "Topics"]
PROJECT = ["مشروع المثال", "جماعة تطوان", "Commune de Tétouan", "الشفافية"]
OTHER = ["مشروع آخر", "جماعة تطوان", "Commune de Tétouan", None]


def read(payload: bytes, gazetteer: Gazetteer, reader: DocumentReader) -> ReadTable:
    return read_table(payload, "text/csv", "remacto_projects", gazetteer, "test", origin, reader)


@pytest.mark.parametrize(
    "sheets",
    [
        [[HEADER, PROJECT, OTHER]],
        [[["Projets d'ouverture"], [], ["Année 2024", None, 7], HEADER, PROJECT, OTHER]],
        [[["غلاف"], ["شبكة الجماعات", "2024"]], [HEADER, PROJECT, OTHER]],
        [[["x"]], [["Titles", "y"]], [["رقم", *HEADER], [1, *PROJECT], ["رقم", *HEADER], [2, *OTHER]]],
    ],
    ids=["plain", "titles above", "a cover before", "the header on every page"],
)
def test_the_header_is_found_wherever_it_stands(
    sheets: list[list[list[Any]]], gazetteer: Gazetteer, reader: DocumentReader
) -> None:
    table = read(workbook(*sheets), gazetteer, reader)
    assert (table.status, table.row_count) == ("ok", 2), table.reason
    assert [r.title for r in table.records if isinstance(r, OpennessProject)] == ["مشروع المثال", "مشروع آخر"]


def test_a_csv_with_titles_above_its_header(gazetteer: Gazetteer, reader: DocumentReader) -> None:
    text = "sep=;\nListe des projets;;;\n;;;\nTitles;CT1;CT2;Topics\n" + ";".join(PROJECT) + "\n"
    assert read(text.encode("utf-16"), gazetteer, reader).row_count == 1
    missing = read(b"Titles;CT1\na;b\n", gazetteer, reader)
    assert (missing.status, missing.reason) == ("layout_changed", "the table has no column CT2")
