"""Trying a source out: a few of its pages crawled and read in a home of their own, and what was understood of them."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ingest.admit import admit
from ingest.bronze import read_bronze
from ingest.collect.collection import collect
from ingest.collect.crawl.night import CrawlSettings
from ingest.home import open_home
from ingest.ledger.store import SourceNight
from ingest.nights import Night, Progress, night_of, no_progress
from ingest.opening import Ingest
from ingest.reading import parse
from ingest.registry.schema import Source
from ingest.sample import TERRITORY
from ingest.territory.reference import load_collectivities, read_fictitious


class TrialError(Exception):
    """The source cannot be tried; the message says why."""


@dataclass(frozen=True)
class Understood:
    """One page as the extractor read it."""

    url: str
    status: str
    kind: str
    title: str | None
    published: str | None
    characters: int
    facts: int


def try_source(
    source: Source, settings: CrawlSettings, now: dt.datetime, progress: Progress = no_progress
) -> tuple[SourceNight, list[Understood]]:
    """Crawl a few documents of a source and read them; nothing of it is kept.

    Raises:
        TrialError: no host of the source is confirmed.
    """
    if not source.is_crawlable:
        raise TrialError(
            f"checking {source.id}: none of its hosts is 'verified'. Somebody confirms that the body runs the host, "
            "and says so in the registry file; until then it is not asked."
        )
    with tempfile.TemporaryDirectory(prefix="infitah-trial-") as folder:
        home = open_home(Path(folder) / "home", sample=False, test=source.is_test)
        territories = load_collectivities()
        if source.is_test:
            territories = (*territories, *read_fictitious(TERRITORY.read_bytes()))
        ingest = Ingest(home, {source.id: source}, territories, {})
        night = Night(f"{night_of(now)}.1", now)
        collect(home, [source], night, project_files={}, crawling=settings, crawl_progress=progress)
        parse(ingest, night)
        found = admit(ingest, night, "trial", 0).sources[source.id]
        counts = {r["source_url"]: r["record_count"] for r in read_bronze(home, "parsed_captures").to_pylist()}
        pages = [
            Understood(
                url=r["source_url"],
                status=r["status_code"],
                kind=r["kind_code"],
                title=r["title"],
                published=r["published_date"],
                characters=r["char_count"],
                facts=max(counts.get(r["source_url"], 1) - 1, 0),
            )
            for r in read_bronze(home, "documents").to_pylist()
        ]
        return found, pages
