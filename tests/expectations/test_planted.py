"""Promise 7: a personal value in any published text column blocks the release, and the report does not repeat it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from expectations.release_checks import scan_database
from expectations.sheets.load import load_tables
from ingest.home import Home
from orchestration.night import NightRun
from tests.conftest import NOW
from warehouse.build.builds import candidate
from warehouse.build.draft import make_draft
from warehouse.gate.record import RECORD
from warehouse.gate.run import release_files
from warehouse.release.tree import published_before

PLANTED = [
    ("cin", "AB123456"), ("cin", "AB.123.456"), ("cin", "BK ١٢٣٤٥٦"),
    ("phone", "0612345678"), ("phone", "06.12.34.56.78"), ("phone", "٠٦ ١٢ ٣٤ ٥٦ ٧٨"),
    ("bank", "011780000012345678901234"), ("bank", "٠١١ ٧٨٠ ٠٠٠٠١٢٣٤٥٦٧٨٩٠١٢ ٣٤"),
    ("email", "someone.private@gmail.com"), ("email", "someone @ hotmail . com"),
]  # fmt: skip


def plant_everywhere(database: Path, value: str) -> set[tuple[str, str]]:
    """The value in one row of every published text column; returns the columns."""
    planted = set()
    with duckdb.connect(str(database)) as con:
        for table in load_tables().values():
            if con.execute(f'select count(*) from marts."{table.name}"').fetchall() == [(0,)]:
                continue  # `_changes` of a first release
            for column in table.columns:
                if column.data_type == "varchar":
                    con.execute(
                        f'update marts."{table.name}" set "{column.name}" = ? where rowid = (select min(rowid) from marts."{table.name}")',
                        [f"نص {value} نص"],
                    )
                    planted.add((table.name, column.name))
    return planted


@pytest.mark.parametrize(("kind", "value"), PLANTED)
def test_promise_7_every_text_column_is_scanned(generated_home: Home, tmp_path: Path, kind: str, value: str) -> None:
    build = candidate(generated_home)
    database = tmp_path / "warehouse.duckdb"
    shutil.copy(build.database, database)
    planted = plant_everywhere(database, value)
    draft = make_draft(generated_home, build, load_tables(), published_before(generated_home))
    hits = scan_database(replace(release_files(generated_home, build, draft), database=database))
    assert {(t, c) for k, t, c in hits if k == kind} == planted


def test_promise_7_a_hit_blocks_the_release_and_is_not_repeated(home_copy: Home) -> None:
    build = candidate(home_copy)
    with duckdb.connect(str(build.database)) as con:
        con.execute("update marts.plans set title = 'خطة 06 12 34 56 78 العمل' where rowid = 0")
    night = NightRun(home_copy, NOW, build_name=build.name)
    night.render()
    night.gate()
    with pytest.raises(Exception, match="personal_data") as caught:
        night.publish()
    told = (
        str(caught.value)
        + (build.gate / RECORD).read_text("utf-8")
        + (home_copy.published / "current" / "index.json").read_text("utf-8")
    )
    assert "06 12" not in told
    assert "plans.title" in told
