"""Mutation score: a defect planted in a published column is caught by a named dbt test or expectation.

One warm process; only the checks of the defect's own table. Two scores: with every check, and without the comparison of marts
with the build's inputs (`row_is_as_read`), which catches much of what is planted in a mart.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from expectations.sheets.load import load_tables
from expectations.suites import SuiteRunner
from ingest.home import Home
from tests.faults.mutation.defects import Defect, defects_of, plant
from warehouse.build.builds import candidate
from warehouse.build.changes import CHANGES

#: `_changes` is written after dbt and judged by old + changes = new (tests/warehouse/build/test_changes.py).
TABLES = {n: t for n, t in load_tables().items() if n != CHANGES}


class Checker:
    """The checks of a finished build, ready to be run again on a changed table."""

    def __init__(self, home: Home, folder: Path) -> None:
        build = candidate(home)
        shutil.copy(build.database, folder / "warehouse.duckdb")
        shutil.copytree(build.inputs, folder / "inputs")
        self.con = duckdb.connect(str(folder / "warehouse.duckdb"))
        self.con.execute(f"set file_search_path = '{folder}'")
        results = json.loads((build.target / "run_results.json").read_text("utf-8"))["results"]
        self.tests = {
            r["unique_id"].split(".")[2]: r["compiled_code"].replace("'inputs/", f"'{folder}/inputs/")
            for r in results
            if r["unique_id"].startswith("test.") and not r["unique_id"].split(".")[2].endswith("__not_empty")
        }
        self.suites = SuiteRunner()

    def _broken(self, name: str) -> list[str]:
        """Rules of one dbt test that the table breaks."""
        rule = "rule_name" if name.endswith("__well_formed") else "'rows'"
        found = self.con.execute(f"select distinct {rule} from ({self.tests[name]}) order by 1").fetchall()
        return [r[0] for r in found]

    def caught_by(self, defect: Defect) -> list[str] | None:
        """Names of the checks that see the defect; None when it could not be planted."""
        self.con.execute("begin")
        try:
            if not plant(self.con, defect):
                return None
            own = [n for n in self.tests if n.startswith(f"{defect.table}__")]
            caught = [f"{n}.{rule}" for n in own for rule in self._broken(n)]
            if not [c for c in caught if not c.endswith("row_is_as_read")]:
                frame = self.con.execute(f'select * from marts."{defect.table}"').df()
                caught += [o.check_id for o in self.suites.run(defect.table, frame) if o.blocks]
            return caught
        finally:
            self.con.execute("rollback")


@pytest.fixture(scope="module")
def checker(generated_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    made = Checker(generated_home, tmp_path_factory.mktemp("mutation"))
    yield made
    made.con.close()


@pytest.mark.parametrize("table", TABLES)
def test_a_defect_in_every_table_is_caught(checker: Checker, table: str) -> None:
    """One seeded defect per table, of those that can be planted."""
    everything = [d for c in TABLES[table].columns for d in defects_of(TABLES[table], c)]
    random.Random(table).shuffle(everything)
    for defect in everything:
        caught = checker.caught_by(defect)
        if caught is not None:
            assert caught, defect.name
            return
    pytest.fail(f"nothing could be planted in {table}")


@pytest.mark.real
def test_mutation_score_over_every_published_column(checker: Checker, capsys: pytest.CaptureFixture[str]) -> None:
    planted, missed, missed_alone = 0, [], []
    for table in TABLES.values():
        for column in table.columns:
            for defect in defects_of(table, column):
                caught = checker.caught_by(defect)
                if caught is None:
                    continue
                planted += 1
                if not caught:
                    missed.append(defect.name)
                if not [c for c in caught if not c.endswith("row_is_as_read")]:
                    missed_alone.append(defect.name)
    score = 1 - len(missed) / planted
    alone = 1 - len(missed_alone) / planted
    with capsys.disabled():
        print("\nalone:", missed_alone)
        print(f"\nmutation: {planted} planted, score {score:.3f}; without row_is_as_read {alone:.3f}; missed: {missed}")
    assert score >= 0.95, missed
