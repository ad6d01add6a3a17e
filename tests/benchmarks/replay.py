"""Pages per second from archive to records beside trafilatura over the same WARC files, one core each: `python -m tests.benchmarks.replay [PAGES]`.

Pages of about 50 kB (a theme's head, menus, sidebars, scripts; some 5 kB of council text) about fictitious communes. Ours reads, extracts and writes bronze;
trafilatura reads the records with warcio and extracts JSON with metadata. Three rounds in turn, and ours on every core in each. Then ten times the pages, for peak memory (all processes, what they share counted for each).
Timings are for docs/benchmarks.md.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ingest.archive.capture import NewCapture
from ingest.archive.writer import write_batch
from ingest.home import Home, open_home
from tests.generator.archive import page
from tests.ingest.collect.crawl.site import declare

PAGE_BYTES = 50_000
NIGHT = "2026-11-20.1"


def themed(body: str, r: random.Random) -> str:
    """The page with what a theme puts around it: styles, scripts, menus, a sidebar, a footer."""
    links = "".join(
        f'<li class="menu-item menu-item-type-post_type"><a href="/page/{i}">صفحة من صفحات القائمة {i}</a></li>'
        for i in range(120)
    )
    sidebar = "".join(
        f'<div class="widget widget_recent_entries"><h4>عنوان خبر آخر {r.randrange(10**6)}</h4><p>مقتطف قصير من خبر آخر</p><time>{r.randrange(1, 28)}/10/2019</time></div>'
        for _ in range(40)
    )
    head = (
        "<style>"
        + ".a{color:#123456;margin:0 auto;padding:1px 2px}" * 120
        + "</style><script>"
        + "var x=function(a,b){return a+b};" * 150
        + "</script>"
    )
    text = (
        body.replace("</head>", head + "</head>")
        .replace("<nav><ul>", f"<nav><ul>{links}")
        .replace("<footer>", f"<aside>{sidebar}</aside><footer>")
    )
    missing = PAGE_BYTES - len(text.encode())
    return text.replace("</footer>", f"</footer><script>/*{'x' * max(0, missing)}*/</script>")


def make(root: Path, pages: int) -> Home:
    home = open_home(root, sample=False, test=True)
    r = random.Random(1)
    at = dt.datetime(2026, 11, 20, 1, 0, tzinfo=dt.UTC)
    for source in range(10):
        netloc = f"127.9.{source}.1:8000"
        declare(home.root, f"test-site-{source}", netloc, collectivity="ct-x003")
        for first in range(0, pages // 10, 250):
            captures = [
                NewCapture(
                    f"http://{netloc}/item/{n}",
                    at + dt.timedelta(seconds=n),
                    themed(page(r, source % 6), r).encode(),
                    "text/html; charset=utf-8",
                )
                for n in range(first, min(first + 250, pages // 10))
            ]
            write_batch(home, f"test-site-{source}", NIGHT, captures)
    return home


OURS = """
import datetime as dt, json, sys, time, resource
from pathlib import Path
from ingest.home import open_home
from ingest.nights import Night
from ingest.opening import open_ingest
from ingest.reading import parse
from ingest.readers.pool import reader_count
home = open_home(Path(sys.argv[1]), sample=False, test=True)
ingest = open_ingest(home)
_ = ingest.gazetteer
began = time.perf_counter()
rows = parse(ingest, Night("2026-11-20.1", dt.datetime(2026, 11, 20, 2, tzinfo=dt.UTC)))
seconds = time.perf_counter() - began
own, largest = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps([seconds, rows, own + largest * (1 + reader_count())]))
"""
THEIRS = """
import json, sys, time, resource
from pathlib import Path
from warcio.archiveiterator import ArchiveIterator
import trafilatura
count = 0
began = time.perf_counter()
for path in sorted(Path(sys.argv[1], "archive").rglob("*.warc.gz")):
    with path.open("rb") as handle:
        for record in ArchiveIterator(handle):
            if record.rec_type not in ("response", "resource"):
                continue
            text = trafilatura.extract(record.content_stream().read().decode(), output_format="json", with_metadata=True, url=record.rec_headers["WARC-Target-URI"])
            count += text is not None
print(json.dumps([time.perf_counter() - began, count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def run(code: str, root: Path, readers: str = "") -> tuple[float, int, float]:
    """(seconds, records or documents, peak MB) of one run."""
    command, environment = [sys.executable, "-c", code, str(root)], {**os.environ, "INFITAH_READERS": readers}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    seconds, count, peak = json.loads(done.stdout.strip().splitlines()[-1])
    return seconds, count, peak


def unread(home: Home) -> Path:
    """The home as if nothing had been read."""
    for leftover in home.bronze.glob("*"):
        shutil.rmtree(leftover)
    return home.root


def main(pages: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = make(Path(folder) / "home", pages)
        size = sum(p.stat().st_size for p in home.archive.rglob("*.warc.gz")) / 1e6
        print(f"{pages} pages of about {PAGE_BYTES // 1000} kB, {size:.0f} MB of WARC files")
        ours, theirs = [], []
        for n in range(3):
            whole, _, _ = run(OURS, unread(home))
            seconds, rows, peak = run(OURS, unread(home), "1")
            ours.append(pages / seconds)
            other, extracted, their_peak = run(THEIRS, home.root)
            theirs.append(pages / other)
            print(
                f"round {n + 1}: ours {ours[-1]:.0f} pages/s ({rows} rows, {peak:.0f} MB), on every core {pages / whole:.0f} ({seconds / whole:.2f} x), trafilatura {theirs[-1]:.0f} pages/s ({extracted} extracted, {their_peak:.0f} MB)"
            )
        print(
            f"median: ours {statistics.median(ours):.0f}, trafilatura {statistics.median(theirs):.0f}: {statistics.median(ours) / statistics.median(theirs):.2f} x"
        )
        if "--large" in sys.argv:
            large = make(Path(folder) / "large", 10 * pages)
            began = time.perf_counter()
            seconds, rows, peak = run(OURS, large.root)
            print(
                f"{10 * pages} pages: {10 * pages / seconds:.0f} pages/s, {rows} rows, peak {peak:.0f} MB ({time.perf_counter() - began:.0f} s)"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
