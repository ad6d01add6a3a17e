"""Shared fixtures: one undisturbed run of the sample network, the place of the real inputs, skips as failures in CI."""

from __future__ import annotations

import datetime as dt
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.home import Home, open_home
from orchestration.night import NightRun
from tests.generator.bronze import fill_bronze

NOW = dt.datetime(2026, 11, 22, 2, 30, tzinfo=dt.UTC)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """In CI a skipped test is a failure."""
    outcome = yield
    report = outcome.get_result()
    if os.environ.get("INFITAH_CI") and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, which counts as a failure: {report.longrepr}"


@pytest.fixture(scope="session", autouse=True)
def _quiet() -> None:
    for name in ("DO_NOT_TRACK", "DAGSTER_DISABLE_TELEMETRY"):
        os.environ[name] = "1"
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    os.environ.pop("INFITAH_HOME", None)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of the real inputs, named by INFITAH_SHARED."""
    place = os.environ.get("INFITAH_SHARED")
    if not place or not Path(place).is_dir():
        pytest.skip("INFITAH_SHARED does not name the folder of real inputs")
    return Path(place)


def _made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Home], None]) -> Home:
    """A sample home that the first test process that asks for it makes; the others wait for it and share it."""
    base = factory.getbasetemp()
    folder = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    home, done = folder / f"{name}-home", folder / f"{name}.done"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        opened = open_home(home, sample=True)
        if not done.exists():
            make(opened)
            done.touch()
    return opened


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Both nights of the sample network, published, by the job that everything runs; never changed by a test."""
    from orchestration.nightly import run_night

    return _made_once(tmp_path_factory, "sample", lambda home: run_night(NightRun(home, NOW)))


@pytest.fixture(scope="session")
def generated_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The sample network with every table filled by the seeded generator, published; never changed by a test."""
    return _made_once(tmp_path_factory, "generated", _generate)


def _generate(home: Home) -> None:
    night = NightRun(home, NOW)
    with night.locked():
        night.collect()
        night.parse()
        fill_bronze(night.ingest, night.nights[0].run_id, seed=4)
        night.admit()
        night.assemble()
        night.model()
        night.render()
        night.gate()
        night.publish()


@pytest.fixture
def home_copy(sample_home: Home, tmp_path: Path) -> Home:
    """A copy of the published sample home that a test may break."""
    shutil.copytree(sample_home.root, tmp_path / "home", symlinks=True)
    return Home(tmp_path / "home", "sample")


@pytest.fixture
def real_home(tmp_path: Path) -> Home:
    return open_home(tmp_path / "real", sample=False)


@pytest.fixture
def query(sample_home: Home) -> Iterator[Callable[[str], list[tuple[Any, ...]]]]:
    from warehouse.release.reader import connect

    with connect(sample_home) as con:
        yield lambda text: con.execute(text).fetchall()
