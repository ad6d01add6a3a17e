"""Captures read by several readers: their records are those of one, in order; what ends a reader costs itself alone."""

from __future__ import annotations

import datetime as dt
import os
import pickle
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from ingest.archive.capture import Capture, NewCapture
from ingest.archive.captures import ArchiveError, Replay, load_index
from ingest.archive.writer import write_batch
from ingest.home import open_home
from ingest.opening import Ingest, open_ingest
from ingest.read.captures import read_capture
from ingest.read.documents.reader import DocumentReader, ReaderAbsent
from ingest.readers.messages import Task, unpack
from ingest.readers.pool import Readers, ReadingError, reader_count
from ingest.records import Document, Finding, Keyed
from tests.generator.archive import page
from tests.ingest.collect.crawl.site import declare
from tests.ingest.readers.broken import serving

SOURCE, NETLOC, NIGHT = "test-site-0", "127.9.0.1:8000", "2026-11-20.1"
#: What a page of these words does to whoever reads it.
HARM = """
def read_facts(*, text, was=pages.read_facts, **others):
    if "يقتل" in text:
        os.kill(os.getpid(), 9)
    if "يطول" in text:
        time.sleep(60)
    if "يخطئ" in text:
        undefined_name
    return was(text=text, **others)
pages.read_facts = read_facts
"""


def pages(count: int, *harmful: tuple[int, str]) -> list[bytes]:
    """Pages of the generator, some of them with a word that does harm."""
    r = Random(5)
    made = [page(r, 0) for _ in range(count)]
    for number, word in harmful:
        made[number] = f"<html><body><h1>{word}</h1><p>{word} هذا النص من يقرؤه.</p></body></html>"
    return [text.encode() for text in made]


def archived(root: Path, bodies: list[bytes]) -> tuple[Ingest, list[Capture]]:
    home = open_home(root / "home", sample=False, test=True)
    declare(home.root, SOURCE, NETLOC, collectivity="ct-x003")
    at = dt.datetime(2026, 11, 20, 1, tzinfo=dt.UTC)
    made = [
        NewCapture(f"http://{NETLOC}/item/{i:03}", at + dt.timedelta(seconds=i), body, "text/html; charset=utf-8")
        for i, body in enumerate(bodies)
    ]
    write_batch(home, SOURCE, NIGHT, made)
    return open_ingest(home), load_index(home)


def task_of(ingest: Ingest, seconds: float = 30) -> Task:
    return Task(ingest.home, ingest.territories, ingest.hints, ingest.versions, seconds)


def read(ingest: Ingest, captures: list[Capture], count: int, seconds: float = 30) -> list[list[Keyed]]:
    with Readers(count) as readers:
        return list(readers.read(task_of(ingest, seconds), captures))


def here(ingest: Ingest, captures: list[Capture]) -> list[list[Keyed]]:
    """The same, read one after the other in this process."""
    with closing(Replay(ingest.home)) as replay, DocumentReader() as reader:
        return [
            read_capture(c, replay.read(c), ingest.hints[SOURCE], ingest.gazetteer, ingest.versions[SOURCE], reader)
            for c in captures
        ]


def reasons(records: list[list[Keyed]]) -> dict[int, str | None]:
    """Number of a capture whose reader was stopped → why."""
    return {
        i: r.value_raw
        for i, some in enumerate(records)
        for r in some
        if isinstance(r, Finding) and "stopped" in r.finding_code
    }


def test_records_are_those_of_one_process_whatever_the_number_of_readers(tmp_path: Path) -> None:
    ingest, captures = archived(tmp_path, pages(40))
    expected = here(ingest, captures)
    assert len({type(r) for some in expected for r in some}) > 5
    for count in (1, 2, 3):
        assert read(ingest, captures, count) == expected


