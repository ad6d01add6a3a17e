"""Nights through the front door: the `infitah run` that an operator types, in a test home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.home import Home, open_home
from ingest.ledger.crawls import CrawlReport
from ingest.ledger.store import Run, SourceNight, load_runs

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


def night(home: Path, date: str | None = None, *arguments: str, timeout: float = 300, **extra: str) -> NightResult:
    """Run a night as of 02:30 UTC of a date, to the ledger (`--dry-run`) unless arguments say otherwise."""
    as_of = ["--as-of", f"{date}T02:30:00Z"] if date else []
    found = subprocess.run(
        command(home, *as_of, *(arguments or ("--dry-run",))),
        capture_output=True,
        text=True,
        timeout=timeout,
        env=environment(**extra),
    )
    return NightResult(found.returncode, found.stdout + found.stderr, open_home(home, sample=False, test=True))


def ledger_json(home: Path) -> list[dict[str, Any]]:
    return [json.loads(p.read_text("utf-8")) for p in sorted((home / "ledger").glob("*.json"))]
