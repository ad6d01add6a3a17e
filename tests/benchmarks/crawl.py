"""Crawl benchmarks: `python -m tests.benchmarks.crawl speed|memory|hosts`.

speed:  pages/s without delays, against Scrapy (`make bench` installs it), same server, same WARC writer, one process each, in turn
memory: peak resident memory for 500 and for 5,000 pages
hosts:  50 hosts on addresses of their own, a declared delay: wall time against the politeness bound, then an unchanged night
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.ingest.collect.crawl.site import declare

PAGES, PAGE_BYTES = 5_000, 50_000
HOSTS, ITEMS, DELAY = 50, 300, 1.0
CONCURRENCY = 16
AT = dt.datetime(2026, 11, 1, 2, 30, tzinfo=dt.UTC)


@contextmanager
def server(hosts: int, items: int, page_bytes: int) -> Iterator[int]:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = int(s.getsockname()[1])
    command = [sys.executable, "-m", "tests.benchmarks.server", str(port), str(hosts), str(items), str(page_bytes)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    try:
        yield port
    finally:
        process.kill()
        process.wait()


def ours(
    port: int, hosts: int, pages: int, delay: float, concurrency: int, home: Path, night: str = "2026-11-01"
) -> dict[str, Any]:
    """Crawl in this process through `crawl_night`; what it took."""
    from ingest.collect.crawl.night import CrawlSettings, crawl_night
    from ingest.collect.families import make_walker, platforms
    from ingest.home import open_home
    from ingest.ledger.crawls import read_report
    from ingest.registry.loader import read_source

    for i in range(1, hosts + 1):
        netloc = f"127.0.1.{i}:{port}"
        listing = {"url": f"http://{netloc}/list?page=1", "block": "li.item", "next": "a.next", "total": "p.total"}
        declare(
            home, f"test-host-{i}", netloc, walk={"listings": [listing]},
            politeness={"delay_seconds": delay, "concurrency": concurrency, "timeout_seconds": 30},
            budget={"requests": 100_000, "megabytes": 10_000},
        )  # fmt: skip
    opened = open_home(home, sample=False, test=True)
    sources = [read_source(p, platforms()) for p in sorted((home / "registry").glob("*.yml"))]
    at = dt.datetime.fromisoformat(f"{night}T02:30:00+00:00")
    began, cpu = time.monotonic(), time.process_time()
    crawl_night(opened, sources, f"{night}.1", at, make_walker, CrawlSettings("bench@example.org"), lambda *a: None)
    seconds = time.monotonic() - began
    reports = [read_report(opened, f"{night}.1", s.id) for s in sources]
    held = sum(r.held_documents for r in reports if r)
    assert held == hosts * pages, held
    return {
        "seconds": seconds, "cpu_seconds": time.process_time() - cpu, "pages": held,
        "requests": sum(r.requests for r in reports if r), "rechecks": sum(r.recheck_requests for r in reports if r),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


def scrapy(port: int, pages: int, home: Path) -> dict[str, Any]:
    """The same pages by Scrapy with its defaults, robots.txt obeyed, its log off; archived by our writer."""
    import scrapy as framework
    from scrapy.crawler import CrawlerProcess

    from ingest.archive.capture import CrawlFacts, NewCapture
    from ingest.archive.writer import CrawlArchive
    from ingest.home import open_home

    archive = CrawlArchive(open_home(home, sample=False, test=True), "scrapy", "2026-11-01.1")
    count = 0

    def keep(response: Any, role: str) -> None:
        headers = tuple((k.decode(), v[0].decode()) for k, v in response.headers.items())
        asked = tuple((k.decode(), v[0].decode()) for k, v in response.request.headers.items())
        facts = CrawlFacts(role=role, outcome="ok", requested_url=response.url, address=response.url)
        archive.append(
            NewCapture(
                response.url, dt.datetime.now(dt.UTC), response.body, "text/html; charset=utf-8", response.status, headers, crawl=facts,
                request_headers=asked,
            )
        )  # fmt: skip

    class Spider(framework.Spider):
        name = "bench"
        start_urls = [f"http://127.0.1.1:{port}/list?page=1"]

        def parse(self, response: Any) -> Iterator[Any]:
            keep(response, "listing")
            for link in response.css("li.item a::attr(href)"):
                yield response.follow(link, self.parse_item)
            for link in response.css("a.next::attr(href)"):
                yield response.follow(link, self.parse)

        def parse_item(self, response: Any) -> None:
            nonlocal count
            count += 1
            keep(response, "document")

    process = CrawlerProcess(
        settings={
            "LOG_ENABLED": False, "ROBOTSTXT_OBEY": True, "CONCURRENT_REQUESTS": CONCURRENCY, "DOWNLOAD_DELAY": 0,
            "CONCURRENT_REQUESTS_PER_DOMAIN": CONCURRENCY, "TELNETCONSOLE_ENABLED": False, "USER_AGENT": "bench",
        }
    )  # fmt: skip
    began, cpu = time.monotonic(), time.process_time()
    process.crawl(Spider)
    process.start()
    archive.close()
    assert count == pages, count
    return {"seconds": time.monotonic() - began, "cpu_seconds": time.process_time() - cpu, "pages": count}


def in_process(*arguments: str) -> dict[str, Any]:
    found = subprocess.run([sys.executable, "-m", "tests.benchmarks.crawl", *arguments], capture_output=True, text=True)
    assert found.returncode == 0, found.stderr[-3000:]
    result: dict[str, Any] = json.loads(found.stdout.splitlines()[-1])
    return result


def speed(rounds: int = 3) -> None:
    with server(1, PAGES, PAGE_BYTES) as port:
        in_process("one-ours", str(port), str(PAGES))  # the server makes its pages once
        rates: dict[str, list[float]] = {"ours": [], "scrapy": []}
        for n in range(rounds):
            for who in ("ours", "scrapy") if n % 2 == 0 else ("scrapy", "ours"):
                found = in_process(f"one-{who}", str(port), str(PAGES))
                rates[who].append(found["pages"] / found["seconds"])
                print(
                    f"{who}: {found['pages'] / found['seconds']:.0f} pages/s, {found['cpu_seconds']:.1f} s of CPU",
                    flush=True,
                )
    mine, theirs = (statistics.median(rates[k]) for k in ("ours", "scrapy"))
    print(f"median: ours {mine:.0f} pages/s, Scrapy {theirs:.0f} pages/s, ratio {mine / theirs:.2f}")


def memory() -> None:
    peaks = {}
    for pages in (PAGES // 10, PAGES):
        with server(1, pages, PAGE_BYTES) as port:
            peaks[pages] = in_process("one-ours", str(port), str(pages))["peak_mb"]
            print(f"{pages} pages: peak {peaks[pages]:.0f} MB", flush=True)
    print(f"ratio {peaks[PAGES] / peaks[PAGES // 10]:.2f}")


def hosts() -> None:
    with server(HOSTS, ITEMS, 5_000) as port, tempfile.TemporaryDirectory() as folder:
        first = in_process("hosts-ours", str(port), folder, "2026-11-01")
        asked = int(urllib.request.urlopen(f"http://127.0.1.1:{port}/count").read())
        bound = first["requests"] / HOSTS * DELAY
        print(
            f"first night: {first['requests']} requests ({asked} in the server's log), {first['seconds']:.1f} s, bound {bound:.1f} s, ratio {first['seconds'] / bound:.3f}",
            flush=True,
        )
        commit(Path(folder))
        second = in_process("hosts-ours", str(port), folder, "2026-11-02")
        asked = int(urllib.request.urlopen(f"http://127.0.1.1:{port}/count").read()) - asked
        print(
            f"unchanged night: {second['requests']} requests ({asked} in the server's log, {second['rechecks']} of them re-checks), "
            f"{second['seconds']:.1f} s: {second['requests'] / first['requests']:.1%} of the requests, "
            f"{second['seconds'] / first['seconds']:.1%} of the time"
        )


def commit(home: Path) -> None:
    """Admit the first night, as `ingest.admit` would."""
    from ingest.home import open_home
    from ingest.ledger.store import Run, SourceNight, write_run

    opened = open_home(home, sample=False, test=True)
    ids = [p.stem for p in sorted((home / "registry").glob("*.yml"))]
    nights = {i: SourceNight(i, "admitted", None, ITEMS, ITEMS, 0, 0, 0, {"ok": ITEMS}) for i in ids}
    write_run(opened, Run("2026-11-01.1", "2026-11-01T02:30:00Z", "bench", "bench", nights, [], 0))


def main(what: str, *arguments: str) -> None:
    if what == "one-ours":
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(ours(int(arguments[0]), 1, int(arguments[1]), 0.0, CONCURRENCY, Path(folder))))
    elif what == "one-scrapy":
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(scrapy(int(arguments[0]), int(arguments[1]), Path(folder))))
    elif what == "hosts-ours":
        print(json.dumps(ours(int(arguments[0]), HOSTS, ITEMS, DELAY, 1, Path(arguments[1]), arguments[2])))
    else:
        {"speed": speed, "memory": memory, "hosts": hosts}[what]()


if __name__ == "__main__":
    main(*sys.argv[1:])
