"""Reading what was captured: every capture that today's extractor has not read yet, into bronze."""

from __future__ import annotations

import shutil

from ingest.archive.capture import Capture
from ingest.archive.captures import load_index
from ingest.bronze import read_bronze, write_bronze
from ingest.home import Home
from ingest.nights import Night, Progress, no_progress
from ingest.opening import Ingest
from ingest.read.documents.reader import SECONDS
from ingest.readers.messages import Task
from ingest.readers.pool import Readers
from ingest.records import Keyed

#: Records held in memory before they are written: some 20 MB, and as much again while they are (docs/benchmarks.md).
_BATCH_RECORDS = 20_000


def parse(ingest: Ingest, night: Night, progress: Progress = no_progress) -> int:
    """Parse every capture that this extractor version has not parsed; returns the number of bronze rows added."""
    home = ingest.home
    sweep(home)
    records: list[Keyed] = []
    added = 0
    with Readers() as readers:
        captures = _unread(ingest, night, readers)
        task = Task(home, ingest.territories, ingest.hints, ingest.versions, SECONDS)
        for i, (capture, found) in enumerate(zip(captures, readers.read(task, captures), strict=True)):
            progress(capture.source_id, i, len(captures))
            records.extend(found)
            if len(records) >= _BATCH_RECORDS:
                added += write_bronze(home, night.run_id, records)
                records = []
    progress("", len(captures), len(captures))
    return added + write_bronze(home, night.run_id, records)


def _unread(ingest: Ingest, night: Night, readers: Readers) -> list[Capture]:
    """Captures that today's extractor has not read."""
    captures = [
        c for c in load_index(ingest.home) if c.is_document and not c.is_revisit and c.source_id in ingest.sources
    ]
    if any(c.run_id == night.run_id for c in captures):
        readers.prepare()  # There is something new, whatever the version is, which takes its time to compute.
    done = _parsed(ingest.home)
    todo: dict[tuple[str, str], Capture] = {}
    for c in captures:
        if (c.capture_key, ingest.versions[c.source_id]) not in done:
            todo.setdefault((c.source_id, c.capture_key), c)
    return list(todo.values())


def sweep(home: Home) -> None:
    """Remove what a killed run left half-made (dot names only)."""
    for folder in (home.bronze, home.inbox, home.builds, home.published):
        for leftover in folder.glob(".*.part"):
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()


def _parsed(home: Home) -> set[tuple[str, str]]:
    table = read_bronze(home, "parsed_captures")
    return set(zip(table.column("capture_key").to_pylist(), table.column("extractor_version").to_pylist(), strict=True))
