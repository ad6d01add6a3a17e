"""Hostile files through the front door: each costs itself alone, for a bounded time; what broke its reader is named; no night tries it again."""

from __future__ import annotations

import datetime as dt
import resource
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ingest.bronze import read_bronze
from ingest.collect.inbox import Sidecar, add
from ingest.home import Home, open_home
from orchestration.night import NightRun
from orchestration.nightly import run_night
from tests.infitah.hostile import OFFICE, PAGES, PDFS, TABLES
from tests.ingest.readers.broken import serving
from warehouse.build.builds import candidate

ADDRESS = "https://exemple.example/{}"
SOUND = (
    "<p>عقد مجلس جماعة تطوان دورته العادية لشهر {0} 2025 يوم 06 {0} 2025.</p><p>جدول الأعمال:</p><p>1- كراء السوق</p>"
)
#: Seconds that the child gives a file here; in a night of its own it gives it a minute.
PATIENCE = 6.0
#: Files that a reader cannot finish in time: nothing in them gives it away.
KILLERS = ("words.docx", "glyphs.pdf")
FILES = {**PAGES, **OFFICE, **PDFS, **TABLES}
#: One or two of each kind.
FEW = ("title.html", "deep.html", "cells.html", "spans.html", "fifty-megabytes.html", "bomb.docx", "entities.docx", "bomb.xlsx", "far-cell.xlsx", "bomb.odt", "bomb.pdf", "loop.pdf", "glyphs.pdf", "rows.csv", "quotes.csv", "title.csv")  # fmt: skip


@dataclass
class Nights:
    """What two nights over the same files came to."""

    home: Home
    names: tuple[str, ...]
    seconds: float
    """Of the first."""
    parsed: tuple[int, int]
    """Captures that were read, after the first and after the second."""
    peak_mib: int


def _run(home: Home, day: int, **how: bool) -> int:
    run_night(NightRun(home, dt.datetime(2026, 11, day, 2, 30, tzinfo=dt.UTC)), **how)
    return read_bronze(home, "parsed_captures").num_rows


@pytest.fixture(scope="module", params=[FEW, pytest.param(tuple(FILES), marks=pytest.mark.real)], ids=["few", "all"])
def nights(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Nights:
    home = open_home(tmp_path_factory.mktemp("hostile") / "home", sample=False)
    folder = tmp_path_factory.mktemp("files")
    for name in request.param:
        (folder / name).write_bytes(FILES[name]())
    (folder / "a-sound.html").write_text(SOUND.format("ماي"), "utf-8")
    (folder / "z-sound.html").write_text(SOUND.format("أكتوبر"), "utf-8")
    for file in sorted(folder.iterdir()):
        source = "inbox-remacto-projects" if file.suffix == ".csv" else "inbox-documents"
        side = Sidecar(origin=ADDRESS.format(file.name), publisher="press", licence="none-seen", source=source)
        add(home, file, side)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("ingest.reading.SECONDS", PATIENCE)
        began = time.monotonic()
        first = _run(home, 21, dry_run=True)
        seconds = time.monotonic() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        second = _run(home, 22, publish=False)
    return Nights(home, request.param, seconds, (first, second), peak)


def rows(nights: Nights, table: str) -> dict[str, dict[str, Any]]:
    """Rows of the files by their names."""
    found = read_bronze(nights.home, table).to_pylist()
    return {r["source_url"].removeprefix(ADDRESS.format("")): r for r in found if "exemple.example" in r["source_url"]}


def test_every_file_has_a_document_that_says_what_came_of_it(nights: Nights) -> None:
    documents = rows(nights, "documents")
    assert set(documents) == {*nights.names, "a-sound.html", "z-sound.html"}
    for name, d in documents.items():
        assert d["status_code"] == "ok" or d["status_reason"], name


def test_what_stopped_its_reader_is_named_in_one_finding(nights: Nights) -> None:
    found = read_bronze(nights.home, "findings").to_pylist()
    stopped = [f["record_name"] for f in found if f["finding_code"] == "reader_stopped"]
    assert len(stopped) == len(set(stopped))
    assert {ADDRESS.format(n) for n in KILLERS if n in nights.names} <= set(stopped)
    assert len([f for f in found if "exemple.example" in f["source_url"]]) <= len(stopped) + 3 * len(nights.names)


def test_the_night_goes_on_and_its_other_pages_are_read(nights: Nights) -> None:
    with duckdb.connect(str(candidate(nights.home).database), read_only=True) as con:
        days = con.execute("select source_url, month from marts.sessions where source_url like '%-sound.html' order by 1").fetchall()  # fmt: skip
        told = con.execute("select count(*) from marts.findings where finding_code = 'reader_stopped'").fetchall()
    assert days == [(ADDRESS.format("a-sound.html"), 5), (ADDRESS.format("z-sound.html"), 10)]
    assert told[0][0] >= 1


def test_the_next_night_tries_none_of_them_again(nights: Nights) -> None:
    assert nights.parsed[0] == nights.parsed[1] > len(nights.names)


def test_time_and_memory_are_bounded(nights: Nights) -> None:
    """A file may cost a minute; here the child gives each a few seconds, and what the night itself does is no more."""
    assert nights.seconds < (2 * PATIENCE + 15) * len(nights.names)
    assert nights.peak_mib < 3_000


#: What a reader's own rules do on one of the pages.
BREAKS_OFF = """
def read_facts(*, text, was=pages.read_facts, **others):
    if "ماي" in text:
        raise {wrong}("whatever the page says")
    return was(text=text, **others)
pages.read_facts = read_facts
"""


@pytest.mark.parametrize("wrong", [RecursionError, MemoryError, KeyError, NameError])
def test_a_reader_that_breaks_off_costs_its_capture_alone(wrong: type[Exception], tmp_path: Path) -> None:
    home = open_home(tmp_path / "home", sample=False)
    for name, month in (("broken.html", "ماي"), ("sound.html", "أكتوبر")):
        (tmp_path / name).write_text(SOUND.format(month), "utf-8")
        add(home, tmp_path / name, Sidecar(origin=ADDRESS.format(name), publisher="press", licence="none-seen"))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("ingest.readers.pool._SERVE", serving(BREAKS_OFF.format(wrong=wrong.__name__)))
        _run(home, 21, dry_run=True)
    documents = {d["source_url"]: d for d in read_bronze(home, "documents").to_pylist()}
    broken = documents[ADDRESS.format("broken.html")]
    assert broken["status_code"] == "parse_error"
    assert wrong.__name__ in broken["status_reason"] and "whatever" not in broken["status_reason"]
    assert [s["month"] for s in read_bronze(home, "sessions").to_pylist()] == [10]
