"""Bytes that a question about one region fetches from a remote Parquet file of at least 20 MB: `python -m tests.benchmarks.remote`.

The documents of a made-up country, written by the release's own writer, served by `infitah serve`'s application, read by PyArrow over range requests.
"""

from __future__ import annotations

import io
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
from starlette.testclient import TestClient

from expectations.sheets.load import load_tables
from ingest.home import open_home
from warehouse.build.draft import Draft, Publisher
from warehouse.formats.tables import write_tables
from warehouse.release.serve import make_app

ROWS = 500_000


class Remote(io.RawIOBase):
    """A file behind HTTP ranges that counts what it fetches."""

    def __init__(self, client: TestClient, path: str) -> None:
        self._client, self._path, self._at, self.fetched, self.requests = client, path, 0, 0, 0
        self.size = int(client.head(path).headers["content-length"])

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = {0: offset, 1: self._at + offset, 2: self.size + offset}[whence]
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        end = self.size if size < 0 else min(self.size, self._at + size)
        if end <= self._at:
            return b""
        got = self._client.get(self._path, headers={"Range": f"bytes={self._at}-{end - 1}"})
        assert got.status_code == 206
        self._at, self.fetched, self.requests = end, self.fetched + len(got.content), self.requests + 1
        return got.content


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        table = load_tables()["documents"]
        database = Path(folder) / "warehouse.duckdb"
        values = {"region_id": "'ct-' || lpad(cast(1 + hash(i) % 12 as varchar), 4, '0')", "collectivity_id": "'ct-' || lpad(cast(100 + hash(i) % 1500 as varchar), 4, '0')",
                  "document_id": "'doc-' || translate(left(md5(cast(i as varchar)), 12), '0123456789abcdef', 'bcdfghjkmnpqrstv')",
                  "title": "'الدورة العادية رقم ' || (hash(i) % 99991) || ' للمجلس'", "source_url": "'https://exemple.example/ar/' || i",
                  "capture_sha256": "md5(cast(i as varchar)) || md5(cast(i + 1 as varchar))", "kind_code": "['news', 'minutes', 'plan'][cast(1 + hash(i) % 3 as bigint)]"}  # fmt: skip
        columns = ", ".join(f'cast({values.get(c.name, "null")} as {c.data_type}) as "{c.name}"' for c in table.columns)
        with duckdb.connect(str(database)) as con:
            con.execute("create schema marts")
            con.execute(f"create table marts.documents as select {columns} from range({ROWS}) t(i)")
        home = open_home(Path(folder) / "home", sample=False, test=True)
        release = home.published / "trees" / "1" / "releases" / "x"
        release.mkdir(parents=True)
        write_tables(
            replace(Draft(release, database, "", "x", "2026-11-24T00:00:00Z", {"documents": table}, Publisher()))
        )
        (home.published / "current").symlink_to("trees/1")
        (home.published / "trees" / "1" / "index.json").write_text('{"latest": "x"}')
        remote = Remote(TestClient(make_app(home)), "/releases/x/documents.parquet")
        found = pq.read_table(
            remote, columns=["kind_code", "title"], filters=[("region_id", "=", "ct-0007")], pre_buffer=False
        )
        print(
            f"file {remote.size / 1e6:.1f} MB; one region: {found.num_rows} rows, {remote.requests} requests, {remote.fetched / 1e6:.2f} MB: {100 * remote.fetched / remote.size:.1f} %"
        )
        every = Remote(TestClient(make_app(home)), "/releases/x/documents.parquet")
        whole = pq.read_table(every, filters=[("region_id", "=", "ct-0007")], pre_buffer=False)
        print(
            f"all columns of that region: {whole.num_rows} rows, {every.fetched / 1e6:.2f} MB: {100 * every.fetched / every.size:.1f} %"
        )


if __name__ == "__main__":
    sys.exit(main())
