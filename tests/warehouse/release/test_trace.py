"""Promise 4: every published row leads home."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from expectations.sheets.load import load_tables
from ingest.archive.captures import load_index
from ingest.home import Home
from warehouse.build.changes import CHANGES
from warehouse.release.reader import database_of
from warehouse.release.trace import TraceError, trace

#: A first release has no changes; those of a second one are traced below.
TABLES = {n: t for n, t in load_tables().items() if n != CHANGES}


@pytest.mark.parametrize("table", TABLES)
def test_promise_4_five_rows_of_every_table_lead_home(generated_home: Home, table: str) -> None:
    key = TABLES[table].primary_key
    with duckdb.connect(str(database_of(generated_home)), read_only=True) as con:
        keys = [r[0] for r in con.execute(f'select "{key}" from "{table}" order by hash("{key}") limit 5').fetchall()]
    assert keys
    for k in keys:
        assert trace(generated_home, table, k).steps


def test_promise_4_one_flipped_byte_makes_it_fail(home_copy: Home) -> None:
    with duckdb.connect(str(database_of(home_copy)), read_only=True) as con:
        session, url = con.execute(
            "select session_id, source_url from sessions where source_url like 'https%' limit 1"
        ).fetchall()[0]
    for capture in load_index(home_copy):
        if capture.url == url:
            path: Path = home_copy.archive / capture.warc_file
            data = bytearray(path.read_bytes())
            data[capture.offset + 400] ^= 1
            path.write_bytes(data)
    with pytest.raises(TraceError, match="re-opening the capture"):
        trace(home_copy, "sessions", session)


def test_a_row_that_does_not_exist_is_said_to(sample_home: Home) -> None:
    with pytest.raises(TraceError, match="no such row"):
        trace(sample_home, "sessions", "ses-nothing")
    with pytest.raises(TraceError, match="no such table"):
        trace(sample_home, "nothing", "x")
