"""Bringing tonight's captures into the archive, whatever they come from."""

from __future__ import annotations

import hashlib

from ingest import sample
from ingest.archive.capture import NewCapture, capture_key
from ingest.archive.captures import load_index
from ingest.archive.writer import recover, write_batch
from ingest.collect import inbox
from ingest.collect.crawl.night import CrawlSettings, crawl_night
from ingest.collect.making import make_walker
from ingest.home import Home, write_bytes
from ingest.ledger.store import load_runs
from ingest.nights import Night, Progress, is_due_tonight, no_progress
from ingest.opening import Ingest
from ingest.registry.schema import Source
from ingest.territory.reference import package_files


def collect(
    ingest: Ingest,
    night: Night,
    progress: Progress = no_progress,
    *,
    crawling: CrawlSettings | None = None,
    crawl_progress: Progress = no_progress,
) -> int:
    """Bring tonight's captures into the archive; returns how many are new. Run again, it adds only what is missing.

    Args:
        crawling: how to ask the sites; None asks none of them.

    Raises:
        NoContact: sites are due and no contact is configured.
        OSError: the archive could not be written; what was archived stands.
    """
    home = ingest.home
    recover(home)
    have = {(c.source_id, c.capture_key) for c in load_index(home)}
    added = 0
    total = len(ingest.sources)
    for i, source in enumerate(ingest.sources.values()):
        progress(source.id, i, total)
        if source.platform == "inbox":
            added += _archive_missing(home, source, night, inbox.collect(home, source.id, night.as_of), have)
        elif source.platform == "package_file":
            items = [NewCapture(url, night.as_of, data, _type_of(url)) for url, data in sorted(package_files().items())]
            if home.kind != "real":
                items.append(
                    NewCapture("sample:network/territory.csv", night.as_of, sample.TERRITORY.read_bytes(), "text/csv")
                )
            added += _archive_missing(home, source, night, items, have)
        elif source.platform == "project_file":
            added += _archive_missing(home, source, night, _project_captures(ingest, night), have)
        elif home.kind == "sample":
            added += _import_shipped(home, source, night)
    progress("", total, total)
    if crawling is not None:
        due = [s for s in ingest.sources.values() if s.is_crawlable and is_due_tonight(s, night, load_runs(home))]
        added += crawl_night(home, due, night.run_id, night.as_of, make_walker, crawling, crawl_progress)
    return added


def _project_captures(ingest: Ingest, night: Night) -> list[NewCapture]:
    return [
        NewCapture(url, night.as_of, path.read_bytes(), "text/csv" if path.suffix == ".csv" else "application/yaml")
        for url, path in sorted(ingest.project_files.items())
    ]


def _type_of(url: str) -> str:
    return "application/gzip" if url.endswith(".gz") else "text/csv"


def _archive_missing(
    home: Home, source: Source, night: Night, items: list[NewCapture], have: set[tuple[str, str]]
) -> int:
    missing = [
        i for i in items
        if (source.id, capture_key(i.url, hashlib.sha256(i.payload).hexdigest(), i.content_type, i.http_status, i.sidecar)) not in have
    ]  # fmt: skip
    if missing:
        write_batch(home, source.id, night.run_id, missing)
    return len(missing)


def _import_shipped(home: Home, source: Source, night: Night) -> int:
    """Copy the night's shipped WARC files, index last."""
    added = 0
    for index in sorted((sample.ARCHIVE / source.id).glob(f"{night.run_id}-*.cdxj")):
        target = home.archive / source.id / index.name
        if target.exists():
            continue
        warc = index.with_name(index.name.replace(".cdxj", ".warc.gz"))
        target.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(target.with_name(warc.name), warc.read_bytes())
        write_bytes(target, index.read_bytes())
        added += len(index.read_text("utf-8").splitlines())
    return added
