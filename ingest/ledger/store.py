"""Runs on disk: ledger/<run id>.json, written once, atomically; a run exists when its file does."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.home import Home, write_json
from ingest.ledger.crawls import CrawlReport, report_of


@dataclass(frozen=True)
class CheckResult:
    """One source check: what was observed against what threshold. `verdict` follows from the two alone."""

    check_id: str
    observed: float | None
    operator: str
    threshold: float
    severity: str = "error"
    accepted_until: str | None = None
    """The last day of the decision that let it pass, where a person accepted what was observed,"""
    accepted_because: str | None = None
    """and why."""

    @property
    def verdict(self) -> str:
        return judge(self.observed, self.operator, self.threshold)

    def as_json(self) -> dict[str, object]:
        """As it stands on disk: with its verdict, and a decision only where there is one."""
        line = {**dataclasses.asdict(self), "verdict": self.verdict}
        if self.accepted_until is None:
            del line["accepted_until"], line["accepted_because"]
        return line

    @classmethod
    def from_json(cls, stored: Mapping[str, object]) -> CheckResult:
        """The verdict on disk is left out: it follows from the rest."""
        return cls(**{k: v for k, v in stored.items() if k != "verdict"})  # type: ignore[arg-type]


def judge(observed: float | None, operator: str, threshold: float) -> str:
    """'pass', 'fail', or 'no_history' when there was nothing to observe (which is not a pass)."""
    if observed is None:
        return "no_history"
    held = {"eq": observed == threshold, "le": observed <= threshold, "ge": observed >= threshold}[operator]
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
    checks: list[CheckResult] = field(default_factory=list)
    changes: dict[str, list[str]] = field(default_factory=dict)
    """new, changed, gone → addresses; empty on a source's first night."""
    crawl: CrawlReport | None = None
    """None where nothing was crawled."""

    def as_json(self) -> dict[str, object]:
        """As it stands on disk."""
        return {**dataclasses.asdict(self), "checks": [c.as_json() for c in self.checks]}


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
    entry = {f.name: getattr(run, f.name) for f in dataclasses.fields(run)}
    entry["sources"] = {source_id: night.as_json() for source_id, night in run.sources.items()}
    write_json(home.ledger / f"{run.run_id}.json", entry)


def load_runs(home: Home) -> list[Run]:
    """Every committed run, oldest first."""
    runs = [_run_of(json.loads(path.read_text("utf-8"))) for path in home.ledger.glob("*.json")]
    return sorted(runs, key=lambda r: run_order(r.run_id))


def _run_of(stored: dict[str, Any]) -> Run:
    nights = {}
    for source_id, night in stored["sources"].items():
        night["checks"] = [CheckResult.from_json(c) for c in night.get("checks", ())]
        night["crawl"] = report_of(night["crawl"]) if night.get("crawl") else None
        nights[source_id] = SourceNight(**night)
    return Run(**{**stored, "sources": nights})


def run_order(run_id: str) -> tuple[str, int]:
    """Sort key: night, then number within the night."""
    night, _, number = run_id.rpartition(".")
    return night, int(number)
