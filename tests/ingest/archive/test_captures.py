from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from ingest.archive.capture import NewCapture
from ingest.archive.captures import ArchiveError, Replay, load_index
from ingest.archive.writer import write_batch
from ingest.home import Home

AT = dt.datetime(2026, 11, 20, 1, 30, tzinfo=dt.UTC)
ITEMS = [
    NewCapture("https://a.example/1", AT, "<p>نص</p>".encode(), "text/html; charset=utf-8", 200),
    NewCapture("inbox:x/y.txt", AT, "نص".encode(), "text/plain", sidecar={"origin": "ملاحظة"}),
]


def test_what_was_archived_is_what_is_replayed(real_home: Home) -> None:
    captures = write_batch(real_home, "s", "2026-11-20.1", ITEMS)
    replay = Replay(real_home)
    assert [replay.read(c) for c in load_index(real_home)] == [i.payload for i in ITEMS]
    assert load_index(real_home) == captures
    replay.close()


def test_another_tool_reads_the_records(real_home: Home) -> None:
    write_batch(real_home, "s", "2026-11-20.1", ITEMS)
    with next((real_home.archive / "s").glob("*.warc.gz")).open("rb") as handle:
        kinds = [(r.rec_type, r.rec_headers.get_header("WARC-Target-URI")) for r in ArchiveIterator(handle)]
    assert kinds == [("response", "https://a.example/1"), ("resource", "inbox:x/y.txt")]


def test_an_index_lost_to_a_kill_is_made_again(real_home: Home) -> None:
    captures = write_batch(real_home, "s", "2026-11-20.1", ITEMS)
    next((real_home.archive / "s").glob("*.cdxj")).unlink()
    assert load_index(real_home) == captures


@pytest.mark.parametrize("place", [0.1, 0.5, 0.9])
def test_one_flipped_byte_makes_the_replay_fail(real_home: Home, place: float) -> None:
    captures = write_batch(real_home, "s", "2026-11-20.1", ITEMS[:1])
    path: Path = real_home.archive / captures[0].warc_file
    data = bytearray(path.read_bytes())
    data[int(len(data) * place)] ^= 1
    path.write_bytes(data)
    with pytest.raises(ArchiveError, match="re-opening the capture"):
        Replay(real_home).read(captures[0])
