"""From a published row back to its source: re-open the archived record, hash it again, find the words again."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import duckdb

from expectations.sheets.load import load_tables
from ingest.archive.capture import Capture
from ingest.archive.captures import ArchiveError, Replay, load_index
from ingest.home import Home
from ingest.law.reference import is_law, line_words
from ingest.opening import open_ingest
from ingest.read.decoding import read_text
from ingest.read.documents.reader import DocumentReader
from ingest.read.origin import digest
from ingest.read.tables.rows import read_file
from warehouse.build.changes import CHANGES
from warehouse.release.reader import database_of
from warehouse.release.tree import latest_folder, verify_release

#: One row as DuckDB gives it: column → value.
Row = Mapping[str, str | int | float | bool | Decimal | dt.date | dt.datetime | None]


class TraceError(Exception):
    """The row does not lead home; the message says where the way ends."""


@dataclass(frozen=True)
class Trace:
    """The way home of one row."""

    row: Row
    steps: list[str]


def trace(home: Home, table: str, key: str) -> Trace:
    """Follow one row of the latest release home.

    Raises:
        TraceError: no such row, a missing or changed archive record, or words that are not where the row says.
    """
    tables = load_tables()
    if table not in tables:
        raise TraceError(f"tracing {table}: no such table; there are {', '.join(tables)}")
    row = _row(home, table, tables[table].primary_key, key)
    if table == "_build":
        return Trace(row, _trace_build(home, row))
    capture = _capture(home, row)
    steps = [
        f"source     {row.get('source_id') or row['source_url']}",
        f"address    {capture.url}",
        f"captured   {capture.captured_at} (run {capture.run_id})",
        f"archive    {capture.warc_file}, byte {capture.offset}",
    ]
    replay = Replay(home)
    try:
        payload = replay.read(capture)
    except ArchiveError as error:
        raise TraceError(str(error)) from None
    finally:
        replay.close()
    steps.append(f"re-hashed  sha256 {capture.payload_sha256} equals the row's")
    steps.append(f"found      {_find(home, capture, payload, table, row)}")
    return Trace(row, steps)


def _row(home: Home, table: str, primary_key: str, key: str) -> Row:
    with duckdb.connect(str(database_of(home)), read_only=True) as con:
        cursor = con.execute(f'select * from "{table}" where "{primary_key}" = ?', [key])
        names = [d[0] for d in cursor.description or []]
        found = cursor.fetchone()
    if found is None:
        raise TraceError(f"tracing {table} {key}: the latest release has no such row (its key is {primary_key})")
    return dict(zip(names, found, strict=True))


def _capture(home: Home, row: Row) -> Capture:
    captures = [c for c in load_index(home) if not c.is_revisit]
    for c in captures:
        if (
            c.url == row["source_url"]
            and c.payload_sha256 == row["capture_sha256"]
            and row.get("source_id", c.source_id) in (c.source_id, None)
        ):
            return c
    for c in captures:
        if c.url == row["source_url"] and c.payload_sha256 == row["capture_sha256"]:
            return c
    raise TraceError(f"tracing: the archive has no capture of {row['source_url']} with sha256 {row['capture_sha256']}")


def _find(home: Home, capture: Capture, payload: bytes, table: str, row: Row) -> str:
    if table == CHANGES:
        return f"the capture that {row['table_name']} {row['row_key']} was read from"
    position = row.get("evidence_position")
    if position is None:
        name = {"_dictionary": row.get("column_name")}.get(table, row.get("source_id"))
        if str(name) not in payload.decode("utf-8"):
            raise TraceError(f"tracing {table}: {name} is not in the archived {capture.url}")
        return f"{name} in the file"
    if position == "document":
        return "the whole document"
    kind, _, place = str(position).partition(":")
    if kind == "line":
        words = _line(capture, payload, int(place))
    elif kind == "row":
        words = _table_row(capture, payload, int(place), str(row["evidence_sha256"]))
    else:
        hints = open_ingest(home).hints[capture.source_id]
        with DocumentReader() as reader:
            text = read_text(capture, payload, hints, reader).text
        start, end = (int(n) for n in place.split("-"))
        words = text[start:end]
    if digest(words) != row["evidence_sha256"]:
        raise TraceError(
            f"tracing {table}: the words at {position} of {capture.url} are not those that were read "
            "(extractor changed?)"
        )
    return f"at {position}: {words[:120]}"


def _line(capture: Capture, payload: bytes, line: int) -> str:
    data = gzip.decompress(payload) if capture.url.endswith(".gz") else payload
    for number, row in enumerate(csv.DictReader(io.StringIO(data.decode("utf-8"))), start=2):
        if number == line:
            if is_law(capture.url):
                return line_words(row)
            code = row.get("code") or row.get("hcp_2024_code") or row.get("hcp_code_2024")
            return f"{code}|{row['name_fr']}|{row['name_ar']}"
    raise TraceError(f"tracing: {capture.url} has no line {line}")


def _table_row(capture: Capture, payload: bytes, number: int, evidence: str) -> str:
    """The row of that number: of several sheets, the one whose words were read, where one is."""
    with DocumentReader() as reader:
        sheets = read_file(payload, capture.content_type, reader).sheets
    found = [row.words for sheet in sheets for row in sheet if row.number == number]
    if not found:
        raise TraceError(f"tracing: {capture.url} has no row {number}")
    return next((words for words in found if digest(words) == evidence), found[0])


def _trace_build(home: Home, row: Row) -> list[str]:
    folder = latest_folder(home)
    assert folder is not None
    record = verify_release(home, folder, folder.name)
    if record.build_id != row["build_id"]:
        raise TraceError(f"tracing _build: the release's gate record is of build {record.build_id}")
    files = hashlib.sha256((folder / "SHA256SUMS").read_bytes()).hexdigest()
    return [
        f"release    {folder.name}",
        f"record     gate.json, signed by {record.key_name}, {len(record.checks)} checks, verified again",
        f"files      {len(record.artefacts)} files re-hashed; SHA256SUMS {files}",
        f"code       {row['code_version']}",
    ]
