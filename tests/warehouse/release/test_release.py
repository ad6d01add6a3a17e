from __future__ import annotations

import csv
import hashlib
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from frictionless import Package

from expectations.sheets.load import load_tables
from ingest.home import Home
from ingest.ledger.store import load_runs
from orchestration.night import NightRun
from tests.conftest import NOW
from warehouse.build.builds import candidate
from warehouse.build.digests import row_counts, table_digests
from warehouse.release.reader import database_of
from warehouse.release.rollback import rollback
from warehouse.release.tree import latest_folder, read_index, switch_tree

TABLES = load_tables()
FACTS = (
    "documents", "sessions", "agenda_items", "memberships", "statements", "plans", "plan_axes", "agreements", "events",
    "participations", "organizations", "bodies", "coverage", "sources",
)  # fmt: skip


@pytest.fixture(scope="module")
def release(sample_home: Home) -> Any:
    folder = latest_folder(sample_home)
    assert folder is not None
    return folder


@pytest.mark.parametrize("table", FACTS)
def test_the_sample_network_fills_every_fact_table(query: Callable[[str], list[Any]], table: str) -> None:
    assert query(f"select count(*) from {table}")[0][0] >= 10


def test_the_sample_says_that_it_is_one(release: Any) -> None:
    assert release.name == "sample-2026-11-21"
    assert all(
        p.name.startswith("sample-")
        for p in release.iterdir()
        if p.suffix in (".csv", ".parquet", ".ndjson", ".duckdb")
    )
    assert "SAMPLE" in (release / "README.en.md").read_text("utf-8")


def test_the_held_source_keeps_its_first_night_marked_stale_with_cause(query: Callable[[str], list[Any]]) -> None:
    rows = query(
        "select session_id, is_stale, stale_cause_code from sessions where source_id = 'sample-province-namoudaj'"
    )
    assert len(rows) == 2
    assert all(r[1:] == (True, "layout_changed") for r in rows)
    state = query(
        "select state_code, cause_code, is_stale, stale_since_date from _sources where source_id = 'sample-province-namoudaj'"
    )
    assert state == [("held", "layout_changed", True, "2026-11-21")]
    assert query("select count(*) from sessions where is_stale and source_id <> 'sample-province-namoudaj'") == [(0,)]


def test_defects_of_the_sample_are_seen_for_what_they_are(query: Callable[[str], list[Any]]) -> None:
    assert query("select status_code from documents where source_url like '%old-page'") == [("gone",)]
    assert query("select count(*) from events where source_url like '%charset'") == [(1,)]
    assert query("select start_date_flag_code from sessions where source_url like '%contradiction'") == [
        ("weekday_mismatch",)
    ]
    assert query("select count(*) from documents where copy_of_document_id is not null") == [(1,)]
    assert query("select count(*) from events where title like '%الحق في الحصول%'") == [(1,)]


def test_no_name_of_the_made_up_speaker_is_published(release: Any) -> None:
    for path in release.glob("*.csv"):
        assert "مثالية الخيالي" not in path.read_text("utf-8-sig")


