"""dbt as a subprocess on the build's own database: models, then tests, with no other connection open."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from expectations.dbt_results import read_run_results
from expectations.sheets.load import DBT_PROJECT

_STEP = re.compile(r"(\d+) of (\d+) (?:OK|PASS|FAIL|WARN|ERROR|SKIP)")


class TransformError(Exception):
    """dbt could not build the models; the message carries its own last words."""


def run_dbt(
    build: Path,
    *,
    dbt_project: Path = DBT_PROJECT,
    cache: Path | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> dict[str, float]:
    """Run `dbt build` for a build folder that holds `inputs/`, and write its documentation (`docs/index.html`).

    Returns the seconds that each model took. Failing tests are results, not errors: the gate judges them.

    Args:
        cache: folder that keeps dbt's parse between builds (saves some seconds).

    Raises:
        TransformError: a model failed, the documentation failed, or dbt did not start.
    """
    target = build / "target"
    target.mkdir(parents=True, exist_ok=True)
    results = target / "run_results.json"
    results.unlink(missing_ok=True)
    parsed = cache / "partial_parse.msgpack" if cache else None
    if parsed and parsed.exists():
        shutil.copy(parsed, target / parsed.name)
    command = [sys.executable, "-m", "warehouse.build.dbt_process"]
    code, tail = _run(command, build, dbt_environment(build, dbt_project), progress)
    models = [r for r in read_run_results(target) if r.kind == "model"] if results.exists() else []
    broken = [r for r in models if r.status != "success"]
    if broken:
        raise TransformError(
            f"running dbt for {build.name}: {len(broken)} model(s) failed: "
            + "; ".join(f"{r.name}: {r.message}" for r in broken)
        )
    if code not in (0, 1) or not results.exists():
        raise TransformError(f"running dbt for {build.name}: it ended with code {code}\n" + "\n".join(tail))
    (build / "docs").mkdir(exist_ok=True)
    (target / "static_index.html").replace(build / "docs" / "index.html")
    if parsed and (target / parsed.name).exists():
        shutil.copy(target / parsed.name, parsed)
    return {r.name: r.seconds for r in models}


def run_by_hand(folder: Path, arguments: Sequence[str], dbt_project: Path = DBT_PROJECT) -> int:
    """Run any command of dbt in a copy of a build; returns the code that it ends with."""
    program = Path(sys.executable).with_name("dbt")
    ran = subprocess.run([program, *arguments], cwd=folder, env=dbt_environment(folder, dbt_project), check=False)
    return ran.returncode


def _run(
    command: list[str], folder: Path, environment: dict[str, str], progress: Callable[[str, int, int], None] | None
) -> tuple[int, list[str]]:
    """Run a command in a folder; returns how it ended and its last lines."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, cwd=folder
    )
    tail: list[str] = []
    assert process.stdout is not None
    for line in process.stdout:
        tail = [*tail[-40:], line.rstrip()]
        if progress and (m := _STEP.search(line)):
            progress("dbt", int(m[1]), int(m[2]))
    return process.wait(), tail


def dbt_environment(folder: Path, dbt_project: Path) -> dict[str, str]:
    """Where dbt finds the project and where it writes (`folder`, in which it runs); no telemetry, fixed hashes."""
    project, folder = dbt_project.resolve(), folder.resolve()
    return {
        **os.environ,
        "DBT_PROJECT_DIR": str(project),
        "DBT_PROFILES_DIR": str(project),
        "DBT_TARGET_PATH": str(folder / "target"),
        "DBT_LOG_PATH": str(folder / "logs"),
        "DO_NOT_TRACK": "1",
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "PYTHONHASHSEED": "0",
    }
