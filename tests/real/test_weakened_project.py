"""Promise 1 on the whole path: a clone in which a check was deleted or made trivial publishes nothing, by CLI run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.code import ROOT as PROJECT

pytestmark = pytest.mark.real


def trivial_dbt_test(clone: Path) -> None:
    path = clone / "dbt_project/tests/generic/generic.sql"
    text = path.read_text("utf-8")
    start = text.index("{% test well_formed(")
    end = text.index("{% endtest %}", start)
    path.write_text(
        text[:start]
        + "{% test well_formed(model, twin, parents=[], dates={}, rules={}) %}\nselect 1 from {{ model }} where false\n"
        + text[end:],
        "utf-8",
    )


def deleted_dbt_test(clone: Path) -> None:
    path = clone / "dbt_project/models/marts/_marts.yml"
    path.write_text(
        re.sub(
            r"      - well_formed:\n          name: sessions__well_formed\n(?:          .*\n)+",
            "      - not_empty: {name: sessions__not_empty}\n",
            path.read_text("utf-8"),
        ),
        "utf-8",
    )


def loosened_expectation(clone: Path) -> None:
    path = clone / "expectations/suites/sessions.json"
    path.write_text(path.read_text("utf-8").replace("^ses-[a-z]{12}$", ".*"), "utf-8")


@pytest.mark.parametrize("weaken", [trivial_dbt_test, deleted_dbt_test, loosened_expectation], ids=lambda f: f.__name__)
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
