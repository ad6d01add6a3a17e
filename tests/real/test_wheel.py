"""The wheel carries everything: in an environment of its own, without a checkout, it publishes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.code import ROOT as PROJECT
from ingest.code import code_version

pytestmark = pytest.mark.real

#: The pinned packages are fetched and installed, then two nights are replayed: minutes on a slow machine.
MINUTES = 15
PARTS = ("dbt_project", "expectations", "infitah", "ingest", "orchestration", "warehouse")


@dataclass(frozen=True)
class Installation:
    """An environment that holds the wheel and what it needs, and nothing of a checkout."""

    environment: Path
    place: Path

    @property
    def site_packages(self) -> Path:
        return next((self.environment / "lib").glob("python3*")) / "site-packages"

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A program of the environment, started elsewhere, with a home of its own and no path to any other code."""
        names = ("PATH", "LANG", "LC_ALL", "SSL_CERT_FILE")
        given = {n: os.environ[n] for n in names if n in os.environ}
        given |= {"HOME": str(self.place), "INFITAH_HOME": str(self.place / "home")}
        command = [str(self.environment / "bin" / program), *arguments]
        return subprocess.run(
            command, cwd=self.place, env=given, capture_output=True, text=True, check=False, timeout=MINUTES * 60
        )

    def files(self) -> dict[str, int]:
        """Every file of the installed project and its size, bytecode aside."""
        found = [p for name in PARTS for p in (self.site_packages / name).rglob("*")]
        return {
            str(p.relative_to(self.site_packages)): p.stat().st_size
            for p in found
            if p.is_file() and "__pycache__" not in p.parts
        }


def pip(python: Path | str, *arguments: str) -> None:
    command = [str(python), "-m", "pip", *arguments]
    # A path to a checkout would let pip find the project there and install nothing.
    given = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    made = subprocess.run(command, env=given, capture_output=True, text=True, check=False, timeout=MINUTES * 60)
    assert made.returncode == 0, made.stdout + made.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built in a copy of the tree: setuptools leaves a folder there, and takes from it what a later tree has no more."""
    copy, out = tmp_path_factory.mktemp("tree") / "copy", tmp_path_factory.mktemp("wheel")
    copy.mkdir()
    for name in (*PARTS, "pyproject.toml", "README.md", "LICENSE"):
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(PROJECT / name, copy / name)
    pip(sys.executable, "wheel", str(copy), "--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(out))
    [made] = out.glob("infitah-*.whl")
    return made


@pytest.fixture(scope="module")
def installation(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    environment = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True, timeout=MINUTES * 60)
    python = environment / "bin" / "python"
    pinned = str(PROJECT / "requirements" / "runtime.txt")
    pip(python, "install", "--quiet", "--no-deps", "--require-hashes", "-r", pinned)
    pip(python, "install", "--quiet", "--no-deps", str(wheel))
    return Installation(environment, tmp_path_factory.mktemp("elsewhere"))


def test_no_code_of_a_checkout_is_in_reach(installation: Installation) -> None:
    asked = "import sys, infitah, expectations.sheets.load as t; print(*sys.path, infitah.__file__, t.DBT_PROJECT)"
    told = installation.run("python", "-c", asked)
    assert told.returncode == 0, told.stderr
    assert str(PROJECT) not in told.stdout
    assert str(installation.site_packages / "dbt_project") in told.stdout


def test_what_the_wheel_needs_is_declared(installation: Installation) -> None:
    """pip's own check: each requirement of the metadata is there in the range that it states."""
    told = installation.run("python", "-m", "pip", "check")
    assert told.returncode == 0, told.stdout


def test_a_release_is_published_without_a_checkout(installation: Installation) -> None:
    before = installation.files()
    ran = installation.run("infitah", "run", "--sample")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "release: sample-" in ran.stdout

    current = installation.place / "home" / "published" / "current"
    index = json.loads((current / "index.json").read_text("utf-8"))
    assert index["latest"] == (current / "latest").readlink().name
    assert {"sample-infitah.duckdb", "gate.json", "SHA256SUMS"} <= {p.name for p in (current / "latest").iterdir()}
    assert installation.files() == before, "a run writes into its home, never where the project is installed"

    counted = installation.run("infitah", "sql", "--sample", "--format", "json", "select count(*) as n from sessions")
    assert json.loads(counted.stdout)[0]["n"] > 0, counted.stderr
    examined = installation.run("infitah", "doctor", "--sample")
    assert examined.returncode == 0, examined.stdout + examined.stderr
    assert not [line for line in examined.stdout.splitlines() if line.startswith("FAIL")]


def test_promise_1_a_real_home_publishes_what_a_person_set_down(installation: Installation, wheel: Path) -> None:
    """The wheel has no commit: its own digest names it, and is the one of the tree that it was built from."""
    home = ("--home", str(installation.place / "real"))
    refused = installation.run("infitah", "run", "--offline", *home)
    assert refused.returncode == 1
    assert "infitah version accept" in refused.stderr
    assert not (installation.place / "real/published/current/latest").exists()

    accepted = installation.run(
        "infitah", "version", "accept", *home, "--by", "A. Person", "--because", "the first wheel"
    )
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert code_version(PROJECT).digest in accepted.stdout
    ran = installation.run("infitah", "run", "--offline", *home)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    record = json.loads((installation.place / "real/published/current/latest/gate.json").read_text("utf-8"))
    assert record["code_version"] == f"files-{code_version(PROJECT).digest[:40]}"
    assert record["is_dirty"] is False

    altered = installation.site_packages / "ingest" / "law" / "holidays.csv"
    altered.write_bytes(altered.read_bytes() + b"\n")
    changed = installation.run("infitah", "publish", *home)
    assert changed.returncode == 1
    assert "infitah version accept" in changed.stderr + changed.stdout or "build again" in changed.stderr
