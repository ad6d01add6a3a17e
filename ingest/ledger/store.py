"""Runs on disk: ledger/<run id>.json, written once, atomically; a run exists when its file does."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from typing import Any

from ingest.home import Home, write_json


@dataclass(frozen=True)
class CheckResult:
    """One source check: what was observed against what threshold. `verdict` follows from the two alone."""

    check_id: str
    observed: float | None
    operator: str
    threshold: float
    severity: str = "error"

    @property
    def verdict(self) -> str:
        return judge(self.observed, self.operator, self.threshold)


def judge(observed: float | None, operator: str, threshold: float) -> str:
    """'pass', 'fail', or 'no_history' when there was nothing to observe (which is not a pass)."""
    if observed is None:
        return "no_history"
    held = {
        "eq": observed == threshold, "le": observed <= threshold, "ge": observed >= threshold,
    }[operator]  # fmt: skip
    return "pass" if held else "fail"


@dataclass(frozen=True)
class SourceNight:
    """One source in one run."""

    source_id: str
    admission: str
    """admitted or held."""
    cause: str | None
    captures: int
    """Documents captured and not admitted before."""
    new_captures: int
    """Addresses that no admitted night saw."""
    changed_captures: int
    """Known addresses with another content (fingerprint, not bytes)."""
    gone_captures: int
    """Addresses that were there and are not found any more."""
    facts: int
    """Facts that the source shows after this night."""
    outcomes: dict[str, int]
    """Documents by outcome of fetching and reading."""
    checks: list[dict[str, Any]] = field(default_factory=list)
    changes: dict[str, list[str]] = field(default_factory=dict)
    """new, changed, gone → addresses; empty on a source's first night."""
    crawl: dict[str, Any] | None = None
    """The crawler's report (`ingest.collect.crawl.report`); None where nothing was crawled."""


@dataclass(frozen=True)
class Run:
    """One entry of the ledger."""

    run_id: str
    as_of: str
    code_version: str
    extractor_version: str
    sources: dict[str, SourceNight]
    identities: list[list[str]]
    """[kind, natural key, permanent id, anchor] minted or matched anew in this run."""
    rows_added: int


def write_run(home: Home, run: Run) -> None:
    write_json(home.ledger / f"{run.run_id}.json", dataclasses.asdict(run))


def load_runs(home: Home) -> list[Run]:
    """Every committed run, oldest first."""
    runs = []
    for path in home.ledger.glob("*.json"):
        data = json.loads(path.read_text("utf-8"))
        data["sources"] = {k: SourceNight(**v) for k, v in data["sources"].items()}
        runs.append(Run(**data))
    return sorted(runs, key=lambda r: run_order(r.run_id))


def run_order(run_id: str) -> tuple[str, int]:
    """Sort key: night, then number within the night."""
    night, _, number = run_id.rpartition(".")
    return night, int(number)
