"""`infitah checks`: what the reviewed list demands, what stands behind a line, writing it anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from expectations.required import REQUIRED_FILE, load_required
from infitah.cli import main
from ingest.home import Home, write_json
from warehouse.build.builds import candidate
from warehouse.gate.record import RECORD


def invoke(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["checks", *arguments])
    return result.exit_code, result.output


def weaken(home: Home) -> None:
    """Another record of the newest build: dbt's checks of `votes` gone, one of `sessions` with a higher bound."""
    path = candidate(home).gate / RECORD
    record = json.loads(path.read_bytes())
    checks = [c for c in record["checks"] if not c["check_id"].startswith("dbt.votes__")]
    for check in checks:
        if check["check_id"] == "drift.rows.sessions":
            check["threshold"] = 99.0
    write_json(path, {**record, "checks": checks, "deciding_code": {**record["deciding_code"], "x.py": "0"}})


def test_the_list_is_shown_with_where_the_newest_build_differs(home_copy: Home) -> None:
    code, out = invoke("show", "--home", str(home_copy.root))
    lines = out.splitlines()
    assert code == 0
    assert len(lines) == len(load_required().checks) + 1
    assert lines[-1].startswith("decided by the code of")
    assert "required" not in "\n".join(lines[:-1])
    weaken(home_copy)
    _, out = invoke("show", "--home", str(home_copy.root))
    told = [" ".join(line.split()) for line in out.splitlines()]
    assert [t for t in told if t.startswith("votes dbt ") and t.endswith(" required, none was run")]
    assert [t for t in told if t.startswith("sessions drift ") and "run as required, not the required ones" in t]
    assert told[-1].startswith("deciding code: x.py: not as in the required list")


def test_the_checks_behind_a_line_are_shown_and_told_from_the_latest_release(home_copy: Home) -> None:
    _, out = invoke("show", "--home", str(home_copy.root), "votes")
    assert "dbt.votes__well_formed" in out
    assert "gone" not in out
    weaken(home_copy)
    _, out = invoke("show", "--home", str(home_copy.root), "votes")
    assert [line for line in out.splitlines() if line.endswith("dbt.votes__well_formed  gone")]
    _, out = invoke("show", "--home", str(home_copy.root), "sessions")
    assert [line for line in out.splitlines() if "le 99" in line and line.endswith("changed: threshold")]
    _, out = invoke("show", "--home", str(home_copy.root), "all")
    assert "drift.growth (data engineers, until " in out
    code, out = invoke("show", "--home", str(home_copy.root), "nowhere")
    assert code == 1
    assert "there are: _build, " in out


def test_the_list_is_written_from_the_newest_build(
    home_copy: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "required.json"
    file.write_bytes(REQUIRED_FILE.read_bytes())
    monkeypatch.setattr("expectations.required.REQUIRED_FILE", file)
    code, out = invoke("write", "--home", str(home_copy.root))
    assert code == 0
    assert "review the difference" in out
    assert file.read_bytes() == REQUIRED_FILE.read_bytes()
    weaken(home_copy)
    invoke("write", "--home", str(home_copy.root))
    assert ("votes", "dbt") not in load_required(file).checks
    assert "x.py" in (load_required(file).code or {})


def test_a_home_without_a_build_is_told(tmp_path: Path) -> None:
    code, out = invoke("show", "--home", str(tmp_path))
    assert code == 1
    assert "no Infitah home" in out
