"""The rules of the private models: dbt's own unit tests, and the macros that no model uses yet."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from ingest.home import Home
from warehouse.build.builds import candidate
from warehouse.build.dbt import dbt_environment
from expectations.sheets.load import DBT_PROJECT


@pytest.fixture(scope="module")
def folder(generated_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a finished build that dbt may work in."""
    build = candidate(generated_home)
    copy = tmp_path_factory.mktemp("dbt")
    shutil.copytree(build.inputs, copy / "inputs")
    shutil.copy(build.database, copy / "warehouse.duckdb")
    # dbt asks the database for the columns of a mocked source: the input files, as views under the source's name.
    with duckdb.connect(str(copy / "warehouse.duckdb")) as con:
        con.execute(f"set file_search_path = '{copy}'")
        for source in ("bronze", "ledger"):
            con.execute(f"create schema {source}")
            for path in sorted(build.inputs.glob("*.parquet")):
                con.execute(f"create view {source}.{path.stem} as select * from read_parquet('inputs/{path.name}')")
    return copy


def dbt(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", "--no-use-colors", *arguments, "--project-dir", str(DBT_PROJECT), "--profiles-dir",
         str(DBT_PROJECT), "--target-path", str(folder / "target")],
        cwd=folder, env=dbt_environment(), capture_output=True, text=True,
    )  # fmt: skip


def test_every_rule_has_its_unit_test_and_holds(folder: Path) -> None:
    found = dbt(folder, "test", "--select", "test_type:unit")
    assert found.returncode == 0, found.stdout[-4000:]
    results = json.loads((folder / "target" / "run_results.json").read_text("utf-8"))["results"]
    assert len(results) >= 13
    assert {r["status"] for r in results} == {"pass"}


@pytest.mark.parametrize(
    ("received", "days", "expected"),
    [
        ("2022-07-26", 20, "2022-08-23"),  # the portal's own worked example: no weekday of that window was a holiday
        ("2022-07-26", 1, "2022-07-27"),
        ("2022-07-29", 1, "2022-08-01"),  # a Friday: Saturday, the Throne Day and Sunday do not count
        ("2024-11-05", 1, "2024-11-07"),  # the Green March is no working day
        ("2024-11-09", 1, "2024-11-11"),  # received on a Saturday
    ],
)
def test_terms_in_working_days(folder: Path, received: str, days: int, expected: str) -> None:
    query = f"select {{{{ add_working_days(\"date '{received}'\", {days}) }}}} as term"
    found = dbt(folder, "--quiet", "show", "--inline", query, "--output", "json")
    assert found.returncode == 0, found.stdout
    assert expected in found.stdout
