"""dbt as a subprocess on the build's own database: models, then tests, with no other connection open."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
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
    """Run `dbt build` for a build folder that holds `inputs/`; returns the seconds that each model took.

    Failing tests are results, not errors: the gate judges them.

    Args:
        cache: folder that keeps dbt's parse between builds (saves some seconds).

    Raises:
        TransformError: a model failed, or dbt did not start.
    """
    target = build / "target"
    target.mkdir(parents=True, exist_ok=True)
    results = target / "run_results.json"
    results.unlink(missing_ok=True)
    parsed = cache / "partial_parse.msgpack" if cache else None
    if parsed and parsed.exists():
        shutil.copy(parsed, target / parsed.name)
    code, tail = _run(_command(build, dbt_project, target), build, progress)
    if code not in (0, 1) or not results.exists():
        raise TransformError(f"running dbt for {build.name}: it ended with code {code}\n" + "\n".join(tail))
    models = [r for r in read_run_results(target) if r.kind == "model"]
    broken = [r for r in models if r.status != "success"]
    if broken:
        raise TransformError(
            f"running dbt for {build.name}: {len(broken)} model(s) failed: "
            + "; ".join(f"{r.name}: {r.message}" for r in broken)
        )
    if parsed and (target / parsed.name).exists():
        shutil.copy(target / parsed.name, parsed)
    return {r.name: r.seconds for r in models}


def _command(build: Path, dbt_project: Path, target: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "dbt.cli.main", "--no-use-colors"),
        *("--warn-error-options", '{"error": ["NodeNotFoundOrDisabled"]}'),
        *("--log-path", str(build / "logs")),
        *("build", "--exclude-resource-type", "unit_test"),
        *("--project-dir", str(dbt_project), "--profiles-dir", str(dbt_project), "--target-path", str(target)),
    ]


def _run(command: list[str], folder: Path, progress: Callable[[str, int, int], None] | None) -> tuple[int, list[str]]:
    """Run a command in a folder; returns how it ended and its last lines."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=dbt_environment(), cwd=folder
    )
    tail: list[str] = []
    assert process.stdout is not None
    for line in process.stdout:
        tail = [*tail[-40:], line.rstrip()]
        if progress and (m := _STEP.search(line)):
            progress("dbt", int(m[1]), int(m[2]))
    return process.wait(), tail


def dbt_environment() -> dict[str, str]:
    """Telemetry off, hashes fixed; the build's inputs and database are found from its folder."""
    return {
        **os.environ,
        "DO_NOT_TRACK": "1",
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "PYTHONHASHSEED": "0",
    }
