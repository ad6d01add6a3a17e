"""One night's ingest: collect captures and parse what is new. `ingest.admit` then checks each source.

Steps that may each be killed and run again; the ledger entry, written last, is what makes the night exist.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from ingest import sample
from ingest.archive.captures import Capture, NewCapture, Replay, capture_key, load_index, read_index
from ingest.archive.writer import recover, write_batch
from ingest.bronze import read_bronze, write_bronze
from ingest.crawl.night import CrawlSettings, crawl_night
from ingest.documents.reader import DocumentReader
from ingest.home import Home, write_bytes
from ingest.law.reference import law_files
from ingest.ledger.store import Run, load_runs, run_order
from ingest.parse import parse_capture, read_fictitious
from ingest.platforms import inbox
from ingest.platforms.walkers import make_walker
from ingest.records import Keyed
from ingest.registry.loader import REFERENCE, SOURCES, load_registry
from ingest.registry.schema import Source
from ingest.territory.gazetteer import Gazetteer
from ingest.territory.reference import Territory, load_collectivities, package_files
from ingest.version import source_version

Progress = Callable[[str, int, int], None]
"""Called with (what is under way, done, total)."""
CASABLANCA = "Africa/Casablanca"


#: Records held in memory before they are written: some 100 MB.
_BATCH_RECORDS = 100_000


def no_progress(what: str, done: int, total: int) -> None:
    """Says nothing."""


@dataclass(frozen=True)
class Night:
    """A night to be run: its run id and the moment it is run as of."""

    run_id: str
    as_of: dt.datetime


@dataclass(frozen=True)
class Ingest:
    """The ingest of one home: its registry, territory and archive."""

    home: Home
    sources: dict[str, Source]
    territories: tuple[Territory, ...]
    project_files: dict[str, Path]
    """Reviewed files that published rows lead to, by the address they are archived under."""

    @cached_property
    def versions(self) -> dict[str, str]:
        """Source → the extractor version that reads it."""
        return {s.id: source_version(s) for s in self.sources.values()}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return Gazetteer(self.territories)


def open_ingest(home: Home, *, only: Iterable[str] = (), project_files: dict[str, Path] | None = None) -> Ingest:
    """Load registry and territory of a home; the sample home adds its fictitious sources and collectivities.

    Args:
        only: ids of sources to keep (reference sources always stay).

    Raises:
        RegistryError: see `load_registry`.
    """
    territories = load_collectivities()
    if home.kind != "real":
        territories = (*territories, *read_fictitious(sample.TERRITORY.read_bytes()))
    folders = registry_folders(home)
    sources = load_registry(folders, (t.collectivity_id for t in territories), allow_test=home.kind == "test")
    wanted = set(only)
    if unknown := wanted - set(sources):
        raise KeyError(f"no source {', '.join(sorted(unknown))} in the registry; `infitah sources list` names them")
    if wanted:
        sources = {k: s for k, s in sources.items() if k in wanted or s.kind == "reference"}
    return Ingest(home, sources, territories, {**registry_files(home), **law_files(), **(project_files or {})})


def due_nights(home: Home, now: dt.datetime, *, until: str | None = None) -> list[Night]:
    """Nights that the ledger lacks: the shipped ones in a sample home, else tonight.

    A run that was killed before its ledger entry has the same run id again. In a sample home the clock is the
    archive's: a night is run as of its last capture.
    """
    runs = load_runs(home)
    if home.kind == "sample":
        done = {r.run_id.rsplit(".", 1)[0] for r in runs}
        last = {n: max(c.captured_at for c in _shipped(n)) for n in sample.nights() if n not in done}
        return [Night(f"{n}.1", _moment(at)) for n, at in sorted(last.items()) if until is None or n <= until]
    night = night_of(now)
    number = max((run_order(r.run_id)[1] for r in runs if r.run_id.startswith(f"{night}.")), default=0) + 1
    return [Night(f"{night}.{number}", now)]


def night_of(moment: dt.datetime) -> str:
    """The date in Morocco at a moment: UTC+1, UTC+0 in Ramadan."""
    return moment.astimezone(ZoneInfo(CASABLANCA)).date().isoformat()


def _moment(text: str) -> dt.datetime:
    return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC)


def _shipped(night: str) -> list[Capture]:
    return [c for path in sorted(sample.ARCHIVE.glob(f"*/{night}.*.cdxj")) for c in read_index(path)]


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


def is_due_tonight(source: Source, night: Night, runs: list[Run]) -> bool:
    """Whether a site is asked tonight: every night, or once in seven for a weekly one."""
    if source.schedule != "weekly":
        return source.schedule == "nightly"
    last = max((r.run_id for r in runs if source.id in r.sources), default=None, key=run_order)
    if last is None:
        return True
    since = dt.date.fromisoformat(night.run_id.rpartition(".")[0]) - dt.date.fromisoformat(last.rpartition(".")[0])
    return since.days >= 7


def registry_folders(home: Home) -> list[Path]:
    """Where a home's sources are declared. A test home brings its own and has the reference sources of the project."""
    if home.kind == "test":
        return [home.root / "registry", REFERENCE]
    return [SOURCES, REFERENCE, *([sample.REGISTRY] if home.kind == "sample" else [])]


def registry_files(home: Home) -> dict[str, Path]:
    """The registry's own YAML files, archived so that rows about sources lead home too."""
    return {registry_url(p.stem): p for folder in registry_folders(home) for p in sorted(folder.glob("*.yml"))}


def registry_url(source_id: str) -> str:
    return f"project:registry/{source_id}.yml"


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


def parse(ingest: Ingest, night: Night, progress: Progress = no_progress) -> int:
    """Parse every capture that this extractor version has not parsed; returns the number of bronze rows added."""
    home = ingest.home
    sweep(home)
    versions = ingest.versions
    done = _parsed(home)
    todo: dict[tuple[str, str], Capture] = {}
    for capture in load_index(home):
        if not capture.is_document or capture.is_revisit or capture.source_id not in ingest.sources:
            continue
        if (capture.capture_key, versions[capture.source_id]) not in done:
            todo.setdefault((capture.source_id, capture.capture_key), capture)
    records: list[Keyed] = []
    added = 0
    replay = Replay(home)
    try:
        with DocumentReader() as reader:
            for i, capture in enumerate(todo.values()):
                progress(capture.source_id, i, len(todo))
                source = ingest.sources[capture.source_id]
                version = versions[source.id]
                records.extend(parse_capture(capture, replay.read(capture), source, ingest.gazetteer, version, reader))
                if len(records) >= _BATCH_RECORDS:
                    added += write_bronze(home, night.run_id, records)
                    records = []
    finally:
        replay.close()
    progress("", len(todo), len(todo))
    return added + write_bronze(home, night.run_id, records)


def sweep(home: Home) -> None:
    """Remove what a killed run left half-made (dot names only)."""
    for folder in (home.bronze, home.inbox, home.builds, home.published):
        for leftover in folder.glob(".*.part"):
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()


def _parsed(home: Home) -> set[tuple[str, str]]:
    table = read_bronze(home, "parsed_captures")
    return set(zip(table.column("capture_key").to_pylist(), table.column("extractor_version").to_pylist(), strict=True))
