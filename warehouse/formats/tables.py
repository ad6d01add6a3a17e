"""Every published table as strict CSV, spreadsheet CSV, Parquet and NDJSON.

Byte-identical for equal tables: rows sorted by primary key, one thread, UTC, LF (CRLF in the spreadsheet CSV).
"""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import duckdb

from expectations.sheets.model import Column, Table
from warehouse.build.draft import Draft

#: The four files of a table.
TABLE_ENDINGS = (".csv", ".spreadsheet.csv", ".parquet", ".ndjson")
TIME_FORMAT = "%Y-%m-%dT%H:%M:%SZ"
#: Small enough that a query for one region reads few of them (tables are sorted by key, and keys of a source lie
#: together).
ROW_GROUP = 20_000
#: A spreadsheet would run a text cell that begins so.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_tables(draft: Draft) -> dict[str, int]:
    """Every published table in four formats; returns the rows that were written of each."""
    draft.folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(draft.database), read_only=True) as con:
        con.execute("set threads = 1")
        con.execute("set TimeZone = 'UTC'")
        return {table.name: _write_table(con, draft, table) for table in draft.tables.values()}


def published_query(table: Table) -> str:
    """The published columns and rows of a table, in their canonical order."""
    columns = ", ".join(f'"{c.name}"' for c in table.published_columns)
    return f'select {columns} from marts."{table.name}" order by {table.sort_key}'


def _write_table(con: duckdb.DuckDBPyConnection, draft: Draft, table: Table) -> int:
    query = published_query(table)
    meta = f"{{release: '{draft.release_id}', licence: '{table.licence}'}}"
    parquet = draft.path(table.name, ".parquet")
    options = f"format parquet, compression zstd, row_group_size {ROW_GROUP}, kv_metadata {meta}"
    rows = int(con.execute(f"copy ({query}) to '{parquet}' ({options})").fetchall()[0][0])
    strict = draft.path(table.name, ".csv")
    con.execute(f"copy ({query}) to '{strict}' (format csv, header, timestampformat '{TIME_FORMAT}')")
    lines = draft.path(table.name, ".ndjson")
    con.execute(f"copy ({query}) to '{lines}' (format json, timestampformat '{TIME_FORMAT}')")
    _write_spreadsheet(con.execute(query), draft.path(table.name, ".spreadsheet.csv"), table)
    return rows


def _write_spreadsheet(cursor: duckdb.DuckDBPyConnection, path: Path, table: Table) -> None:
    """BOM, semicolon, CRLF; a text cell that a spreadsheet would run gets an apostrophe before it."""
    columns = table.published_columns
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle, delimiter=";", lineterminator="\r\n")
        writer.writerow([c.name for c in columns])
        while rows := cursor.fetchmany(10_000):
            writer.writerows([spreadsheet_cell(v, c) for v, c in zip(row, columns, strict=True)] for row in rows)


def spreadsheet_cell(value: object, column: Column) -> str:
    """One cell of the spreadsheet CSV."""
    if value is None:
        return ""
    if column.data_type == "boolean":
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return value.strftime(TIME_FORMAT)
    text = str(value)
    return "'" + text if column.data_type == "varchar" and text.startswith(_FORMULA) else text
