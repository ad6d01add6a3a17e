"""Writing WARC/1.1 (ISO 28500): whole batches at once, or record by record while a crawl runs.

Records are gzip members of their own (Annex D), at level 6: warcio's own level 9 takes twice as long for a tenth less.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import threading
import zlib
from collections.abc import Iterable
from io import RawIOBase
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ingest.archive.capture import Capture, NewCapture
from ingest.archive.captures import CONTEXT_HEADER, CRAWL_HEADER, RUN_HEADER, indexed, reindex, utc_text, write_index
from ingest.home import Home

OPEN = ".open"
_REVISIT_PROFILES = {
    304: "http://netpreserve.org/warc/1.1/revisit/server-not-modified",
    200: "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
}


class ArchiveFull(OSError):
    """The archive cannot be written; nothing more is asked for that could not be kept."""


def write_batch(home: Home, source_id: str, run_id: str, new: Iterable[NewCapture]) -> list[Capture]:
    """Archive captures as one batch; nothing is visible until the index file stands.

    HTTP responses become `response` records, everything else `resource` records with their sidecar in a header.
    """
    writer = CrawlArchive(home, source_id, run_id)
    for item in new:
        writer.append(item)
    return writer.close()


class CrawlArchive:
    """The WARC file of one source and run, while it grows. Threads may append; each record is on its way to disk
    before `append` returns, so a kill costs what was in flight and nothing else."""

    def __init__(self, home: Home, source_id: str, run_id: str) -> None:
        self._source_id = source_id
        self._run_id = run_id
        folder = home.archive / source_id
        folder.mkdir(parents=True, exist_ok=True)
        number = 1
        while any(folder.glob(f"{run_id}-{number}.*")):
            number += 1
        self._final = folder / f"{run_id}-{number}.warc.gz"
        self._path = self._final.with_name(self._final.name + OPEN)
        self._handle: RawIOBase | None = None
        self._offset = 0
        self._captures: list[Capture] = []
        self._lock = threading.Lock()

    def append(self, item: NewCapture) -> Capture:
        """Archive one item, with its request when there was one."""
        members = [gzip.compress(part, 6, mtime=0) for part in _records(item, self._run_id)]
        with self._lock:
            if self._handle is None:
                self._handle = self._path.open("wb", buffering=0)
            offset = self._offset
            data = b"".join(members)
            try:
                _write_all(self._handle, data)
            except OSError as error:
                # What is half-written goes, so that the file stays whole up to here.
                os.ftruncate(self._handle.fileno(), offset)
                raise ArchiveFull(
                    f"writing the archive file {self._path}: {error.strerror}. "
                    "What was fetched before is kept; make room and run again: it goes on where it stopped."
                ) from error
            self._offset += len(data)
            capture = indexed(item, self._source_id, self._run_id, f"{self._source_id}/{self._final.name}", offset)
            self._captures.append(capture)
            return capture

    def close(self) -> list[Capture]:
        """Flush to disk, take the final name, write the index. An archive without records leaves no file."""
        if self._handle is not None:
            os.fsync(self._handle.fileno())
            self._handle.close()
            self._path.replace(self._final)
            write_index(self._final, self._captures)
            self._handle = None
        return self._captures


def _write_all(handle: RawIOBase, data: bytes) -> None:
    """Write every byte: a raw write may take only what there is room for, and say so in its result."""
    rest = memoryview(data)
    while rest:
        rest = rest[handle.write(rest) or 0 :]


def recover(home: Home) -> int:
    """Finish WARC files that a killed run left open: keep every whole record, drop a cut one; returns records kept."""
    kept = 0
    for path in sorted(home.archive.glob(f"*/*.warc.gz{OPEN}")):
        final = path.with_name(path.name.removesuffix(OPEN))
        end = _whole_length(path)
        if end == 0:
            path.unlink()
            continue
        with path.open("r+b") as handle:
            handle.truncate(end)
            os.fsync(handle.fileno())
        path.replace(final)
        captures = list(reindex(final))
        write_index(final, captures)
        kept += len(captures)
    return kept


def _whole_length(path: Path) -> int:
    """Bytes up to the end of the last whole gzip member; each member is one record.

    A request record follows its answer, so a cut between the two loses no answer.
    """
    end = position = 0
    pending = b""
    member = zlib.decompressobj(16 + zlib.MAX_WBITS)
    with path.open("rb") as handle:
        while chunk := pending or handle.read(1 << 20):
            try:
                member.decompress(chunk)
            except zlib.error:
                return end
            position += len(chunk) - len(member.unused_data)
            pending = member.unused_data
            if member.eof:
                end = position
                member = zlib.decompressobj(16 + zlib.MAX_WBITS)
    return end


def _records(item: NewCapture, run_id: str) -> list[bytes]:
    """Plain bytes of each record that an item makes: the answer first, then the request that brought it."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=False, warc_version="1.1")
    answer = _record(writer, item, run_id)
    writer.write_record(answer)
    found = [buffer.getvalue()]
    if item.request_headers:
        buffer.seek(0)
        buffer.truncate()
        parts = urlsplit(item.url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        head = StatusAndHeaders(f"GET {target} HTTP/1.1", list(item.request_headers), is_http_request=True)
        headers = {
            "WARC-Date": utc_text(item.captured_at),
            RUN_HEADER: run_id,
            "WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID"),
        }
        request = writer.create_warc_record(item.url, "request", http_headers=head, warc_headers_dict=headers)
        writer.write_record(request)
        found.append(buffer.getvalue())
    return found


