"""One night's ingest: collect captures, parse what is new, check each source, write the ledger.

Four steps that may each be killed and run again; the ledger entry, written last, is what makes the night exist.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from ingest import sample
from ingest.archive.captures import Capture, NewCapture, Replay, capture_key, load_index, write_batch
from ingest.bronze import read_bronze, write_bronze
from ingest.documents.pdf import PdfReader
from ingest.home import Home, write_bytes
from ingest.ledger.identity import Observation, Register
from ingest.ledger.source_checks import NightCounts, cause_of, check_source
from ingest.ledger.store import Run, SourceNight, load_runs, run_order, write_run
from ingest.parse import parse_capture, read_fictitious
from ingest.platforms import inbox
from ingest.records import IDENTIFIED, Keyed
from ingest.registry.loader import SOURCES, load_registry
from ingest.registry.schema import Source
from ingest.territory.gazetteer import Gazetteer
from ingest.territory.reference import Territory, load_collectivities, package_files
from ingest.version import extractor_version

Progress = Callable[[str, int, int], None]
"""Called with (what is under way, done, total)."""
CASABLANCA = "Africa/Casablanca"


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
    folders = [SOURCES]
    if home.kind == "sample":
        territories = (*territories, *read_fictitious(sample.TERRITORY.read_bytes()))
        folders.append(sample.REGISTRY)
    sources = load_registry(folders, (t.collectivity_id for t in territories))
    wanted = set(only)
    if unknown := wanted - set(sources):
        raise KeyError(f"no source {', '.join(sorted(unknown))} in the registry; `infitah sources list` names them")
    if wanted:
        sources = {k: s for k, s in sources.items() if k in wanted or s.kind == "reference"}
    return Ingest(home, sources, territories, {**registry_files(home), **(project_files or {})})


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
    return [
        Capture(**json.loads(line))
        for path in sorted(sample.ARCHIVE.glob(f"*/{night}.*.cdxj"))
        for line in path.read_text("utf-8").splitlines()
    ]


def collect(ingest: Ingest, night: Night, progress: Progress = no_progress) -> int:
    """Bring tonight's captures into the archive; returns how many are new. Run again, it adds only what is missing."""
    home = ingest.home
    have = {(c.source_id, c.capture_key) for c in load_index(home)}
    added = 0
    total = len(ingest.sources)
    for i, source in enumerate(ingest.sources.values()):
        progress(source.id, i, total)
        if source.platform == "inbox":
            added += _archive_missing(home, source, night, inbox.collect(home, source.id, night.as_of), have)
        elif source.platform == "package_file":
            items = [NewCapture(url, night.as_of, data, _type_of(url)) for url, data in sorted(package_files().items())]
            if home.kind == "sample":
                items.append(
                    NewCapture("sample:network/territory.csv", night.as_of, sample.TERRITORY.read_bytes(), "text/csv")
                )
            added += _archive_missing(home, source, night, items, have)
        elif source.platform == "project_file":
            added += _archive_missing(home, source, night, _project_captures(ingest, night), have)
        elif home.kind == "sample":
            added += _import_shipped(home, source, night)
    progress("", total, total)
    return added


def registry_files(home: Home) -> dict[str, Path]:
    """The registry's own YAML files, archived so that rows about sources lead home too."""
    folders = [SOURCES, *([sample.REGISTRY] if home.kind == "sample" else [])]
    return {registry_url(p.stem): p for folder in folders for p in sorted(folder.glob("*.yml"))}


def registry_url(source_id: str) -> str:
    return f"project:registry/{source_id}.yml"


