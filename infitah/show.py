"""Progress and the closing summary on the console."""

from __future__ import annotations

import os
import sys
from collections import Counter
from types import TracebackType
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from ingest.ledger.store import Run
from warehouse.run import STAGES

_LABELS = {
    "collect": "collect captures", "parse": "parse documents", "check": "check sources", "assemble": "assemble inputs",
    "model": "dbt models and tests", "files": "render files", "gate": "gate", "publish": "publish",
}  # fmt: skip


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
        self._bars = Progress(
            TextColumn("{task.description:<22}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.fields[what]}"),
            console=console,
        )  # fmt: skip

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
            f"({sum(n.new_captures for n in nights)} new, {sum(n.changed_captures for n in nights)} changed; "
            f"{', '.join(f'{k} {v}' for k, v in sorted(outcomes.items()))}), "
            f"held: {', '.join(held) or 'none'}"
        )
    return lines


def facts_line(record: dict[str, Any] | None) -> list[str]:
    """Rows per table and checks by verdict, from the gate record."""
    if record is None:
        return []
    rows = {t: v["rows"] for t, v in record["tables"].items()}
    verdicts = Counter(
        c["verdict"] if c["severity"] == "error" or c["verdict"] == "pass" else "warned" for c in record["checks"]
    )
    return [
        "rows: " + ", ".join(f"{t} {n}" for t, n in rows.items()),
        "checks: " + ", ".join(f"{n} {v}" for v, n in sorted(verdicts.items())),
    ]