@pytest.mark.parametrize("count", [1, 2, 3])
def test_what_ends_its_reader_costs_itself_alone(count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest, captures = archived(tmp_path, pages(16, (0, "يقتل"), (7, "يقتل"), (8, "يطول"), (11, "يخطئ"), (15, "يقتل")))
    expected = here(ingest, captures)
    monkeypatch.setattr("ingest.readers.pool._SERVE", serving(HARM))
    records = read(ingest, captures, count, seconds=8)
    why = reasons(records)
    crashed = "needed more than 2048 MiB or crashed the reader"
    assert {k: v for k, v in why.items() if k != 11} == {
        0: crashed,
        7: crashed,
        8: "took longer than 8 s",
        15: crashed,
    }
    assert str(why[11]).startswith("NameError in <string>:")
    assert [r for i, r in enumerate(records) if i not in why] == [r for i, r in enumerate(expected) if i not in why]
    for number in why:
        document = next(r for r in records[number] if isinstance(r, Document))
        assert document.origin.source_url == captures[number].url
        assert document.status_code == ("parse_error" if number == 11 else "unreadable")


def test_rules_that_all_break_off_are_told_of_each_page_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest, captures = archived(tmp_path, pages(60))
    monkeypatch.setattr("ingest.readers.pool._SERVE", serving("pages.read_facts = lambda **_: undefined_name"))
    began = time.monotonic()
    records = read(ingest, captures, 2)
    assert set(reasons(records)) == set(range(60))
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("before", ["undefined_name", "import no_such_module"])
def test_code_that_does_not_import_is_told_before_any_page(
    before: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest, captures = archived(tmp_path, pages(3))
    monkeypatch.setattr("ingest.readers.pool._SERVE", serving(before))
    with pytest.raises(ReaderAbsent, match=before.removeprefix("import ")):
        read(ingest, captures, 2)


def test_a_damaged_record_ends_the_run(tmp_path: Path) -> None:
    ingest, captures = archived(tmp_path, pages(3))
    (warc,) = ingest.home.archive.glob("*/*.warc.gz")
    whole = bytearray(warc.read_bytes())
    whole[captures[1].offset + 40] ^= 255
    warc.write_bytes(whole)
    with pytest.raises(ArchiveError, match="item/001"):
        read(ingest, captures, 2)


def test_a_broken_file_of_the_project_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest, captures = archived(tmp_path, pages(3))
    broken = "import ingest.readers.nursery as n\ndef read_capture(*_):\n    raise KeyError('column')\nn.read_capture = read_capture"
    monkeypatch.setattr("ingest.readers.pool._SERVE", serving(broken))
    with pytest.raises(ReadingError, match=r"item/000.*KeyError"):
        read(ingest, captures, 2)


def test_a_reader_that_has_grown_large_makes_room_for_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest, captures = archived(tmp_path, pages(6))
    small = "import ingest.readers.nursery as n\nn._BLOATED_KIB = 1"
    monkeypatch.setattr("ingest.readers.pool._SERVE", serving(small))
    assert read(ingest, captures, 2) == here(ingest, captures)


def test_there_are_no_more_readers_than_captures_and_none_is_left(tmp_path: Path) -> None:
    ingest, captures = archived(tmp_path, pages(2))
    with Readers(8) as readers:
        list(readers.read(task_of(ingest), []))
        assert readers._nursery is None
        found = readers.read(task_of(ingest), captures)
        next(found)
        pids = [r.pid for r in readers._readers]
        assert 1 <= len(pids) <= 2
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_little_is_given_before_it_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest, captures = archived(tmp_path, pages(60, (0, "يطول")))
    monkeypatch.setattr("ingest.readers.pool._AHEAD", 5)
    monkeypatch.setattr("ingest.readers.pool._SERVE", serving(HARM))
    with Readers(2) as readers:
        found = readers.read(task_of(ingest, seconds=3), captures)
        assert reasons([next(found)])
        assert max(n for r in readers._readers for n in [*r.given, 0]) < 5 + 2 * 4
        assert len(list(found)) == 59


@pytest.mark.parametrize(("said", "count"), [("", len(os.sched_getaffinity(0))), ("1", 1), (" 12 ", 12)])
def test_the_environment_may_say_how_many_readers(said: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INFITAH_READERS", said)
    assert reader_count() == count


@pytest.mark.parametrize("said", ["0", "-1", "two", "1.5", "٣"])
def test_another_number_of_readers_is_refused(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INFITAH_READERS", said)
    with pytest.raises(ReadingError, match="INFITAH_READERS"):
        reader_count()


class _Harm:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


@pytest.mark.parametrize("thing", [_Harm(), Path("x"), eval])
def test_only_records_are_taken_from_a_reader(thing: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpack(pickle.dumps([thing]))
