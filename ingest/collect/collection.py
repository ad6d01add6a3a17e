"""Bringing tonight's captures into the archive, whatever they come from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from ingest.archive.writer import recover
from ingest.collect.collector import Collector, Tonight
from ingest.collect.crawl.night import CrawlSettings, SiteCrawl
from ingest.collect.families import make_walker
from ingest.collect.inbox import InboxDocuments
from ingest.collect.reference import PackageFiles, ProjectFiles
from ingest.collect.shipped import ShippedArchive
from ingest.home import Home
from ingest.nights import Night, Progress, no_progress
from ingest.registry.schema import Source


def collectors(
    tonight: Tonight, project_files: Mapping[str, Path], crawling: CrawlSettings | None, crawl_progress: Progress
) -> tuple[Collector, ...]:
    """Every way into the archive, in the order of collecting: what lies at hand, then what must be asked for."""
    at_hand: tuple[Collector, ...] = (
        InboxDocuments(tonight),
        PackageFiles(tonight),
        ProjectFiles(tonight, project_files),
        ShippedArchive(tonight),
    )
    if crawling is None:
        return at_hand
    return (*at_hand, SiteCrawl(tonight.home, tonight.night, make_walker, crawling, crawl_progress))


def collect(
    home: Home,
    sources: Collection[Source],
    night: Night,
    progress: Progress = no_progress,
    *,
    project_files: Mapping[str, Path],
    crawling: CrawlSettings | None = None,
    crawl_progress: Progress = no_progress,
) -> int:
    """Bring tonight's captures into the archive; returns how many are new. Run again, it adds only what is missing.

    Args:
        project_files: reviewed files that published rows lead to, by the address they are archived under.
        crawling: how to ask the sites; None asks none of them.

    Raises:
        OSError: the archive could not be written; what was archived stands.
    """
    recover(home)
    ways = collectors(Tonight(home, night), project_files, crawling, crawl_progress)
    added = 0
    for i, way in enumerate(ways):
        progress(way.name, i, len(ways))
        added += way.collect([s for s in sources if way.takes(s)])
    progress("", len(ways), len(ways))
    return added
