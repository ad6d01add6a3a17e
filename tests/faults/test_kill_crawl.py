"""Promise 8, for a crawl: SIGKILL while sites are being asked, run again: the same tables, and nothing asked twice beyond what
was in flight, by the servers' own logs. The program has no hook for it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from expectations.sheets.load import load_tables
from ingest.home import find_home
from tests.ingest.collect.crawl.front_door import command, environment
from tests.ingest.collect.crawl.site import Site, declare
from warehouse.release.reader import database_of

ITEMS = 40
DELAY = 0.04
Tables = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def sites() -> Iterator[list[Site]]:
    """Two sites, of which one lists sessions."""
    with Site() as one, Site(host="127.0.0.2") as two:
        for site in (one, two):
            site.fill(ITEMS)
        for i in range(1, 6):
            one.put(
                f"/item/{i}", f"الدورة العادية لمجلس جماعة بني خيال لشهر أكتوبر {2020 + i}",
                f"عقد مجلس جماعة بني خيال دورته العادية لشهر أكتوبر {2020 + i} يوم الخميس 07 أكتوبر {2020 + i}",
            )  # fmt: skip
        yield [one, two]


def make_home(home: Path, sites: list[Site]) -> None:
    for i, site in enumerate(sites):
        site.log.clear()
        declare(home, f"test-site-{i}", site, politeness={"delay_seconds": DELAY})


def start(home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(home, "--as-of", "2026-11-20T02:30:00Z"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env=environment(), start_new_session=True,
    )  # fmt: skip


def kill_while_asking(home: Path, sites: list[Site], moment: random.Random) -> None:
    """Start a run, wait until it has asked a few more pages, kill it."""
    before = sum(len(s.log) for s in sites)
    wanted = before + moment.randint(1, 12)
    process = start(home)
    deadline = time.monotonic() + 60
    while sum(len(s.log) for s in sites) < wanted and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.002)
    time.sleep(moment.uniform(0, DELAY))
    assert process.poll() is None, process.communicate()[0]
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def finish(home: Path) -> str:
    out, _ = (process := start(home)).communicate(timeout=300)
    assert process.returncode == 0, out
    return out


def tables_of(home: Path) -> Tables:
    """Every published table without capture times, run ids and other volatile columns."""
    opened = find_home(home)
    assert opened is not None
    found: Tables = {}
    with duckdb.connect(str(database_of(opened)), read_only=True) as con:
        for name, table in load_tables().items():
            columns = [c.name for c in table.columns if not c.is_volatile and c.kind != "timestamp"]
            if columns:
                chosen = ", ".join(f'"{c}"' for c in columns)
                found[name] = con.execute(f'select {chosen} from main."{name}" order by all').fetchall()
    return found


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, sites: list[Site]) -> Tables:
    home = tmp_path_factory.mktemp("undisturbed") / "home"
    make_home(home, sites)
    finish(home)
    assert all(set(s.asked().values()) == {1} for s in sites)
    return tables_of(home)


def attack(home: Path, sites: list[Site], kills: int, seed: int) -> Tables:
    make_home(home, sites)
    moment = random.Random(seed)
    for _ in range(kills):
        kill_while_asking(home, sites, moment)
    out = finish(home)
    assert "held: none" in out
    for site in sites:
        again = Counter({path: n - 1 for path, n in site.asked().items() if n > 1})
        # One request was in flight per site and kill, no more.
        assert again.total() <= kills, again
    return tables_of(home)


@pytest.mark.real
def test_promise_8_three_kills_of_a_crawl(tmp_path: Path, sites: list[Site], undisturbed: Tables) -> None:
    assert len(undisturbed["documents"]) == 2 * ITEMS
    assert undisturbed["sessions"]
    assert attack(tmp_path / "home", sites, 3, seed=3) == undisturbed


@pytest.mark.real
@pytest.mark.parametrize("seed", [11, 12, 13, 14])
def test_promise_8_twenty_kills_of_a_crawl(tmp_path: Path, sites: list[Site], undisturbed: Tables, seed: int) -> None:
    assert attack(tmp_path / "home", sites, 5, seed) == undisturbed
