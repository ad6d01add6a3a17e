"""Captures: what was fetched or handed in, when, and where in the archive it lies.

One WARC/1.1 file per batch (source × run) and one index file (CDXJ: one JSON object a line) beside it. A batch exists
once its index does; a WARC without one was cut off by a kill, and its index is made again from the records.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ingest.home import Home, write_bytes

_CONTEXT_HEADER = "Infitah-Context"
_RUN_HEADER = "Infitah-Run"


class ArchiveError(Exception):
    """An archived record is missing or its bytes are not those that were captured."""


@dataclass(frozen=True)
class NewCapture:
    """Something to be archived."""

    url: str
    captured_at: dt.datetime
    payload: bytes
    content_type: str
    http_status: int | None = None
    """None for resources that did not come over HTTP."""
    http_headers: tuple[tuple[str, str], ...] = ()
    sidecar: dict[str, Any] | None = None


@dataclass(frozen=True)
class Capture:
    """One line of the capture index."""

    source_id: str
    run_id: str
    url: str
    captured_at: str
    """UTC, ISO 8601 with Z."""
    payload_sha256: str
    payload_bytes: int
    capture_key: str
    content_type: str
    http_status: int | None
    warc_file: str
    """Relative to the archive folder."""
    offset: int
    sidecar: dict[str, Any] | None = field(default=None)

    @property
    def night(self) -> str:
        return self.run_id.rsplit(".", 1)[0]


def capture_key(url: str, payload_sha256: str, content_type: str, status: int | None, sidecar: Any) -> str:
    """Digest of everything that parsing a capture depends on; equal captures parse to equal records."""
    context = json.dumps([url, payload_sha256, content_type, status, sidecar], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(context.encode()).hexdigest()


def utc_text(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def write_batch(home: Home, source_id: str, run_id: str, new: Iterable[NewCapture]) -> list[Capture]:
    """Archive captures as one batch; nothing is visible until the index file stands.

    HTTP responses become `response` records, everything else `resource` records with their sidecar in a header.
    """
    folder = home.archive / source_id
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (folder / f"{run_id}-{number}.cdxj").exists():
        number += 1
    warc = folder / f"{run_id}-{number}.warc.gz"
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    captures = []
    for item in new:
        offset = buffer.tell()
        writer.write_record(_record(writer, item, run_id))
        captures.append(_indexed(item, source_id, run_id, f"{source_id}/{warc.name}", offset))
    write_bytes(warc, buffer.getvalue())
    _write_index(warc, captures)
    return captures


def _record(writer: WARCWriter, item: NewCapture, run_id: str) -> Any:
    headers = {"WARC-Date": utc_text(item.captured_at), _RUN_HEADER: run_id}
    if item.sidecar is not None:
        headers[_CONTEXT_HEADER] = json.dumps(item.sidecar, sort_keys=True)
    if item.http_status is None:
        return writer.create_warc_record(
            item.url,
            "resource",
            payload=io.BytesIO(item.payload),
            warc_content_type=item.content_type,
            warc_headers_dict=headers,
        )
    http = StatusAndHeaders(
        f"{item.http_status} {'OK' if item.http_status == 200 else 'Status'}",
        [("Content-Type", item.content_type), *item.http_headers],
        protocol="HTTP/1.1",
    )
    return writer.create_warc_record(
        item.url, "response", payload=io.BytesIO(item.payload), http_headers=http, warc_headers_dict=headers
    )


def _indexed(item: NewCapture, source_id: str, run_id: str, warc_file: str, offset: int) -> Capture:
    digest = hashlib.sha256(item.payload).hexdigest()
    return Capture(
        source_id=source_id,
        run_id=run_id,
        url=item.url,
        captured_at=utc_text(item.captured_at),
        payload_sha256=digest,
        payload_bytes=len(item.payload),
        capture_key=capture_key(item.url, digest, item.content_type, item.http_status, item.sidecar),
        content_type=item.content_type,
        http_status=item.http_status,
        warc_file=warc_file,
        offset=offset,
        sidecar=item.sidecar,
    )


def _write_index(warc: Path, captures: list[Capture]) -> None:
    lines = (json.dumps(asdict(c), ensure_ascii=False, sort_keys=True) + "\n" for c in captures)
    write_bytes(warc.with_name(warc.name.removesuffix(".warc.gz") + ".cdxj"), "".join(lines).encode())


def load_index(home: Home) -> list[Capture]:
    """Every capture of the archive, in order of run, source, address.

    A WARC whose index is missing (killed between the two) is indexed again first.
    """
    captures: list[Capture] = []
    for warc in sorted(home.archive.glob("*/*.warc.gz")):
        index = warc.with_name(warc.name.removesuffix(".warc.gz") + ".cdxj")
        if not index.exists():
            _write_index(warc, list(_reindex(warc)))
        captures.extend(Capture(**json.loads(line)) for line in index.read_text("utf-8").splitlines())
    return sorted(captures, key=lambda c: (c.run_id, c.source_id, c.url, c.captured_at))


def _reindex(warc: Path) -> Iterator[Capture]:
    with warc.open("rb") as handle:
        iterator = ArchiveIterator(handle)
        for record in iterator:
            # The payload first: asking for the offset reads the record to its end.
            item = _new_from(record)
            offset = iterator.get_record_offset()
            run_id = record.rec_headers.get_header(_RUN_HEADER)
            yield _indexed(item, warc.parent.name, run_id, f"{warc.parent.name}/{warc.name}", offset)


def _new_from(record: Any) -> NewCapture:
    headers = record.rec_headers
    sidecar = headers.get_header(_CONTEXT_HEADER)
    http = record.http_headers
    return NewCapture(
        url=headers.get_header("WARC-Target-URI"),
        captured_at=dt.datetime.strptime(headers.get_header("WARC-Date"), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC),
        payload=record.content_stream().read(),
        content_type=http.get_header("Content-Type") if http else headers.get_header("Content-Type"),
        http_status=int(http.get_statuscode()) if http else None,
        sidecar=json.loads(sidecar) if sidecar else None,
    )


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

    def read(self, capture: Capture) -> bytes:
        """The archived payload.

        Raises:
            ArchiveError: the record cannot be read, or its bytes do not hash to the captured value.
        """
        path = self._home.archive / capture.warc_file
        problem: str
        try:
            if self._path != path or self._handle is None:
                self.close()
                self._handle, self._path = path.open("rb"), path
            self._handle.seek(capture.offset)
            record = next(iter(ArchiveIterator(self._handle)))
            payload: bytes = record.content_stream().read()
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
            f"re-opening the capture of {capture.url} ({capture.captured_at}) in {capture.warc_file} at byte {capture.offset}: "
            f"{problem}. The archive file was changed or damaged; restore it from a copy."
        )
