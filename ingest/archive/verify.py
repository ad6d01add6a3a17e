"""Whether the archive is whole: every record read, every digest computed, every index line found again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from ingest.archive.capture import Capture
from ingest.archive.captures import index_path, read_index, reindex
from ingest.archive.writer import OPEN
from ingest.home import Home


@dataclass
class Verification:
    """What was read and what is wrong."""

    files: int = 0
    records: int = 0
    captures: int = 0
    bytes: int = 0
    problems: list[str] = field(default_factory=list)


def verify_archive(home: Home, progress: Callable[[int, int], None] = lambda done, total: None) -> Verification:
    """Read the whole archive. A revisit must lead to a record that holds its bytes."""
    found = Verification()
    warcs = sorted(home.archive.glob("*/*.warc.gz"))
    bodies: set[tuple[str, str, str]] = set()
    revisits: list[tuple[str, Capture]] = []
    for i, warc in enumerate(warcs):
        progress(i, len(warcs))
        name = f"{warc.parent.name}/{warc.name}"
        found.files += 1
        found.bytes += warc.stat().st_size
        try:
            found.records += _read_all(warc, name, found.problems)
            captures = list(reindex(warc))
        except Exception as error:  # zlib, gzip, warcio and header errors alike: the file is not what was written
            found.problems.append(f"{name}: cannot be read to its end: {type(error).__name__}: {error}")
            continue
        found.captures += len(captures)
        _compare(index_path(warc), name, captures, found.problems)
        for c in captures:
            if c.is_revisit:
                revisits.append((name, c))
            else:
                bodies.add((c.source_id, c.url, c.payload_sha256))
    for name, c in revisits:
        if (c.source_id, c.url, c.payload_sha256) not in bodies:
            found.problems.append(f"{name}: the revisit of {c.url} repeats bytes that no record holds")
    for left in sorted(home.archive.glob(f"*/*{OPEN}")):
        found.problems.append(
            f"{left.parent.name}/{left.name}: left open by a run that was killed; the next run finishes it"
        )
    for index in sorted(home.archive.glob("*/*.cdxj")):
        if not index.with_name(index.name.replace(".cdxj", ".warc.gz")).exists():
            found.problems.append(f"{index.parent.name}/{index.name}: an index without its WARC file")
    progress(len(warcs), len(warcs))
    return found


def _read_all(warc: Path, name: str, problems: list[str]) -> int:
    """Records of a file, block and payload digests checked."""
    records = 0
    with warc.open("rb") as handle:
        for record in ArchiveIterator(handle, check_digests=True):
            records += 1
            record.raw_stream.read()
            if record.digest_checker.passed is False:
                what = record.rec_headers.get_header("WARC-Target-URI")
                problems.append(f"{name}: {what}: {'; '.join(record.digest_checker.problems)}")
    return records


def _compare(index: Path, name: str, captures: list[Capture], problems: list[str]) -> None:
    if not index.exists():
        problems.append(f"{name}: no index beside it; the next run makes it")
        return
    lines = {c.offset: c for c in read_index(index)}
    for c in captures:
        line = lines.pop(c.offset, None)
        if line is None:
            problems.append(f"{name}: {c.url} at byte {c.offset} is not in the index")
        elif line != c:
            wrong = ", ".join(f.name for f in fields(c) if getattr(line, f.name) != getattr(c, f.name))
            problems.append(f"{name}: {c.url} at byte {c.offset}: the index says another {wrong}")
    problems.extend(f"{name}: the index names a record at byte {offset} that is not there" for offset in lines)
