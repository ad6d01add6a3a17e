"""Promise 3: the same archive and moment give the same bytes on another day, in another time zone and folder."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from expectations.sheets.load import load_tables
from ingest.home import find_home
from warehouse.build.builds import candidate
from warehouse.build.digests import table_digests

pytestmark = pytest.mark.real


def build(home: Path, *, date: str, zone: str, threads: str, seed: str) -> dict[str, str]:
    environment = {
        **os.environ, "INFITAH_HOME": str(home), "TZ": zone, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads,
        "POLARS_MAX_THREADS": threads, "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    command = ["faketime", date, "taskset", "-c", "0" if threads == "1" else "0,1"]
    command += [sys.executable, "-m", "infitah", "run", "--sample", "--no-publish"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    opened = find_home(home)
    assert opened is not None
    files = candidate(opened).files
    return {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(files.iterdir())
        # Data files, and rendered ones given release id and moment; not those that tell the hash of the DuckDB file, whose bytes may differ.
        if p.suffix in (".csv", ".ndjson", ".parquet", ".xlsx", ".graphml", ".html", ".md", ".cff")
        or p.name in ("csv-metadata.json", "datapackage.json", "schema-changes.json", "quality.json")
    } | {f"duckdb:{t}": d for t, d in table_digests(files / "sample-infitah.duckdb", load_tables(), "main").items()}


def test_promise_3_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    first = build(tmp_path / "a", date="2026-11-22 03:00:00", zone="UTC", threads="2", seed="1")
    second = build(tmp_path / "other" / "folder", date="2027-02-03 23:30:00", zone="Asia/Tokyo", threads="1", seed="77")
    assert len(first) > 80
    assert {"sample-infitah.ar.xlsx", "sample-network.graphml", "quality.fr.html", "README.ar.md"} <= set(first)
    assert {n for n in first if first[n] != second.get(n)} == set()
