"""A run that was killed before its ledger entry, and run again on another date, loses nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyarrow.parquet as pq

from expectations.sheets.load import sheet_files
from ingest.admit import admit
from ingest.code import code_version
from ingest.collect.collection import collect
from ingest.collect.inbox import Sidecar, add
from ingest.home import Home
from ingest.ledger.store import load_runs
from ingest.nights import Night
from ingest.opening import open_ingest
from ingest.reading import parse
from warehouse.build.inputs import write_inputs


def test_captures_of_a_killed_night_are_admitted_by_the_next(real_home: Home, tmp_path: Path) -> None:
    document = tmp_path / "note.txt"
    document.write_text("تأسست الشبكة المغربية للجماعات الترابية المنفتحة في 21 أكتوبر 2022.", "utf-8")
    add(real_home, document, Sidecar(origin="note", publisher="x", licence="none-seen"))
    ingest = open_ingest(real_home, project_files=sheet_files())
    before = Night("2026-11-21.1", dt.datetime(2026, 11, 21, 23, 50, tzinfo=dt.UTC))
    collect(real_home, ingest.sources.values(), before, project_files=ingest.project_files)
    parse(ingest, before)  # killed here: the night has no ledger entry
    after = Night("2026-11-23.1", dt.datetime(2026, 11, 23, 2, 30, tzinfo=dt.UTC))
    assert collect(real_home, ingest.sources.values(), after, project_files=ingest.project_files) == 0
    assert parse(ingest, after) == 0
    run = admit(ingest, after, "code", 0)
    assert run.sources["inbox-documents"].admission == "admitted"
    assert run.sources["inbox-documents"].new_captures == 1
    write_inputs(ingest, tmp_path / "inputs", after.as_of, code_version())
    captures = pq.read_table(tmp_path / "inputs" / "captures.parquet").to_pylist()
    assert [c["run_order"] for c in captures if c["source_id"] == "inbox-documents"] == [1]
    assert [r.run_id for r in load_runs(real_home)] == ["2026-11-23.1"]
