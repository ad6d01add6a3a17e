"""Promise 8: kill it anywhere, run it again.

SIGKILL to the process group inside the stages that the progress output shows, several times on one home, then a run to
the end: the same tables as an undisturbed run. The program has no hook for it.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from expectations.sheets.load import load_tables
from ingest.bronze import read_bronze
from ingest.home import find_home
from ingest.records import BRONZE
from orchestration.night import STAGES
from warehouse.build.digests import table_digests
from warehouse.release.reader import database_of

SOURCE = "sample-commune-bni-khayal"
#: How long a stage lasts here at the most; the kill falls at a random moment of it.
LENGTH = {
    "collect": 0.4,
    "parse": 0.6,
    "check": 0.1,
    "assemble": 0.3,
    "model": 9.0,
    "files": 1.0,
    "gate": 6.0,
    "publish": 0.3,
}

#: Several whole builds: with the long tests.
pytestmark = pytest.mark.real


def start(home: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "INFITAH_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "infitah", "run", "--sample", "--only", SOURCE],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, start_new_session=True,
    )  # fmt: skip


def kill_inside(home: Path, stage: str, moment: random.Random) -> bool:
    """Run until `stage` shows, wait a moment, kill the whole group; False when the run ended before."""
    process = start(home)
    assert process.stdout is not None
    for line in process.stdout:
        if f"] {stage}:" in line:
            time.sleep(moment.uniform(0, LENGTH[stage]))
            break
    alive = process.poll() is None
    if alive:
        os.killpg(process.pid, signal.SIGKILL)
    process.stdout.read()
    process.wait()
    return alive


def finish(home: Path) -> str:
    process = start(home)
    out, _ = process.communicate(timeout=300)
    assert process.returncode == 0, out
    return out


def state(home: Path) -> tuple[dict[str, str], dict[str, int]]:
    """Digest per published table (run ids are in none of them), and bronze rows per kind."""
    opened = find_home(home)
    assert opened is not None
    digests = table_digests(database_of(opened), load_tables(), "main", stable_only=True)
    return digests, {t: read_bronze(opened, t).num_rows for t in BRONZE}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], dict[str, int]]:
    home = tmp_path_factory.mktemp("undisturbed") / "home"
    finish(home)
    return state(home)


def attack(home: Path, stages: list[str], seed: int) -> int:
    moment = random.Random(seed)
    kills = 0
    for stage in stages:
        # A run that was quicker than the kill is run again: what counts is that every stage is cut once.
        kills += any(kill_inside(home, stage, moment) for _ in range(6))
    finish(home)
    return kills


def test_promise_8_three_kills_and_a_rerun(tmp_path: Path, undisturbed: tuple[dict[str, str], dict[str, int]]) -> None:
    assert attack(tmp_path / "home", ["parse", "check", "model"], seed=8) == 3
    assert state(tmp_path / "home") == undisturbed


@pytest.mark.real
@pytest.mark.parametrize(
    ("seed", "stages"),
    [
        (1, ["collect", "parse", "assemble", "files", "publish"]),
        (2, ["parse", "check", "model", "gate", "publish"]),
        (3, ["collect", "check", "assemble", "model", "files"]),
        (4, ["gate", "publish", "model", "files", "gate"]),
    ],
)
def test_promise_8_twenty_kills_in_every_stage(
    tmp_path: Path, undisturbed: tuple[dict[str, str], dict[str, int]], seed: int, stages: list[str]
) -> None:
    assert set(stages) <= set(STAGES)
    assert attack(tmp_path / "home", stages, seed) == len(stages)
    assert state(tmp_path / "home") == undisturbed
