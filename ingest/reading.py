"""Reading what was captured: every capture that today's extractor has not read yet, into bronze."""

from __future__ import annotations

import shutil

from ingest.archive.capture import Capture
from ingest.archive.captures import Replay, load_index
from ingest.bronze import read_bronze, write_bronze
from ingest.home import Home
from ingest.nights import Night, Progress, no_progress
from ingest.opening import Ingest
from ingest.read.captures import read_capture
from ingest.read.documents.reader import DocumentReader
from ingest.records import Keyed

#: Records held in memory before they are written: some 20 MB, and as much again while they are (docs/benchmarks.md).
_BATCH_RECORDS = 20_000


def parse(ingest: Ingest, night: Night, progress: Progress = no_progress) -> int:
    """Parse every capture that this extractor version has not parsed; returns the number of bronze rows added."""
    home = ingest.home
    sweep(home)
    versions = ingest.versions
    done = _parsed(home)
    todo: dict[tuple[str, str], Capture] = {}
    for capture in load_index(home):
        if not capture.is_document or capture.is_revisit or capture.source_id not in ingest.sources:
            continue
        if (capture.capture_key, versions[capture.source_id]) not in done:
            todo.setdefault((capture.source_id, capture.capture_key), capture)
    records: list[Keyed] = []
    added = 0
    replay = Replay(home)
    try:
        with DocumentReader() as reader:
            for i, capture in enumerate(todo.values()):
                progress(capture.source_id, i, len(todo))
                hints, version = ingest.hints[capture.source_id], versions[capture.source_id]
                records.extend(read_capture(capture, replay.read(capture), hints, ingest.gazetteer, version, reader))
                if len(records) >= _BATCH_RECORDS:
                    added += write_bronze(home, night.run_id, records)
                    records = []
    finally:
        replay.close()
    progress("", len(todo), len(todo))
    return added + write_bronze(home, night.run_id, records)


def sweep(home: Home) -> None:
    """Remove what a killed run left half-made (dot names only)."""
    for folder in (home.bronze, home.inbox, home.builds, home.published):
        for leftover in folder.glob(".*.part"):
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()


def _parsed(home: Home) -> set[tuple[str, str]]:
    table = read_bronze(home, "parsed_captures")
    return set(zip(table.column("capture_key").to_pylist(), table.column("extractor_version").to_pylist(), strict=True))