def _record(writer: WARCWriter, item: NewCapture, run_id: str) -> Any:
    headers = {"WARC-Date": utc_text(item.captured_at), RUN_HEADER: run_id}
    if item.sidecar is not None:
        headers[CONTEXT_HEADER] = json.dumps(item.sidecar, sort_keys=True)
    if item.crawl is not None:
        facts = {k: v for k, v in vars(item.crawl).items() if v is not None}
        headers[CRAWL_HEADER] = json.dumps(facts, sort_keys=True)
    if item.truncated is not None:
        headers["WARC-Truncated"] = item.truncated
    if item.http_status is None:
        return writer.create_warc_record(
            item.url,
            "metadata" if item.crawl is not None else "resource",
            payload=io.BytesIO(item.payload),
            warc_content_type=item.content_type,
            warc_headers_dict=headers,
        )
    http = StatusAndHeaders(
        f"{item.http_status} {'OK' if item.http_status == 200 else 'Status'}", _kept(item), protocol="HTTP/1.1"
    )
    if item.crawl is not None and item.crawl.original_sha256 is not None:
        headers["WARC-Profile"] = _REVISIT_PROFILES[item.http_status]
        headers["Infitah-Content-Type"] = item.content_type
        headers["WARC-Payload-Digest"] = f"sha256:{item.crawl.original_sha256}"
        headers["WARC-Refers-To-Date"] = item.crawl.original_captured_at or ""
        headers["WARC-Refers-To-Target-URI"] = item.url
        return writer.create_warc_record(item.url, "revisit", http_headers=http, warc_headers_dict=headers)
    body = item.payload if item.wire is None else item.wire
    return writer.create_warc_record(
        item.url, "response", payload=io.BytesIO(body), http_headers=http, warc_headers_dict=headers
    )


def _kept(item: NewCapture) -> list[tuple[str, str]]:
    """Headers of the answer. The body is stored without its chunks, and without compression when it could not be
    decompressed whole, so the headers that speak of these are renamed."""
    if not item.http_headers:
        return [("Content-Type", item.content_type)]
    dropped = {"transfer-encoding", *(() if item.wire is not None else ("content-encoding",))}
    return [(f"X-Archive-Orig-{k}" if k.lower() in dropped else k, v) for k, v in item.http_headers]
