"""The crawl of one night: a visit per due source, all of them side by side."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

from ingest.archive.capture import Capture
from ingest.archive.captures import load_index
from ingest.collect.crawl.catalogue import Catalogue
from ingest.collect.crawl.clock import Clock
from ingest.collect.crawl.fetch import Fetcher
from ingest.collect.crawl.guard import Watchdog
from ingest.collect.crawl.keeping import past_of
from ingest.collect.crawl.schedule import Schedule
from ingest.collect.crawl.visit import Visit
from ingest.collect.crawl.walker import Walker
from ingest.home import Home
from ingest.ledger.admission import Admissions
from ingest.ledger.crawls import read_report, write_report
from ingest.ledger.store import Run, load_runs
from ingest.nights import Night, Progress, is_due_tonight
from ingest.registry.schema import Source

CONTACT = "INFITAH_CONTACT"


class NoContact(Exception):
    """Nobody is asked without saying who asks."""


@dataclass(frozen=True)
class CrawlSettings:
    """What an operator decides about a crawl."""

    contact: str
    """E-mail address or web page, sent with every request."""
    max_documents: int | None = None
    """Documents asked for per source; for trying a source out."""

    @property
    def user_agent(self) -> str:
        where = self.contact if self.contact.startswith("http") else f"mailto:{self.contact}"
        return f"Infitah/{version('infitah')} (+{where})"


def configured_contact() -> str:
    """The contact in the environment.

    Raises:
        NoContact: it is not set, or is neither an e-mail address nor a web address.
    """
    contact = os.environ.get(CONTACT, "").strip()
    if re.fullmatch(r"https?://\S+\.\S+|[^\s@]+@[^\s@]+\.[^\s@]+", contact):
        return contact
    found = f"{contact!r} is neither an e-mail address nor a web address" if contact else "it is not set"
    raise NoContact(
        f"crawling: a crawler says who it is, and {CONTACT} is where: {found}. Set it, for example "
        f"{CONTACT}=data@example.org, or run with --offline to work from the archive alone."
    )


@dataclass(frozen=True)
class SiteCrawl:
    """Asking the sites that are due tonight, all of them side by side."""

    home: Home
    night: Night
    make_walker: Callable[[Source, Catalogue], Walker]
    settings: CrawlSettings
    progress: Progress
    name: str = "sites"

    @cached_property
    def _runs(self) -> list[Run]:
        return load_runs(self.home)

    def takes(self, source: Source) -> bool:
        return source.is_crawlable and is_due_tonight(source, self.night, self._runs)

    def collect(self, sources: Sequence[Source]) -> int:
        run_id, as_of = self.night.run_id, self.night.as_of
        return crawl_night(self.home, sources, run_id, as_of, self.make_walker, self.settings, self.progress)


def crawl_night(
    home: Home,
    sources: Iterable[Source],
    run_id: str,
    as_of: dt.datetime,
    make_walker: Callable[[Source, Catalogue], Walker],
    settings: CrawlSettings,
    progress: Progress,
) -> int:
    """Crawl every source that this run has not finished; returns how many captures were added.

    A source's report, written last, makes its crawl of this run done. Run again after a kill, a source goes on where
    the archive ends.

    Raises:
        OSError: the archive could not be written.
    """
    todo = [s for s in sources if read_report(home, run_id, s.id) is None]
    if not todo:
        return 0
    watchdog = Watchdog()
    visits = _visits(home, todo, run_id, as_of, make_walker, settings, watchdog)
    lock = threading.Lock()

    def say(what: str, done: int, total: int) -> None:
        with lock:
            progress(what, done, total)

    try:
        Schedule(visits, watchdog, say).run()
    finally:
        watchdog.close()
        for visit in visits:
            # What cannot be closed on a full disk stays open, and is finished by the next run.
            with contextlib.suppress(OSError):
                visit.abandon()
    return sum(v.captures_added for v in visits)


def _visits(
    home: Home,
    sources: Sequence[Source],
    run_id: str,
    as_of: dt.datetime,
    make_walker: Callable[[Source, Catalogue], Walker],
    settings: CrawlSettings,
    watchdog: Watchdog,
) -> list[Visit]:
    """A visit per source, which knows what the archive holds of it."""
    by_source: dict[str, list[Capture]] = {s.id: [] for s in sources}
    for capture in load_index(home):
        if capture.source_id in by_source:
            by_source[capture.source_id].append(capture)
    admissions = Admissions(load_runs(home))
    night = dt.date.fromisoformat(run_id.rpartition(".")[0])
    clock = Clock(as_of)
    visits = []
    for source in sources:
        past = past_of(by_source[source.id], admissions, run_id)
        catalogue = Catalogue(source.crawled_hosts, past.known, night, source.walk.recheck_nights)
        fetcher = Fetcher(source, settings.user_agent, watchdog)
        visits.append(
            Visit(
                home,
                source,
                make_walker(source, catalogue),
                fetcher,
                past,
                run_id,
                clock,
                max_documents=settings.max_documents,
                on_done=lambda report: write_report(home, run_id, report),
            )
        )
    return visits