def test_the_descriptor_is_valid_with_its_data(release: Any) -> None:
    report = Package(str(release / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]


def test_the_sums_are_right(release: Any) -> None:
    subprocess.run(["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"], cwd=release, check=True)


def test_strict_and_spreadsheet_csv(release: Any) -> None:
    strict = (release / "sample-sessions.csv").read_bytes()
    assert not strict.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in strict
    sheet = (release / "sample-sessions.spreadsheet.csv").read_bytes()
    assert sheet.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(sheet.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == [c.name for c in TABLES["sessions"].columns]


@pytest.mark.parametrize("table", TABLES)
def test_every_format_holds_the_same_rows(release: Any, sample_home: Home, table: str) -> None:
    rows = row_counts(candidate(sample_home).database, {table: TABLES[table]})[table]
    assert pq.read_table(release / f"sample-{table}.parquet").num_rows == rows
    assert sum(1 for _ in (release / f"sample-{table}.ndjson").open()) == rows
    for line in (release / f"sample-{table}.ndjson").open(encoding="utf-8"):
        assert list(json.loads(line)) == [c.name for c in TABLES[table].columns]
        break


def test_the_duckdb_file_is_described_in_three_languages(sample_home: Home) -> None:
    with duckdb.connect(str(database_of(sample_home)), read_only=True) as con:
        missing = con.execute(
            "select table_name, column_name from duckdb_columns() where comment is null and not internal"
        ).fetchall()
        assert missing == []
        comment = con.execute("select comment from duckdb_tables() where table_name = 'sessions'").fetchall()[0][0]
    assert comment.count(" | ") == 2


def test_a_reader_neither_blocks_a_build_nor_is_blocked(home_copy: Home) -> None:
    """Promise 2: a reader in another process holds the published file open through a whole new build and publication."""
    reader = subprocess.Popen(
        [sys.executable, "-c", "import duckdb,sys; c=duckdb.connect(sys.argv[1], read_only=True); print(c.execute('select count(*) from sessions').fetchone()[0], flush=True); sys.stdin.read(); print(c.execute('select count(*) from sessions').fetchone()[0])", str(database_of(home_copy))],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert reader.stdout is not None
    first = reader.stdout.readline().strip()
    from orchestration.nightly import run_night

    night = NightRun(home_copy, NOW)
    run_night(night)
    build = candidate(home_copy)
    # The second run of an unchanged home: no bronze row, no release.
    assert (night.rows_added, night.captures_added) == (0, 0)
    assert night.published is not None
    assert night.published.is_new is False
    out, _ = reader.communicate(timeout=60)
    assert out.strip() == first
    # The same build made again is the same data: unchanged nights are seen as such.
    stable = {t: v["stable_sha256"] for t, v in json.loads((build.gate / "gate.json").read_text())["tables"].items()}
    assert read_index(home_copy).releases[-1].tables == stable
    assert list((home_copy.published / "store").iterdir()) == [home_copy.published / "store" / "sample-2026-11-21"]


def test_a_broken_reference_in_a_mart_blocks_the_release(home_copy: Home) -> None:
    build = candidate(home_copy)
    night = NightRun(home_copy, NOW, build_name=build.name)
    with duckdb.connect(str(build.database)) as con:
        con.execute(
            "update marts.agenda_items set session_id = 'ses-bcdfghjkmnpq' where agenda_item_id = (select min(agenda_item_id) from marts.agenda_items)"
        )
        sql = json.loads((build.target / "run_results.json").read_text())["results"]
        test = next(r for r in sql if "agenda_items__well_formed" in r["unique_id"])
        con.execute(f"set file_search_path = '{build.folder}'")
        failures = len(con.execute(test["compiled_code"]).fetchall())
    assert failures == 2  # not an observation, and a reference to nothing
    test["failures"], test["status"] = failures, "fail"
    results = json.loads((build.target / "run_results.json").read_text())
    results["results"] = sql
    (build.target / "run_results.json").write_text(json.dumps(results))
    night.render()
    blocked = [o.check_id for o in night.gate().outcomes if o.blocks]
    assert "dbt.agenda_items__well_formed" in blocked
    with pytest.raises(Exception, match=r"references_exist session_id: 1"):
        night.publish()


def test_rollback_is_one_move_and_verifies_first(home_copy: Home) -> None:
    """Two releases, the first of the first night alone; back to it, and forward again is a new night's work."""
    index = read_index(home_copy)
    store = home_copy.published / "store"
    second = store / "sample-2026-11-21.2"
    shutil.copytree(store / "sample-2026-11-21", second)
    copied = index.releases[0].model_copy(update={"release_id": second.name})
    switch_tree(home_copy, index.model_copy(update={"releases": (*index.releases, copied), "latest": second.name}))
    assert rollback(home_copy, None, "2026-11-22T03:00:00Z") == "sample-2026-11-21"
    assert latest_folder(home_copy) == store / "sample-2026-11-21"
    assert read_index(home_copy).rollbacks[-1].to_id == "sample-2026-11-21"
    path = store / "sample-2026-11-21" / "sample-plans.csv"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(Exception, match="not the recorded ones"):
        rollback(home_copy, "sample-2026-11-21", "2026-11-22T03:00:00Z")


def test_the_public_tree_is_switched_by_one_link(home_copy: Home) -> None:
    """Readers that look all the time see a whole tree each time."""
    stop = threading.Event()
    broken: list[str] = []

    def look() -> None:
        while not stop.is_set():
            tree = (home_copy.published / "current").resolve()
            index = json.loads((tree / "index.json").read_text("utf-8"))
            if (tree / "latest").resolve().name != index["latest"]:
                broken.append(str(tree))

    thread = threading.Thread(target=look)
    thread.start()
    for _ in range(4):
        switch_tree(home_copy, read_index(home_copy))
    stop.set()
    thread.join()
    assert broken == []


def test_the_ledger_holds_both_nights(sample_home: Home) -> None:
    runs = load_runs(sample_home)
    assert [r.run_id for r in runs] == ["2026-11-20.1", "2026-11-21.1"]
    assert sum(n.captures for r in runs for n in r.sources.values()) >= 60
    second = runs[1].sources.values()
    assert sum(n.new_captures for n in second) == 0
    assert sum(n.changed_captures for n in second) == 4


def test_digests_tell_equal_tables_from_changed_ones(home_copy: Home) -> None:
    database = candidate(home_copy).database
    before = table_digests(database, TABLES)
    with duckdb.connect(str(database)) as con:
        con.execute(
            "update marts.plans set title = title || '.' where plan_id = (select min(plan_id) from marts.plans)"
        )
    after = table_digests(database, TABLES)
    assert {t for t in TABLES if before[t] != after[t]} == {"plans"}
    assert hashlib.sha256(b"").hexdigest() not in after.values()
