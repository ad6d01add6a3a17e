"""Promise 1 on the whole path: a clone in which a check was deleted or made trivial publishes nothing, by CLI run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ingest.code import ROOT as PROJECT

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
    path = clone / "dbt_project/sheets/councils/sessions.yml"
    text = path.read_text("utf-8")
    assert "prefix: ses" in text
    path.write_text(text.replace("prefix: ses", 'pattern: ".*"'), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(clone)}
    subprocess.run([sys.executable, "-m", "infitah", "sheets", "write"], cwd=clone, env=environment, check=True)


def loosened_expectation(clone: Path) -> None:
    path = clone / "expectations/suites/sessions.yml"
    text = path.read_text("utf-8")
    assert 'kind_code != "unstated"' in text
    path.write_text(text.replace('kind_code != "unstated"', 'kind_code == "none"'), "utf-8")


WEAKENED = [trivial_dbt_test, deleted_dbt_test, loosened_sheet, loosened_expectation]


@pytest.mark.parametrize("weaken", WEAKENED, ids=lambda f: f.__name__)
def test_promise_1_a_weakened_project_publishes_nothing(tmp_path: Path, weaken: object) -> None:
    clone = tmp_path / "clone"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", ".judges", "data", "data-sample", "__pycache__", ".*_cache", "*.egg-info"
    )
    shutil.copytree(PROJECT, clone, ignore=ignored)
    weaken(clone)  # type: ignore[operator]
    environment = {**os.environ, "INFITAH_HOME": str(tmp_path / "home"), "PYTHONPATH": str(clone)}
    command = [sys.executable, "-m", "infitah", "run", "--sample", "--only", "sample-commune-bni-khayal"]
    result = subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "refused" in result.stderr
    assert not (tmp_path / "home/published/current/latest").exists()
