"""Sources whose publish flag is off: in a local build and in no release."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner

from infitah.cli import main
from ingest.collect.inbox import Sidecar, add
from ingest.home import open_home
from orchestration.night import NightRun
from orchestration.nightly import run_night
from warehouse.gate.record import GateRefused
from warehouse.release.reader import connect_build

NOW = dt.datetime(2026, 11, 22, 2, 30, tzinfo=dt.UTC)

#: Several whole builds: with the long tests.
pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def home(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real home with both real tables in its inbox."""
    root = tmp_path_factory.mktemp("local") / "home"
    opened = open_home(root, sample=False)
    for name, source in (
        ("ogp-commitments-open-parliament", "inbox-ogp-commitments"),
        ("remacto-projects", "inbox-remacto-projects"),
    ):
        sidecar = Sidecar(origin=f"test {name}", publisher="a repository", licence="none-seen", source=source)
        add(opened, shared / "data/tables" / f"{name}.csv", sidecar)
    return root


def counts(root: Path) -> dict[str, int]:
    with connect_build(open_home(root, sample=False)) as con:
        tables = ("commitments", "assessments", "openness_projects", "findings", "documents")
        return {t: con.execute(f"select count(*) from {t}").fetchall()[0][0] for t in tables}


def test_a_build_for_publication_leaves_them_out_and_a_local_one_shows_every_row(home: Path) -> None:
    opened = open_home(home, sample=False)
    run_night(NightRun(opened, NOW), publish=False)
    assert set(counts(home).values()) == {0}
    local = NightRun(opened, NOW + dt.timedelta(hours=1), is_local=True)
    run_night(local, publish=False)
    found = counts(home)
    assert (found["commitments"], found["openness_projects"], found["documents"]) == (151, 690, 2)
    assert found["assessments"] > 600
    assert found["findings"] > 50
    with pytest.raises(GateRefused, match="publish flag is off"):
        local.publish()
    asked = CliRunner().invoke(
        main, ["sql", "--home", str(home), "--build", "select count(distinct collectivity_id) from openness_projects"]
    )
    assert asked.exit_code == 0, asked.output
    assert "89" in asked.output
