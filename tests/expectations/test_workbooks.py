"""One changed cell in a workbook of any language is told by file, table and column, whichever program wrote the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from expectations.release_files import ReleaseFiles
from expectations.workbooks import disagreements
from tests.expectations.formats_of_a_release import ROWS, copy_release, edit_sheet, in_workbook, make_release

#: Place of the sheet of `notes` in a workbook, from 1, and its rows before the data.
NOTES, HEADERS = 2, 2


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> ReleaseFiles:
    return make_release(tmp_path_factory.mktemp("workbooks"), ROWS)


@pytest.fixture
def files(made: ReleaseFiles, tmp_path: Path) -> ReleaseFiles:
    return copy_release(made, tmp_path / "copy")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_language_is_compared(files: ReleaseFiles, language: str) -> None:
    in_workbook(files, "notes", "not-c", "remark", "secret", language)
    assert disagreements(files) == [f"test-infitah.{language}.xlsx: notes: remark"]


def saved_by_another_program(files: ReleaseFiles, edit: Callable[[openpyxl.Workbook], None]) -> None:
    """Other quotes and spaces in the XML, shared strings: the same cells."""
    path = files.workbook("en")
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)


def test_another_program_may_have_written_it(files: ReleaseFiles) -> None:
    saved_by_another_program(files, lambda book: None)
    assert disagreements(files) == []


@pytest.mark.parametrize(
    ("column", "place", "value"),
    [
        ("remark", 3, "secret"),
        ("rows_count", 4, 77),
        ("is_open", 5, None),
        ("cost_mad", 6, 77.7),
        ("seen_at", 7, "2026"),
    ],
)
def test_a_cell_that_another_program_changed_is_seen(
    files: ReleaseFiles, column: str, place: int, value: object
) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book.worksheets[NOTES - 1].cell(HEADERS + 2, place).value = value  # type: ignore[assignment]

    saved_by_another_program(files, change)
    assert f"test-infitah.en.xlsx: notes: {column}" in disagreements(files)


def _row(xml: str, number: int) -> str:
    return re.search(rf'<row r="{number}">.*?</row>', xml, re.DOTALL)[0]  # type: ignore[index]


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda xml: xml.replace("title en", "titre", 1), "notes: title"),
        (lambda xml: xml.replace("<t>remark</t>", "<t>remarks</t>", 1), "notes: remark"),
        (lambda xml: xml.replace(_row(xml, 12), ""), "notes: 9 rows, 10 built"),
        (lambda xml: xml.replace("</sheetData>", '<row r="13"><c r="A13"><v>1</v></c></row></sheetData>'), "notes: 11 rows, 10 built"),
        (lambda xml: xml.replace(_row(xml, 4), "").replace("</sheetData>", _row(xml, 4) + "</sheetData>"), "notes: note_id"),
        (lambda xml: xml.replace('<c r="D4"><v>0</v></c>', '<c r="D4"><f>1-1</f><v>0</v></c>'), "notes: rows_count"),
        (lambda xml: xml.replace('<c r="D4"><v>0</v></c>', '<c r="D4" t="inlineStr"><is><t>0</t></is></c>'), "notes: rows_count"),
        (lambda xml: xml.replace('<c r="E3" t="b"><v>1</v></c>', '<c r="E3"><v>1</v></c>'), "notes: is_open"),
        (lambda xml: xml.replace("_x005F_x0041_", "_x0041_", 1), "notes: remark"),
        (lambda xml: xml.replace("</row>", '<c r="H1"><v>1</v></c></row>', 1), "notes: a column too many"),
        (lambda xml: xml.replace("<row r=", "<x:row r="), "notes: cannot be read as a sheet"),
        (lambda xml: xml.replace("<is><t>not-e</t></is>", "<is><t>not-e</is>"), "notes: cannot be read as a sheet"),
    ],
    ids=["label", "name", "row_away", "row_too_many", "rows_that_changed_places", "formula", "number_as_text", "flag_as_number",
         "an_escape_too_few", "column_too_many", "no_rows", "broken"],
)  # fmt: skip
def test_what_is_not_as_it_was_built_is_seen(files: ReleaseFiles, edit: Callable[[str], str], told: str) -> None:
    edit_sheet(files.workbook("en"), NOTES, edit)
    problems = disagreements(files)
    assert [p for p in problems if p.startswith(f"test-infitah.en.xlsx: {told}")], problems


def test_the_numbers_of_rows_on_the_first_sheet_are_compared(files: ReleaseFiles) -> None:
    edit_sheet(files.workbook("fr"), 1, lambda xml: xml.replace("<v>10</v>", "<v>11</v>"))
    assert disagreements(files) == ["test-infitah.fr.xlsx: À propos: rows of notes"]


def test_a_missing_sheet_and_a_broken_file_are_told(files: ReleaseFiles) -> None:
    saved_by_another_program(files, lambda book: book.remove(book.worksheets[NOTES]))
    files.workbook("fr").write_bytes(b"no archive")
    files.workbook("ar").unlink()
    assert disagreements(files) == [
        "test-infitah.ar.xlsx: cannot be read as a workbook (FileNotFoundError)",
        "test-infitah.fr.xlsx: cannot be read as a workbook (BadZipFile)",
        "test-infitah.en.xlsx: 2 sheets, 3 built",
    ]


def test_a_sheet_that_was_cut_says_so(tmp_path: Path) -> None:
    files = make_release(tmp_path / "cut", ROWS, max_rows=4)
    assert disagreements(files, max_rows=4) == []
    assert "test-infitah.ar.xlsx: notes: 5 rows, 10 built" in disagreements(files)
    edit_sheet(files.workbook("en"), NOTES, lambda xml: xml.replace("test-notes.csv", "test-nothing.csv"))
    problems = disagreements(files, max_rows=4)
    assert problems == ["test-infitah.en.xlsx: notes: its last row does not name test-notes.csv, which has every row"]
