"""An archive that the code of before wrote, read again by today's with a changed reader: no id is renamed, and `_changes` says why."""

from __future__ import annotations

import datetime as dt
import tarfile
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from expectations.sheets.load import load_tables
from ingest.home import Home
from orchestration.night import NightRun
from tests.ingest.readers.broken import serving

HOME_OF_BEFORE = Path(__file__).with_name("real-home-71e3aa2.tar.xz")
AFTER = dt.datetime(2026, 11, 23, 2, 30, tzinfo=dt.UTC)
#: Facts with ids of the identity register.
IDENTIFIED = ("documents", "statements", "memberships", "plans", "organizations", "plan_holders", "findings")

#: A reader that gives titles otherwise than the one before did.
LOUDER = """
import dataclasses
from ingest.read import captures
from ingest.records import Document
def louder(*arguments, whole=captures.read_page):
    records, outcome = whole(*arguments)
    return [dataclasses.replace(r, title=f"{r.title} !") if isinstance(r, Document) else r for r in records], outcome
captures.read_page = louder
"""


@pytest.fixture
def home_of_before(tmp_path: Path) -> Home:
    with tarfile.open(HOME_OF_BEFORE) as archive:
        archive.extractall(tmp_path / "home", filter="tar")
    for folder in ("builds", "dagster"):
        (tmp_path / "home" / folder).mkdir()
    return Home(tmp_path / "home", "real")


def test_a_changed_reader_renames_no_id_and_the_cause_is_re_extracted(
    home_of_before: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.readers.pool._SERVE", serving(LOUDER))
    old = home_of_before.published / "store" / "2026-11-22"
    night = NightRun(home_of_before, AFTER, offline=True)
    with night.locked():
        night.collect()
        assert night.parse() > 0  # Another extractor: everything is read again.
        night.admit()
        build = night.assemble()
        night.model()
        night.render()
    tables = load_tables()
    with duckdb.connect(str(build.database), read_only=True) as con:
        for name in IDENTIFIED:
            key = tables[name].primary_key
            now = {r[0] for r in con.execute(f'select "{key}" from marts."{name}"').fetchall()}
            before = set(pq.read_table(old / f"{name}.parquet").column(key).to_pylist())
            assert before, name
            assert now == before, name
        versions = con.execute("select distinct extractor_version from marts.documents").fetchall()
        changes = con.execute(
            "select table_name, operation_code, column_name, cause_code, count(*) from marts._changes "
            "where table_name <> 'source_nights' group by all order by all"
        ).fetchall()
    before_versions = set(pq.read_table(old / "documents.parquet").column("extractor_version").to_pylist())
    assert {v[0] for v in versions}.isdisjoint(before_versions)
    assert ("documents", "changed", "title", "re_extracted", 6) in changes
    assert {c[3] for c in changes if c[0] in IDENTIFIED} == {"re_extracted"}
    assert [c for c in changes if c[1] in ("added", "removed") and c[0] in IDENTIFIED] == []
