"""Promise 1 on the whole path: a clone in which a check was deleted or made trivial publishes nothing, by CLI run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from ingest.code import ROOT as PROJECT
from ingest.home import Home
from tests.warehouse.gate.disarmed import DISARMED, Edit, apply

pytestmark = pytest.mark.real


def trivial_dbt_test(clone: Path) -> None:
    path = clone / "dbt_project/tests/generic/generic.sql"
    text = path.read_text("utf-8")
    start = text.index("%}", text.index("{% test well_formed(")) + 2
    end = text.index("{% endtest %}", start)
    path.write_text(text[:start] + "\nselect 1 from {{ model }} where false\n" + text[end:], "utf-8")


def deleted_dbt_test(clone: Path) -> None:
    path = clone / "dbt_project/models/marts/councils/sessions.yml"
    written = yaml.safe_load(path.read_text("utf-8"))
    written["models"][0].pop("data_tests")
    path.write_text(yaml.safe_dump(written, allow_unicode=True, width=10_000), "utf-8")


def loosened_sheet(clone: Path) -> None:
    """A pattern of a sheet, and all that is written from it."""
    path = clone / "dbt_project/sheets/plans/commitments.yml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if line.strip().startswith("pattern:"))
    lines[at] = '    pattern: ".*"\n'
    path.write_text("".join(lines), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(clone)}
    subprocess.run([sys.executable, "-m", "infitah", "sheets", "write"], cwd=clone, env=environment, check=True)


def no_column_is_scanned(clone: Path) -> None:
    apply(next(e for e in DISARMED if e.name == "no_column_is_scanned"), clone)


def nothing_is_observed(clone: Path) -> None:
    for edit in (e for e in DISARMED if e.name.startswith("nothing_observed_in_")):
        apply(edit, clone)


def copy_project(clone: Path) -> Path:
    ignored = shutil.ignore_patterns(
        ".git", ".venv", ".judges", "data", "data-sample", "__pycache__", ".*_cache", "*.egg-info"
    )
    shutil.copytree(PROJECT, clone, ignore=ignored)
    return clone


def python(clone: Path, home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "INFITAH_HOME": str(home), "PYTHONPATH": str(clone)}
    return subprocess.run(
        [sys.executable, *command], cwd=clone, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "weaken",
    [trivial_dbt_test, deleted_dbt_test, loosened_sheet, no_column_is_scanned, nothing_is_observed],
    ids=lambda f: f.__name__,
)
def test_promise_1_a_weakened_project_publishes_nothing(tmp_path: Path, weaken: Callable[[Path], None]) -> None:
    clone, home = copy_project(tmp_path / "clone"), tmp_path / "home"
    weaken(clone)
    result = python(clone, home, "-m", "infitah", "run", "--sample", "--only", "sample-commune-bni-khayal")
    assert result.returncode == 1
    assert "refused" in result.stderr
    assert not (home / "published/current/latest").exists()


#: The last two steps of a night over the newest build of a home.
_GATE_AND_PUBLISH = """
import datetime as dt, sys
from pathlib import Path
from ingest.home import find_home
from orchestration.night import NightRun
from warehouse.build.builds import candidate
home = find_home(Path(sys.argv[1]))
night = NightRun(home, dt.datetime(2026, 11, 22, 2, 30, tzinfo=dt.UTC), build_name=candidate(home).name)
night.gate()
print(night.publish().release_id)
"""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "clone")


def test_an_untouched_clone_publishes(clone: Path, home_copy: Home) -> None:
    """What refuses the others is their edit."""
    result = python(clone, home_copy.root, "-c", _GATE_AND_PUBLISH, str(home_copy.root))
    assert result.returncode == 0, result.stderr


#: Whoever edits the judging itself is not refused by it; the digest tells it all the same (tests/warehouse/gate).
_JUDGES = ("every_build_is_verified",)


@pytest.mark.parametrize("edit", [e for e in DISARMED if e.name not in _JUDGES], ids=lambda e: e.name)
def test_promise_1_a_disarmed_gate_publishes_nothing(clone: Path, home_copy: Home, edit: Edit) -> None:
    before = (home_copy.published / "current" / "latest").resolve().name
    apply(edit, clone)
    result = python(clone, home_copy.root, "-c", _GATE_AND_PUBLISH, str(home_copy.root))
    assert result.returncode == 1
    assert f"deciding code: {edit.file}: not as in the required list" in result.stderr
    assert (home_copy.published / "current" / "latest").resolve().name == before
