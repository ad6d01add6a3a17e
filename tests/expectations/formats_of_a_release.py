"""A small release with every odd value, as the project writes it, and one cell of any of its files changed by hand."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb

from expectations.release_files import ReleaseFiles
from expectations.sheets.model import Column, Table
from warehouse.build.draft import Draft, Publisher
from warehouse.formats.database import write_duckdb
from warehouse.formats.tables import write_tables
from warehouse.formats.workbooks import MAX_ROWS, write_workbooks

Value = str | int | bool | Decimal | dt.datetime | None
_KINDS = {
    "key": "varchar",
    "text": "varchar",
    "count": "bigint",
    "flag": "boolean",
    "amount": "decimal(18,2)",
    "timestamp": "timestamp",
}
COLUMNS = {
    "note_id": "key",
    "title": "text",
    "remark": "text",
    "rows_count": "count",
    "is_open": "flag",
    "cost_mad": "amount",
    "seen_at": "timestamp",
}
#: Column → another value than any row has.
OTHER: dict[str, Value] = {
    "title": "secret", "remark": "secret", "rows_count": 77, "is_open": None, "cost_mad": Decimal("77.77"),
    "seen_at": dt.datetime.fromisoformat("2026-07-07T07:07:07"),
}  # fmt: skip
NOON = dt.datetime.fromisoformat("2026-11-20T12:00:00")
ROWS: list[tuple[Value, ...]] = [
    ("not-a", "=1+1", "دورة فبراير", 12, True, Decimal("12.50"), NOON),
    ("not-b", "'=1+1", "l’école, «\"x\"»; a", 0, False, Decimal("0.00"), NOON),
    ("not-c", "-5", "two\nlines\r\nthree\ttabs", -3, None, Decimal("-0.07"), None),
    ("not-d", "+212", " spaces ", None, True, None, NOON),
    ("not-e", "@x", "<b>a & b</b> &amp; _x0041_ _X", 9_007_199_254_740_991, True, Decimal("1234567890123.45"), NOON),
    ("not-f", "\tx", "\x01\x1f\ufffe 🏛 \u200f", 5, False, Decimal("100.00"), NOON),
    ("not-g", "<r>rich</r>", "true", 1, True, Decimal("10.10"), NOON),
    ("not-h", "", "012", 12, False, Decimal("5000000"), NOON),
    ("not-i", None, "null", None, None, None, None),
    ("not-j", "\rx", "1e5", 100_000, True, Decimal("0.10"), NOON),
]  # fmt: skip


def _column(name: str, kind: str) -> Column:
    words = {language: f"{name} {language}" for language in ("ar", "fr", "en")}
    return Column(
        name=name, kind=kind, data_type=_KINDS[kind], label=words, definition=words, is_nullable=True,  # type: ignore[arg-type]
        is_volatile=False, is_published=True, personal_data="none",
    )  # fmt: skip


def table(name: str) -> Table:
    words = {language: f"{name} {language}" for language in ("ar", "fr", "en")}
    columns = tuple(_column(n, k) for n, k in COLUMNS.items())
    return Table(name=name, label=words, definition=words, licence="CC-BY-4.0", columns=columns)


def make_release(folder: Path, rows: list[tuple[Value, ...]], max_rows: int = MAX_ROWS) -> ReleaseFiles:
    """Two tables of a build, one of them empty, and their files."""
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "warehouse.duckdb"
    tables = {name: table(name) for name in ("notes", "nothing")}
    with duckdb.connect(str(database)) as con:
        con.execute("create schema marts")
        for name in tables:
            declared = ", ".join(f'"{n}" {_KINDS[k]}' for n, k in COLUMNS.items())
            con.execute(f'create table marts."{name}" ({declared})')
        con.executemany("insert into marts.notes values (?, ?, ?, ?, ?, ?, ?)", rows)
    draft = Draft(
        folder=folder / "files", database=database, prefix="test-", release_id="2026-11-21", as_of="2026-11-21T02:30:00Z",
        tables=tables, publisher=Publisher(),
    )  # fmt: skip
    counts = write_tables(draft)
    write_duckdb(draft)
    write_workbooks(draft, counts, max_rows)
    return release_of(draft)


def release_of(draft: Draft) -> ReleaseFiles:
    return ReleaseFiles(
        folder=draft.folder, prefix=draft.prefix, tables=draft.tables, text_columns={}, database=draft.database,
        source_nights=[], unannounced=[], compared=[],
    )  # fmt: skip


def copy_release(made: ReleaseFiles, to: Path) -> ReleaseFiles:
    shutil.copytree(made.database.parent, to)
    return replace(made, folder=to / "files", database=to / made.database.name)


#: (release, table, key of the row, column, value) → the name of the changed file
Change = Callable[[ReleaseFiles, str, str, str, Value], str]


def _said(value: Value) -> str:
    """A value as a file of text says it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(value, dt.datetime) else str(value)