def _project_captures(ingest: Ingest, night: Night) -> list[NewCapture]:
    return [
        NewCapture(url, night.as_of, path.read_bytes(), "application/yaml")
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
    version = extractor_version()
    done = _parsed(home, version)
    todo: dict[str, Capture] = {}
    for capture in load_index(home):
        if capture.capture_key not in done and capture.source_id in ingest.sources:
            todo.setdefault(f"{capture.source_id}|{capture.capture_key}", capture)
    records: list[Keyed] = []
    replay = Replay(home)
    try:
        with PdfReader() as pdf:
            for i, capture in enumerate(todo.values()):
                progress(capture.source_id, i, len(todo))
                source = ingest.sources[capture.source_id]
                records.extend(parse_capture(capture, replay.read(capture), source, ingest.gazetteer, version, pdf))
    finally:
        replay.close()
    progress("", len(todo), len(todo))
    return write_bronze(home, night.run_id, records)


def sweep(home: Home) -> None:
    """Remove what a killed run left half-made (dot names only)."""
    for folder in (home.bronze, home.inbox, home.builds, home.published):
        for leftover in folder.glob(".*.part"):
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()


def _parsed(home: Home, version: str) -> set[str]:
    table = read_bronze(home, "parsed_captures")
    keys = table.column("capture_key").to_pylist()
    versions = table.column("extractor_version").to_pylist()
    return {k for k, v in zip(keys, versions, strict=True) if v == version}


def admit(ingest: Ingest, night: Night, code_version: str, rows_added: int, progress: Progress = no_progress) -> Run:
    """Check each source that has captures, admit or hold it, mint ids for what was admitted, write the ledger."""
    home = ingest.home
    runs = load_runs(home)
    index = load_index(home)
    outcomes = _outcomes(home)
    nights: dict[str, SourceNight] = {}
    for i, source in enumerate(ingest.sources.values()):
        progress(source.id, i, len(ingest.sources))
        if night_counts := _source_night(source, night, index, runs, outcomes):
            nights[source.id] = night_counts
    progress("", len(ingest.sources), len(ingest.sources))
    register = Register.load(e for r in runs for e in r.identities)
    admitted = {s for s, n in nights.items() if n.admission == "admitted"}
    keys = {c.capture_key for c in index if c.source_id in admitted and run_order(c.run_id) <= run_order(night.run_id)}
    fresh = register.identify(_observations(home, keys, index))
    run = Run(
        run_id=night.run_id,
        as_of=night.as_of.strftime("%Y-%m-%dT%H:%M:%SZ"),
        code_version=code_version,
        extractor_version=extractor_version(),
        sources=nights,
        identities=fresh,
        rows_added=rows_added,
    )
    write_run(home, run)
    return run


def _outcomes(home: Home) -> dict[str, tuple[str, int, bool]]:
    """capture key → (outcome, facts, layout matched), by the current extractor."""
    version = extractor_version()
    parsed = read_bronze(home, "parsed_captures").to_pylist()
    layout = {
        r["capture_key"]: r["is_layout_matched"]
        for r in read_bronze(home, "documents").to_pylist() if r["extractor_version"] == version
    }  # fmt: skip
    return {
        r["capture_key"]: (r["outcome_code"], r["record_count"], layout.get(r["capture_key"], True))
        for r in parsed
        if r["extractor_version"] == version
    }


def _source_night(
    source: Source, night: Night, index: list[Capture], runs: list[Run], outcomes: dict[str, tuple[str, int, bool]]
) -> SourceNight | None:
    # Tonight's captures, and those of a run that was killed before its ledger entry, perhaps on an earlier date.
    committed = {r.run_id for r in runs}
    captures = [
        c
        for c in index
        if c.source_id == source.id and c.run_id not in committed and run_order(c.run_id) <= run_order(night.run_id)
    ]
    standing = source.schedule == "on_arrival"
    if standing:
        captures = [c for c in index if c.source_id == source.id]
    if not captures:
        return None
    read = [outcomes[c.capture_key] for c in captures]
    before = [
        r.sources[source.id] for r in runs if source.id in r.sources and r.sources[source.id].admission == "admitted"
    ]
    earlier = [c for c in index if c.source_id == source.id and c.run_id in committed]
    seen = {c.capture_key for c in earlier}
    known = {c.url for c in earlier}
    html = [x for c, x in zip(captures, read, strict=True) if c.content_type.startswith("text/html") and x[0] != "gone"]
    counts = NightCounts(
        captures=len(captures),
        html_pages=len(html),
        layout_matched=sum(1 for x in html if x[2]),
        gone=sum(1 for x in read if x[0] == "gone"),
        parse_errors=sum(1 for x in read if x[0] == "parse_error"),
        facts=sum(x[1] for x in read),
        previous_facts=before[-1].facts if before else None,
    )
    results = check_source(source.expectations, counts)
    cause = cause_of(results)
    return SourceNight(
        source_id=source.id,
        admission="held" if cause else "admitted",
        cause=cause,
        captures=len(captures),
        new_captures=sum(1 for c in captures if c.url not in known),
        changed_captures=sum(1 for c in captures if c.url in known and c.capture_key not in seen),
        facts=counts.facts,
        outcomes=dict(sorted(Counter(x[0] for x in read).items())),
        checks=[{**asdict(r), "verdict": r.verdict} for r in results],
    )


def _observations(home: Home, keys: set[str], index: list[Capture]) -> list[Observation]:
    """Observations of admitted captures, in the order in which they were first captured."""
    version = extractor_version()
    first: dict[str, str] = {}
    for c in index:
        first.setdefault(c.capture_key, c.captured_at)
    found: list[tuple[tuple[str, str, str, int], Observation]] = []
    for kind in IDENTIFIED:
        table = read_bronze(home, kind).select(
            ["natural_key", "source_id", "source_url", "evidence_position", "capture_key", "extractor_version"]
        )
        for i, r in enumerate(table.to_pylist()):
            if r["extractor_version"] == version and r["capture_key"] in keys:
                order = (first[r["capture_key"]], r["source_id"], r["source_url"], i)
                found.append(
                    (
                        order,
                        Observation(kind, r["natural_key"], r["source_id"], r["source_url"], r["evidence_position"]),
                    )
                )
    return [o for _, o in sorted(found, key=lambda pair: pair[0])]
