"""The capture index: where in the archive each capture lies, and reading it back.

A batch is one WARC/1.1 file (source × run × number) and its index file (CDXJ: one JSON object a line) beside it. It
exists once its index does; a WARC without one was cut off by a kill, and its index is made again from the records.
Writing is `ingest.archive.writer`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator

from ingest.archive.capture import Capture, CrawlFacts, NewCapture, capture_key
from ingest.home import Home, write_bytes

CONTEXT_HEADER = "Infitah-Context"
RUN_HEADER = "Infitah-Run"
CRAWL_HEADER = "Infitah-Crawl"


class ArchiveError(Exception):
    """An archived record is missing or its bytes are not those that were captured."""


def utc_text(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def indexed(item: NewCapture, source_id: str, run_id: str, warc_file: str, offset: int) -> Capture:
    """The index line of an archived item. A revisit takes hash and key of the payload it repeats."""
    digest = hashlib.sha256(item.payload).hexdigest()
    status = item.http_status
    if item.crawl is not None and item.crawl.original_sha256 is not None:
        digest, status = item.crawl.original_sha256, 200
    return Capture(
        source_id=source_id,
        run_id=run_id,
        url=item.url,
        captured_at=utc_text(item.captured_at),
        payload_sha256=digest,
        payload_bytes=len(item.payload),
        capture_key=capture_key(item.url, digest, item.content_type, status, item.sidecar),
        content_type=item.content_type,
        http_status=item.http_status,
        warc_file=warc_file,
        offset=offset,
        sidecar=item.sidecar,
        crawl=item.crawl,
    )


def index_path(warc: Path) -> Path:
    return warc.with_name(warc.name.removesuffix(".warc.gz") + ".cdxj")


def write_index(warc: Path, captures: Iterable[Capture]) -> None:
    """Write the index beside a WARC file: from here on the batch exists."""
    lines = (json.dumps(_as_line(c), ensure_ascii=False, sort_keys=True) + "\n" for c in captures)
    write_bytes(index_path(warc), "".join(lines).encode())


def _as_line(capture: Capture) -> dict[str, Any]:
    """A capture as its index line; `dataclasses.asdict` copies deeply and takes ten times as long."""
    line = {name: getattr(capture, name) for name in _NAMES}
    line["crawl"] = vars(capture.crawl) if capture.crawl else None
    return line


_NAMES = tuple(f.name for f in fields(Capture))


#: The same in thousands of lines: one string for all of them.
_REPEATED = ("source_id", "run_id", "content_type", "warc_file")


def read_index(path: Path) -> list[Capture]:
    captures = []
    for line in path.read_text("utf-8").splitlines():
        values = json.loads(line)
        crawl = values.pop("crawl", None)
        for name in _REPEATED:
            values[name] = sys.intern(values[name])
        captures.append(Capture(**values, crawl=CrawlFacts(**crawl) if crawl else None))
    return captures


def load_index(home: Home) -> list[Capture]:
    """Every capture of the archive's finished batches, in order of run, source, address.

    A WARC whose index is missing (killed between the two) is indexed again first; one still being written (`.open`)
    is not read.
    """
    captures: list[Capture] = []
    for warc in sorted(home.archive.glob("*/*.warc.gz")):
        index = index_path(warc)
        if not index.exists():
            write_index(warc, list(reindex(warc)))
        captures.extend(read_index(index))
    captures.sort(key=lambda c: (c.run_id, c.source_id, c.url, c.captured_at))
    return captures


def reindex(warc: Path) -> Iterator[Capture]:
    """Index lines made again from the records of a whole WARC file."""
    name = f"{warc.parent.name}/{warc.name}"
    with warc.open("rb") as handle:
        iterator = ArchiveIterator(handle)
        for record in iterator:
            # The payload first: asking for the offset reads the record to its end.
            item = _new_from(record)
            offset = iterator.get_record_offset()
            if item is not None:
                yield indexed(item, warc.parent.name, record.rec_headers.get_header(RUN_HEADER), name, offset)


def _new_from(record: Any) -> NewCapture | None:
    headers = record.rec_headers
    if record.rec_type not in ("response", "resource", "revisit", "metadata"):
        return None
    sidecar, crawl = headers.get_header(CONTEXT_HEADER), headers.get_header(CRAWL_HEADER)
    http = record.http_headers
    kind = http.get_header("Content-Type") if http else headers.get_header("Content-Type")
    return NewCapture(
        url=headers.get_header("WARC-Target-URI"),
        captured_at=dt.datetime.strptime(headers.get_header("WARC-Date"), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC),
        payload=payload_of(record),
        content_type=headers.get_header("Infitah-Content-Type") or kind or "",
        http_status=int(http.get_statuscode()) if http else None,
        sidecar=json.loads(sidecar) if sidecar else None,
        crawl=CrawlFacts(**json.loads(crawl)) if crawl else None,
    )


def payload_of(record: Any) -> bytes:
    """Decoded payload of a WARC record."""
    payload: bytes = record.content_stream().read()
    return payload


class Replay:
    """Reads captures back; keeps the last WARC file open, since captures of a batch lie side by side."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._path: Path | None = None
        self._handle: BinaryIO | None = None

    def close(self) -> None:
        if self._handle is not None:
            self._handle.close()
            self._handle = None
            self._path = None

    def _record(self, capture: Capture) -> Any:
        path = self._home.archive / capture.warc_file
        if self._path != path or self._handle is None:
            self.close()
            self._handle, self._path = path.open("rb"), path
        self._handle.seek(capture.offset)
        return next(iter(ArchiveIterator(self._handle)))

    def headers(self, capture: Capture) -> tuple[tuple[str, str], ...]:
        """The HTTP headers that came with a capture."""
        http = self._record(capture).http_headers
        return tuple((k, v) for k, v in http.headers) if http else ()

    def read(self, capture: Capture) -> bytes:
        """The archived payload.

        Raises:
            ArchiveError: the record cannot be read, or its bytes do not hash to the captured value.
        """
        problem: str
        try:
            record = self._record(capture)
            payload = payload_of(record)
            address = record.rec_headers.get_header("WARC-Target-URI")
        except Exception as error:  # zlib, gzip, warcio and OS errors alike: the record is not what was written
            self.close()
            problem = f"{type(error).__name__}: {error}"
        else:
            found = hashlib.sha256(payload).hexdigest()
            if found == capture.payload_sha256 and address == capture.url:
                return payload
            problem = f"its bytes hash to {found[:16]}…, captured were {capture.payload_sha256[:16]}…"
        raise ArchiveError(
            f"re-opening the capture of {capture.url} ({capture.captured_at}) in {capture.warc_file} "
            f"at byte {capture.offset}: {problem}. The archive file was changed or damaged; restore it from a copy."
        )
