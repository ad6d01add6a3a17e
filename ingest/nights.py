"""Nights: which are due in a home, what they are called, and the moment that each is run as of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from ingest import sample
from ingest.archive.capture import Capture
from ingest.archive.captures import read_index
from ingest.home import Home
from ingest.ledger.store import Run, load_runs, run_order
from ingest.registry.schema import Source

Progress = Callable[[str, int, int], None]
"""Called with (what is under way, done, total)."""
CASABLANCA = "Africa/Casablanca"


def no_progress(what: str, done: int, total: int) -> None:
    """Says nothing."""


@dataclass(frozen=True)
class Night:
    """A night to be run: its run id and the moment it is run as of."""

    run_id: str
    as_of: dt.datetime


def due_nights(home: Home, now: dt.datetime, *, until: str | None = None) -> list[Night]:
    """Nights that the ledger lacks: the shipped ones in a sample home, else tonight.

    A run that was killed before its ledger entry has the same run id again. In a sample home the clock is the
    archive's: a night is run as of its last capture.
    """
    runs = load_runs(home)
    if home.kind == "sample":
        done = {r.run_id.rsplit(".", 1)[0] for r in runs}
        last = {n: max(c.captured_at for c in _shipped(n)) for n in sample.nights() if n not in done}
        return [Night(f"{n}.1", _moment(at)) for n, at in sorted(last.items()) if until is None or n <= until]
    night = night_of(now)
    number = max((run_order(r.run_id)[1] for r in runs if r.run_id.startswith(f"{night}.")), default=0) + 1
    return [Night(f"{night}.{number}", now)]


def night_of(moment: dt.datetime) -> str:
    """The date in Morocco at a moment: UTC+1, UTC+0 in Ramadan."""
    return moment.astimezone(ZoneInfo(CASABLANCA)).date().isoformat()


def _moment(text: str) -> dt.datetime:
    return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC)


def _shipped(night: str) -> list[Capture]:
    return [c for path in sorted(sample.ARCHIVE.glob(f"*/{night}.*.cdxj")) for c in read_index(path)]


def is_due_tonight(source: Source, night: Night, runs: list[Run]) -> bool:
    """Whether a site is asked tonight: every night, or once in seven for a weekly one."""
    if source.schedule != "weekly":
        return source.schedule == "nightly"
    last = max((r.run_id for r in runs if source.id in r.sources), default=None, key=run_order)
    if last is None:
        return True
    since = dt.date.fromisoformat(night.run_id.rpartition(".")[0]) - dt.date.fromisoformat(last.rpartition(".")[0])
    return since.days >= 7
