"""Freeze what the code makes as digests, or compare it with what was frozen.

    python -m tests.oracle freeze|compare [--shared FOLDER] [--file FILE]

Frozen: every data file of the sample release and the schema of its database, the identity register, the bronze of the labelled
pages and, where the folder of real inputs is given, of each of its files. Columns of versions and `_build` aside.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import hashlib
import io
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from ingest.archive.capture import Capture
from ingest.collect.families import hints_of
from ingest.home import Home, open_home
from ingest.ledger.store import load_runs
from ingest.read.captures import read_capture
from ingest.read.documents.reader import DocumentReader
from ingest.records import BRONZE, Keyed
from ingest.records.columns import flat
from ingest.registry.schema import Source
from orchestration.night import NightRun
from orchestration.nightly import run_night
from tests.accuracy.build import write
from tests.accuracy.predict import gazetteer, our_id
from warehouse.release.tree import latest_folder

FROZEN = Path(__file__).parent / "frozen.json"
#: Columns that name the code, not the facts.
VERSIONS = frozenset({"extractor_version", "code_version", "rule_id"})
_TYPES = {
    ".txt": "text/plain; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".pdf": "application/pdf",
    ".csv": "text/csv",
}


def digest(value: object) -> str:
    data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False, default=str).encode()
    return hashlib.sha256(data).hexdigest()[:24]


def release_digests(folder: Path) -> dict[str, str]:
    """File → digest of its content without versions, for every data file of a release."""
    found = {}
    for path in sorted(p for p in folder.iterdir() if "_build." not in p.name):
        if path.name.endswith(".csv"):
            is_spreadsheet = path.name.endswith(".spreadsheet.csv")
            text = path.read_text("utf-8-sig")
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if is_spreadsheet else ","))
            keep = [i for i, name in enumerate(rows[0]) if name not in VERSIONS]
            found[path.name] = digest([[row[i] for i in keep] for row in rows])
        elif path.suffix == ".ndjson":
            lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
            found[path.name] = digest([[(k, v) for k, v in line.items() if k not in VERSIONS] for line in lines])
        elif path.suffix == ".parquet":
            table = pq.read_table(path)
            table = table.drop_columns([c for c in table.column_names if c in VERSIONS])
            found[path.name] = digest([str(table.schema.remove_metadata()), table.to_pylist()])
        elif path.suffix == ".graphml":
            found[path.name] = digest(path.read_bytes())
    with duckdb.connect(str(next(folder.glob("*infitah.duckdb"))), read_only=True) as con:
        schema = con.execute(
            "select table_name, column_name, data_type, comment from duckdb_columns() where not internal order by all"
        ).fetchall()
    found["infitah.duckdb, schema and comments"] = digest(schema)
    return found


def sample_digests() -> dict[str, str]:
    """The sample network's release and ids, by a whole night."""
    with tempfile.TemporaryDirectory() as folder:
        home = open_home(Path(folder) / "home", sample=True)
        run_night(NightRun(home, dt.datetime(2026, 11, 22, 2, 30, tzinfo=dt.UTC)))
        release = latest_folder(home)
        assert release is not None
        return {**release_digests(release), "ids": digest(ids_of(home))}


def ids_of(home: Home) -> list[list[Any]]:
    return sorted(list(identity) for run in load_runs(home) for identity in run.identities)


def source_of(name: str, platform: str, publisher: str | None, **reading: Any) -> Source:
    return Source.model_validate(
        {
            "id": "oracle-site",
            "names": dict.fromkeys(("ar", "fr", "en"), "Oracle"),
            "kind": "council_site",
            "platform": platform,
            "collectivity": our_id(publisher),
            "languages": ["ar", "fr"],
            "licence": {"code": "sample", "quote_basis": "sample"},
            "hosts": [{"host": "site.invalid", "status": "unverified"}],
            "reading": {"ocr": False, **reading},
        }
    )


def records_of(path: Path, source: Source, reader: DocumentReader, published: str | None = None) -> list[Keyed]:
    payload = path.read_bytes()
    sha = hashlib.sha256(payload).hexdigest()
    sidecar = {"publication_date": published, "licence": "law-31-13-art-6"} if published else None
    capture = Capture(
        source_id=source.id,
        run_id="2026-11-26.1",
        url=f"https://site.invalid/{path.name}",
        captured_at="2026-11-26T02:30:00Z",
        payload_sha256=sha,
        payload_bytes=len(payload),
        capture_key=sha,
        content_type=_TYPES[path.suffix],
        http_status=200,
        warc_file="",
        offset=0,
        sidecar=sidecar,
    )
    return read_capture(capture, payload, hints_of(source), gazetteer(), "oracle", reader)


def bronze_digests(records: Iterable[Keyed]) -> dict[str, str]:
    """Bronze table → number of records and their digest, in the order in which they were read."""
    names = {cls: name for name, cls in BRONZE.items()}
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        fields = flat(record)
        rows[names[type(record)]].append(dict(sorted((k, v) for k, v in fields.items() if k not in VERSIONS)))
    return {name: f"{len(found)} {digest(found)}" for name, found in sorted(rows.items())}


def accuracy_digests(reader: DocumentReader) -> dict[str, str]:
    """Bronze of every labelled page, the closed third included."""
    found = {}
    for part in ("open", "closed"):
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), part)
            lines = [json.loads(x) for x in (Path(folder) / "gold.jsonl").read_text("utf-8").splitlines()]
            records = [
                r
                for line in lines
                for r in records_of(
                    Path(folder) / line["page"], source_of("", line["platform"], line["publisher"]), reader
                )
            ]
        found.update({f"{part}: {k}": v for k, v in bronze_digests(records).items()})
    return found


def shared_digests(shared: Path, reader: DocumentReader) -> dict[str, str]:
    """Bronze of each real input: the two founding documents, PDFs, tables, pages of councils."""
    found = {}
    layouts = {"ogp-commitments-open-parliament.csv": "ogp_commitments", "remacto-projects.csv": "remacto_projects"}
    for path in sorted((shared / "data").rglob("*.*")):
        if path.suffix not in _TYPES or path.parent == shared / "data":
            continue
        reading = {"table": layouts[path.name]} if path.name in layouts else {}
        source = source_of("", "inbox", None, **reading)
        published = "2023-04-11" if path.parent.name == "documents" else None
        records = records_of(path, source, reader, published)
        found.update({f"{path.parent.name}/{path.name}: {k}": v for k, v in bronze_digests(records).items()})
    return found


def freeze(shared: Path | None) -> dict[str, dict[str, str]]:
    with DocumentReader() as reader:
        return {
            "sample release": sample_digests(),
            "labelled pages": accuracy_digests(reader),
            "real inputs": shared_digests(shared, reader) if shared else {},
        }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("what", choices=("freeze", "compare"))
    options.add_argument("--shared", type=Path)
    options.add_argument("--file", type=Path, default=FROZEN)
    asked = options.parse_args()
    made = freeze(asked.shared)
    if asked.what == "freeze":
        asked.file.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")
        return
    frozen = json.loads(asked.file.read_text("utf-8"))
    differs = [
        f"{part}: {name}: frozen {was.get(name)}, now {made[part].get(name)}"
        for part, was in frozen.items()
        if made[part] or part != "real inputs"
        for name in sorted(was.keys() | made[part].keys())
        if was.get(name) != made[part].get(name)
    ]
    print("\n".join(differs) or f"equal: {sum(len(v) for v in made.values())} digests")
    sys.exit(bool(differs))


if __name__ == "__main__":
    main()
