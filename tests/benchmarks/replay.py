"""Documents per second from archive to records, one process: `python -m tests.benchmarks.replay [ROUNDS]`.

Replays the sample network's own documents (pages of a few kilobytes and three PDFs), parsed ROUNDS times over. Not a test:
timings are for docs/benchmarks.md.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from pathlib import Path

from ingest.archive.captures import Replay, load_index
from ingest.documents.reader import DocumentReader
from ingest.home import open_home
from ingest.night import Night, collect, open_ingest
from ingest.parse import parse_capture


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = open_home(Path(folder) / "home", sample=True)
        ingest = open_ingest(home)
        collect(ingest, Night("2026-11-20.1", dt.datetime(2026, 11, 20, 2, tzinfo=dt.UTC)))
        captures = [c for c in load_index(home) if c.source_id.startswith("sample-")]
        pages = [c for c in captures if c.content_type.startswith("text/html")]
        _ = ingest.gazetteer
        for name, chosen in (("pages and PDFs", captures), ("pages alone", pages)):
            replay = Replay(home)
            with DocumentReader() as reader:
                records = 0
                began = time.perf_counter()
                for _ in range(rounds):
                    for c in chosen:
                        records += len(
                            parse_capture(c, replay.read(c), ingest.sources[c.source_id], ingest.gazetteer, "0", reader)
                        )
                seconds = time.perf_counter() - began
            replay.close()
            done = rounds * len(chosen)
            print(f"{name}: {done} documents, {records} records, {seconds:.2f} s: {done / seconds:.0f} documents/s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