def in_csv(files: ReleaseFiles, table: str, key: str, column: str, value: Value) -> str:
    """By DuckDB, which keeps an empty text apart from none."""
    path = files.file(table, ".csv")
    with duckdb.connect() as con:
        con.execute(
            "create table t as select * from read_csv(?, header = true, all_varchar = true, delim = ',', quote = '\"', "
            "allow_quoted_nulls = false)",
            [str(path)],
        )
        said = None if value is None else _said(value)
        con.execute(f'update t set "{column}" = ? where "{files.tables[table].primary_key}" = ?', [said, key])
        con.execute(f"copy t to '{path}' (format csv, header)")
    return path.name


def in_spreadsheet_csv(files: ReleaseFiles, table: str, key: str, column: str, value: Value) -> str:
    path = files.file(table, ".spreadsheet.csv")
    with path.open(encoding="utf-8-sig", newline="") as handle:
        header, *rows = csv.reader(handle, delimiter=";")
    place = header.index(column)
    for row in rows:
        if row[0] == key:
            row[place] = _said(value)
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        csv.writer(handle, delimiter=";", lineterminator="\r\n").writerows([header, *rows])
    return path.name


def in_parquet(files: ReleaseFiles, table: str, key: str, column: str, value: Value) -> str:
    path = files.file(table, ".parquet")
    with duckdb.connect() as con:
        con.execute("create table t as select * from read_parquet(?)", [str(path)])
        con.execute(f'update t set "{column}" = ? where "{files.tables[table].primary_key}" = ?', [value, key])
        con.execute(f"copy t to '{path}' (format parquet)")
    return path.name


def in_ndjson(files: ReleaseFiles, table: str, key: str, column: str, value: Value) -> str:
    path = files.file(table, ".ndjson")
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    said = _said(value) if isinstance(value, dt.datetime) else float(value) if isinstance(value, Decimal) else value
    for row in rows:
        if row[files.tables[table].primary_key] == key:
            row[column] = said
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path.name


def in_public_database(files: ReleaseFiles, table: str, key: str, column: str, value: Value) -> str:
    with duckdb.connect(str(files.public_database)) as con:
        con.execute(f'update "{table}" set "{column}" = ? where "{files.tables[table].primary_key}" = ?', [value, key])
    return f"{files.public_database.name}: {table}"


def edit_sheet(path: Path, sheet: int, edit: Callable[[str], str]) -> None:
    """The XML of one sheet (1 is the first) by hand."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = f"xl/worksheets/sheet{sheet}.xml"
    before = parts[name].decode()
    parts[name] = edit(before).encode()
    assert parts[name].decode() != before
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)


def in_workbook(files: ReleaseFiles, table: str, key: str, column: str, value: Value, language: str = "fr") -> str:
    """One cell of a workbook; the rest keeps its bytes."""
    path = files.workbook(language)
    place = list(COLUMNS).index(column)

    def edit(xml: str) -> str:
        number = re.search(rf'<row r="(\d+)"><c r="A\1" t="inlineStr"><is><t>{key}</t>', xml)[1]  # type: ignore[index]
        cell = f'<c r="{"ABCDEFG"[place]}{number}"'
        said = (
            ""
            if value is None
            else f"{cell}><v>{value}</v></c>"
            if isinstance(value, int | Decimal)
            else f'{cell} t="inlineStr"><is><t>{_said(value)}</t></is></c>'
        )
        return re.sub(rf"{re.escape(cell)}.*?</c>", said, xml, count=1, flags=re.DOTALL)

    edit_sheet(path, 2 + list(files.tables).index(table), edit)
    return f"{path.name}: {table}"


CHANGES: dict[str, Change] = {
    "csv": in_csv, "spreadsheet": in_spreadsheet_csv, "parquet": in_parquet, "ndjson": in_ndjson,
    "duckdb": in_public_database, "workbook": in_workbook,
}  # fmt: skip
