"""Nights through the front door: the `infitah run` that an operator types, in a test home."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner

from expectations.dbt_results import read_dbt_results
from infitah.cli import main
from ingest.home import Home, open_home
from ingest.ledger.crawls import CrawlReport
from ingest.ledger.store import Run, SourceNight, load_runs
from orchestration.night import NightRun

CONTACT = "tests@example.org"


@dataclass
class NightResult:
    """What a night printed and what it left in the ledger."""

    code: int
    out: str
    home: Home

    @property
    def run(self) -> Run:
        return load_runs(self.home)[-1]

    def source(self, source_id: str) -> SourceNight:
        return self.run.sources[source_id]

    def crawl(self, source_id: str) -> CrawlReport:
        crawl = self.source(source_id).crawl
        assert crawl is not None
        return crawl


def command(home: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "infitah", "run", "--test", "--home", str(home), *arguments]


def environment(**extra: str) -> dict[str, str]:
    return {**os.environ, "INFITAH_CONTACT": CONTACT, "PYTHONUNBUFFERED": "1", **extra}


def night(home: Path, date: str | None = None, *arguments: str, timeout: int = 300, **extra: str) -> NightResult:
    """Run a night as of 02:30 UTC of a date, to the ledger (`--dry-run`) unless arguments say otherwise.

    The command runs in this process: a process of its own takes five seconds to begin, and hundreds of nights are run here. Kills and
    signals are tried on processes of their own (tests/faults, `command`).
    """
    as_of = ["--as-of", f"{date}T02:30:00Z"] if date else []
    asked = command(home, *as_of, *(arguments or ("--dry-run",)))[3:]
    with patch.dict(os.environ, environment(**extra)), _limited(timeout):
        found = CliRunner().invoke(main, asked)
    if found.exception is not None and not isinstance(found.exception, SystemExit):
        raise found.exception
    return NightResult(found.exit_code, found.output, open_home(home, sample=False, test=True))


def night_to_tables(home: Path, date: str) -> NightResult:
    """A night up to the tables of its build (`connect_build`), whose own checks hold.

    Files and the gate cost more than all that is before them, and have tests of their own.
    """
    result = night(home, date)
    assert result.code == 0, result.out
    run = NightRun(result.home, dt.datetime.fromisoformat(f"{date}T02:30:00+00:00"))
    with run.locked():
        build = run.assemble()
        run.model()
    assert [c.check_id for c in read_dbt_results(build.target, build.database) if c.blocks] == []
    return result


@contextmanager
def _limited(seconds: int) -> Iterator[None]:
    """A night that hangs ends its test."""

    def give_up(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"the night took more than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def ledger_json(home: Path) -> list[dict[str, Any]]:
    return [json.loads(p.read_text("utf-8")) for p in sorted((home / "ledger").glob("*.json"))]
