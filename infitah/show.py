"""Progress and the closing summary on the console."""

from __future__ import annotations

import io
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from urllib.parse import unquote

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Column, Table

from ingest.ledger.crawls import CrawlReport, action_words
from ingest.ledger.store import Run, SourceNight
from ingest.trial import Understood
from orchestration.night import STAGES
from warehouse.gate.record import GateRecord

_LABELS = {
    "collect": "collect captures",
    "parse": "parse documents",
    "check": "check sources",
    "assemble": "assemble inputs",
    "model": "dbt models and tests",
    "files": "render files",
    "gate": "gate",
    "publish": "publish",
}


#: Where there is no terminal, a source that is being asked is named this often.
_SAY_EVERY_SECONDS = 15.0


def own_console() -> Console:
    """A console on a copy of standard output: Dagster captures the original while a step runs."""
    try:
        copy = os.dup(sys.stdout.fileno())
    except (OSError, ValueError):
        return Console()
    return Console(file=os.fdopen(copy, "w", encoding="utf-8"))


class StageProgress:
    """A bar per stage on a terminal; a line per stage elsewhere."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._tasks: dict[str, TaskID] = {}
        self._started: set[str] = set()
        self._said_at: dict[str, float] = {}
        self._began = time.monotonic()
        self._bars = Progress(
            TextColumn("{task.description:<22}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[what]}"),
            console=console,
        )

    def __enter__(self) -> StageProgress:
        if self._console.is_terminal:
            self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._console.is_terminal:
            self._bars.stop()

    def __call__(self, stage: str, what: str, done: int, total: int) -> None:
        if stage == "crawl":
            self._host(what, done, total)
            return
        if not self._console.is_terminal:
            if stage not in self._started:
                self._started.add(stage)
                self._console.file.write(f"[{STAGES.index(stage) + 1}/{len(STAGES)}] {stage}: {_LABELS[stage]}\n")
                self._console.file.flush()
            return
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(_LABELS[stage], total=max(total, 1), what="")
        self._bars.update(
            self._tasks[stage], completed=done or (1 if total == 0 and not what else 0), total=max(total, 1), what=what
        )

    def _host(self, source_id: str, done: int, total: int) -> None:
        """One source of a crawl: a bar of its own while it lasts, or a line now and then."""
        if not self._console.is_terminal:
            now = time.monotonic()
            if now - self._said_at.get(source_id, self._began) >= _SAY_EVERY_SECONDS:
                self._said_at[source_id] = now
                self._console.file.write(f"      {source_id}: {done} of {total} requests\n")
                self._console.file.flush()
            return
        key = f"crawl {source_id}"
        if key not in self._tasks:
            self._tasks[key] = self._bars.add_task(f"  {source_id}"[:30], total=max(total, 1), what="")
        self._bars.update(self._tasks[key], completed=done, total=max(total, 1), visible=done < total)


def summarise_sources(runs: list[Run]) -> list[str]:
    """Lines on what each night came to."""
    lines = []
    for run in runs:
        nights = list(run.sources.values())
        outcomes: Counter[str] = Counter()
        for n in nights:
            outcomes.update(n.outcomes)
        held = [f"{n.source_id} ({n.cause})" for n in nights if n.admission == "held"]
        lines.append(
            f"night {run.run_id}: {len(nights)} sources, {sum(n.captures for n in nights)} documents "
            f"({sum(n.new_captures for n in nights)} new, {sum(n.changed_captures for n in nights)} changed, "
            f"{sum(n.gone_captures for n in nights)} gone; "
            f"{', '.join(f'{k} {v}' for k, v in sorted(outcomes.items()))}), "
            f"held: {', '.join(held) or 'none'}"
        )
    return lines


#: Addresses named per kind of change.
_NAMED = 5


def crawl_lines(nights: list[SourceNight]) -> list[str]:
    """What the crawl of each source came to: a table, then what went wrong and what to do, then what changed."""
    crawled = [(n, n.crawl) for n in nights if n.crawl is not None]
    if not crawled:
        return []
    names = (
        "source",
        "outcome",
        "requests",
        "re-checks",
        "kB",
        "waited s",
        "expected",
        "held",
        "new",
        "changed",
        "gone",
        "failed",
    )
    table = Table(*(Column(n, justify="left" if i < 2 else "right") for i, n in enumerate(names)), box=None)
    for n, crawl in crawled:
        figures = (
            crawl.requests,
            crawl.recheck_requests,
            round(crawl.bytes / 1000),
            round(crawl.waited_seconds, 1),
            crawl.expected,
            crawl.held_documents,
            n.new_captures,
            n.changed_captures,
            n.gone_captures,
            crawl.failed,
        )
        table.add_row(n.source_id, crawl.outcome, *(f"{v:,}" if isinstance(v, int) else str(v) for v in figures))
    return [*_rendered(table), *(line for n, crawl in crawled for line in _troubles(n, crawl))]


def understood_table(pages: list[Understood]) -> None:
    """Print how each page of a trial was read."""
    table = Table(
        "status",
        "kind",
        "published",
        Column("characters", justify="right"),
        Column("facts", justify="right"),
        "title",
        "address",
        box=None,
    )
    for p in pages:
        table.add_row(
            p.status, p.kind, p.published or "—", f"{p.characters:,}", str(p.facts), p.title or "—", readable(p.url)
        )
    for line in _rendered(table):
        print(line)


def _rendered(table: Table) -> list[str]:
    console = Console(width=None if sys.stdout.isatty() else 180, record=True, file=io.StringIO())
    console.print(table)
    return [line.rstrip() for line in console.export_text().splitlines()]


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, nothing elsewhere; yields a function of (done, total)."""
    with Progress(TextColumn(label), BarColumn(), MofNCompleteColumn(), disable=not sys.stdout.isatty()) as bars:
        task = bars.add_task(label, total=None)
        yield lambda done, total: bars.update(task, completed=done, total=total)


def _troubles(night: SourceNight, crawl: CrawlReport) -> list[str]:
    lines = []
    if crawl.outcome != "ok":
        action = action_words(crawl.outcome)
        lines.append(
            f"{night.source_id}: {crawl.outcome}: {crawl.detail or ''}" + (f". Next: {action}" if action else "")
        )
    for outcome, url, detail in crawl.problems:
        if detail != crawl.detail:
            lines.append(f"  {outcome}: {url}: {detail}")
    for kind in ("new", "changed", "gone"):
        urls = night.changes.get(kind, [])
        lines += [f"{night.source_id}: {kind}: {readable(u)}" for u in urls[:_NAMED]]
        if len(urls) > _NAMED:
            lines.append(f"{night.source_id}: {kind}: and {len(urls) - _NAMED} more (ledger/{{run}}.json names them)")
    return lines


def readable(url: str) -> str:
    """An address with its Arabic spelt out."""
    return unquote(url)


def facts_line(record: GateRecord | None) -> list[str]:
    """Rows per table and checks by verdict, from the gate record."""
    if record is None:
        return []
    verdicts = Counter(
        c.verdict if c.outcome.severity == "error" or c.verdict == "pass" else "warned" for c in record.checks
    )
    return [
        "rows: " + ", ".join(f"{t} {n}" for t, n in record.rows.items()),
        "checks: " + ", ".join(f"{n} {v}" for v, n in sorted(verdicts.items())),
    ]
