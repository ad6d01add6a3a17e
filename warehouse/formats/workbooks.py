"""Three workbooks, one per language: a sheet per table, labels in that language, right to left in Arabic.

Text stays text (no cell is a formula, codes keep their zeros); numbers and booleans are typed. A table with more rows
than a sheet holds is cut, and its sheet says so and names the CSV file that has them all.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import duckdb
import xlsxwriter

from expectations.sheets.model import Table
from warehouse.build.draft import Draft
from warehouse.formats.tables import TIME_FORMAT, published_query

LANGUAGES = ("ar", "fr", "en")
#: Rows of a sheet, less the two header rows.
MAX_ROWS = 1_048_576 - 2


@dataclass(frozen=True)
class _About:
    """Words of the first sheet."""

    title: str
    release: str
    as_of: str
    licence: str
    table: str
    rows: str
    definition: str
    sample: str


_ABOUT = {
    "ar": _About(
        title="حول هذا الملف",
        release="الإصدار",
        as_of="حتى",
        licence="الرخصة",
        table="الجدول",
        rows="الصفوف",
        definition="التعريف",
        sample="عينة: جماعات خيالية ومعطيات للتجربة",
    ),
    "fr": _About(
        title="À propos",
        release="Version",
        as_of="Au",
        licence="Licence",
        table="Table",
        rows="Lignes",
        definition="Définition",
        sample="ÉCHANTILLON : collectivités fictives, données d’essai",
    ),
    "en": _About(
        title="About",
        release="Release",
        as_of="As of",
        licence="Licence",
        table="Table",
        rows="Rows",
        definition="Definition",
        sample="SAMPLE: fictitious collectivities, data for trying out",
    ),
}
_CUT = {
    "ar": "لا تتسع الورقة لكل الصفوف؛ الملف الكامل: {file}",
    "fr": "La feuille ne peut contenir toutes les lignes ; fichier complet : {file}",
    "en": "The sheet cannot hold every row; complete file: {file}",
}


def workbook_name(draft: Draft, language: str) -> str:
    return f"{draft.prefix}infitah.{language}.xlsx"


def write_workbooks(draft: Draft, rows: dict[str, int], max_rows: int = MAX_ROWS) -> list[Path]:
    """One workbook per language, in the draft's folder.

    Args:
        rows: rows of each table.
    """
    with duckdb.connect(str(draft.database), read_only=True) as con:
        con.execute("set threads = 1")
        con.execute("set TimeZone = 'UTC'")
        return [_write(con, draft, language, rows, max_rows) for language in LANGUAGES]


def _write(con: duckdb.DuckDBPyConnection, draft: Draft, language: str, rows: dict[str, int], max_rows: int) -> Path:
    path = draft.folder / workbook_name(draft, language)
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(path), options) as book:
        made = dt.datetime.strptime(draft.as_of, "%Y-%m-%dT%H:%M:%SZ")  # noqa: DTZ007 (the format wants it naive)
        book.set_properties({"title": f"Infitah {draft.release_id}", "created": made, "comments": "CC BY 4.0"})
        bold, grey = book.add_format({"bold": True, "bottom": 1}), book.add_format({"font_color": "#777777"})
        names = _sheet_names(draft.tables, language)
        _about(book, draft, language, rows, names, bold)
        for table in draft.tables.values():
            sheet = book.add_worksheet(names[table.name])
            if language == "ar":
                sheet.right_to_left()
            sheet.freeze_panes(2, 1)
            columns = table.published_columns
            sheet.set_column(0, len(columns) - 1, 18)
            for i, c in enumerate(columns):
                sheet.write_string(0, i, c.label[language], bold)
            for i, c in enumerate(columns):
                sheet.write_string(1, i, c.name, grey)
            cursor = con.execute(published_query(table))
            number = 2
            while number < max_rows + 2 and (some := cursor.fetchmany(min(10_000, max_rows + 2 - number))):
                for row in some:
                    for i, value in enumerate(row):
                        _cell(sheet, number, i, value)
                    number += 1
            if rows[table.name] > max_rows:
                sheet.write_string(number, 0, _CUT[language].format(file=draft.path(table.name, ".csv").name), bold)
    return path


def _sheet_names(tables: dict[str, Table], language: str) -> dict[str, str]:
    """Labels of the tables as sheet names: 31 characters at most, without the signs that sheets forbid, each once."""
    found: dict[str, str] = {}
    for table in tables.values():
        name = "".join(" " if ch in "[]:*?/\\'" else ch for ch in table.label[language])[:31].strip()
        found[table.name] = table.name[:31] if name in found.values() or not name else name
    return found


def _about(book: Any, draft: Draft, language: str, rows: dict[str, int], names: dict[str, str], bold: Any) -> None:
    words = _ABOUT[language]
    sheet = book.add_worksheet(words.title)
    if language == "ar":
        sheet.right_to_left()
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 28)
    sheet.set_column(2, 2, 90)
    lines = [
        (words.release, draft.release_id),
        (words.as_of, draft.as_of),
        (words.licence, "CC BY 4.0"),
        ("Infitah", draft.url()),
    ]
    if draft.prefix:
        lines.insert(0, (words.sample, ""))
    for i, (name, value) in enumerate(lines):
        sheet.write_string(i, 0, name, bold)
        sheet.write_string(i, 1, value)
    start = len(lines) + 1
    for i, name in enumerate((words.table, words.rows, words.definition)):
        sheet.write_string(start, i, name, bold)
    for n, t in enumerate(draft.tables.values(), start=start + 1):
        sheet.write_string(n, 0, names[t.name])
        sheet.write_number(n, 1, rows[t.name])
        sheet.write_string(n, 2, t.definition[language])


def _cell(sheet: Any, row: int, column: int, value: object) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, Decimal)):
        sheet.write_number(row, column, value)
    elif isinstance(value, dt.datetime):
        sheet.write_string(row, column, value.strftime(TIME_FORMAT))
    else:
        sheet.write_string(row, column, _literal(str(value)))


def _literal(text: str) -> str:
    """The text as the writer leaves it alone: what looks like a rich string it would write as markup."""
    if text.startswith("<r>") and text.endswith("</r>"):
        return f'<r><t xml:space="preserve">{escape(text)}</t></r>'
    return text
