"""What an engineer runs by hand in a copy of any build: models, tests, unit tests, documentation, single questions."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from expectations.dbt_results import NodeResult, read_run_results
from expectations.sheets.load import DBT_PROJECT
from ingest.home import Home
from warehouse.build.builds import candidate
from warehouse.build.dbt import dbt_environment


@pytest.fixture(scope="module")
def work(generated_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a finished build, as `infitah dbt` makes it."""
    folder = tmp_path_factory.mktemp("dbt") / "work"
    run = [sys.executable, "-m", "infitah", "dbt", "--home", str(generated_home.root), str(folder), "--quiet"]
    made = subprocess.run([*run, "ls", "--select", "votes"], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return folder


def dbt(folder: Path, *arguments: str) -> str:
    """Run dbt as a person would; returns what it says."""
    program = Path(sys.executable).with_name("dbt")
    ran = subprocess.run(
        [program, *arguments],
        cwd=folder,
        env=dbt_environment(folder, DBT_PROJECT),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-6000:]
    return ran.stdout


def results(folder: Path, kind: str) -> list[NodeResult]:
    return [r for r in read_run_results(folder / "target") if r.kind == kind]


def test_the_whole_build(work: Path, generated_home: Home) -> None:
    """Over models that are there already; unit tests included, and the same tables come out."""
    dbt(work, "build")
    assert {r.status for r in results(work, "model")} == {"success"}
    assert {r.status for r in results(work, "test")} == {"pass"}
    assert {r.status for r in results(work, "unit_test")} == {"pass"}
    assert len(results(work, "unit_test")) >= 36
    with duckdb.connect(str(work / "warehouse.duckdb")) as con:
        con.execute(f"attach '{candidate(generated_home).database}' as night (read_only)")
        names = con.execute("select table_name from duckdb_tables() where schema_name = 'marts'").fetchall()
        for (name,) in names:
            both = f'select * from marts."{name}"', f'select * from night.marts."{name}"'
            for one, other in (both, both[::-1]):
                assert con.execute(f"{one} except all {other}").fetchall() == [], name


def test_one_model_and_what_reads_it(work: Path) -> None:
    dbt(work, "build", "--select", "votes+")
    assert [r.name for r in results(work, "model")] == ["votes"]


def test_tests_alone(work: Path) -> None:
    dbt(work, "test")
    assert {r.status for r in (*results(work, "test"), *results(work, "unit_test"))} == {"pass"}


def test_documentation(work: Path) -> None:
    dbt(work, "docs", "generate")
    described = json.loads((work / "target" / "catalog.json").read_text("utf-8"))["nodes"]
    assert "vote_id" in described["model.infitah.votes"]["columns"]
    assert described["model.infitah.votes"]["metadata"]["type"] == "BASE TABLE"
    assert described["model.infitah.stg_bronze__votes"]["metadata"]["type"] == "VIEW"


#: Received, days, the day on which the term ends.
TERMS = [
    ("2022-07-26", 20, "2022-08-23"),  # the portal's own worked example: no weekday of that window was a holiday
    ("2022-07-26", 1, "2022-07-27"),
    ("2022-07-29", 1, "2022-08-01"),  # a Friday: Saturday, the Throne Day and Sunday do not count
    ("2024-11-05", 1, "2024-11-07"),  # the Green March is no working day
    ("2024-11-09", 1, "2024-11-11"),  # received on a Saturday
]


def test_terms_in_working_days(work: Path) -> None:
    """A macro that no model uses yet."""
    terms = [
        f"{{{{ add_working_days(\"date '{received}'\", {days}) }}}} as t{n}"
        for n, (received, days, _) in enumerate(TERMS)
    ]
    told = dbt(work, "--quiet", "show", "--inline", f"select {', '.join(terms)}", "--output", "json")
    (row,) = json.loads(told)["show"]
    assert [str(row[f"t{n}"])[:10] for n in range(len(TERMS))] == [expected for *_, expected in TERMS]
