"""From archive to release at network scale: `python -m tests.benchmarks.network [members] [documents]` (228 and 300 by default).

Prints seconds and peak memory per step, sizes, and the ratio of dbt to the same SQL bare in DuckDB. Works in a folder of its own.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

import duckdb
import psutil

from orchestration.night import NightRun
from tests.generator.archive import make_network
from warehouse.build.builds import candidate
from warehouse.release.tree import latest_folder


class Peak:
    """Largest resident memory of this process and its children together, looked at ten times a second."""

    def __init__(self) -> None:
        self.bytes = 0
        self._stop = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        me = psutil.Process()
        while not self._stop.wait(0.1):
            total = 0
            for p in (me, *me.children(recursive=True)):
                try:
                    total += p.memory_info().rss
                except psutil.Error:
                    continue
            self.bytes = max(self.bytes, total)

    def take(self) -> int:
        found, self.bytes = self.bytes, 0
        return found


def bare_sql(build: Path) -> float:
    """Seconds that a build's compiled models and tests take in one DuckDB connection, in the order in which dbt ran them."""
    results = json.loads((build / "target" / "run_results.json").read_text("utf-8"))["results"]
    manifest = json.loads((build / "target" / "manifest.json").read_text("utf-8"))["nodes"]
    done = (r for r in results if r["timing"] and r["unique_id"].startswith(("model.", "test.")))
    ran = sorted(done, key=lambda r: r["timing"][-1]["completed_at"])
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(f"{folder}/bare.duckdb") as con:
        con.execute(f"set file_search_path = '{build}'")
        con.execute("attach ':memory:' as unused")
        con.execute("set TimeZone = 'UTC'")
        con.execute("set threads = 2")
        for schema in sorted({manifest[r["unique_id"]]["schema"] for r in ran if r["unique_id"].startswith("model.")}):
            con.execute(f"create schema if not exists {schema}")
        began = time.monotonic()
        for r in ran:
            node = manifest[r["unique_id"]]
            if r["unique_id"].startswith("test."):
                con.execute((r["compiled_code"] or "").replace('"warehouse".', "")).fetchall()
                continue
            kind = "view" if node["config"]["materialized"] == "view" else "table"
            sql = (r["compiled_code"] or "").replace('"warehouse".', "")
            con.execute(f'create {kind} {node["schema"]}."{node["name"]}" as {sql}')
        return time.monotonic() - began


def main(members: int, documents: int, keep: str | None) -> None:
    folder = Path(keep or tempfile.mkdtemp())
    began = time.monotonic()
    home = make_network(folder / "home", members, documents)
    print(f"generated {members} members × {documents} documents in {time.monotonic() - began:.0f} s", flush=True)
    night = NightRun(home, dt.datetime(2026, 11, 20, 2, 30, tzinfo=dt.UTC), offline=True)
    peak, whole, highest = Peak(), time.monotonic(), 0
    with night.locked():
        for name in ("collect", "parse", "admit", "assemble", "model", "render", "gate", "publish"):
            start = time.monotonic()
            getattr(night, name)()
            used = peak.take()
            highest = max(highest, used)
            print(f"{name:9} {time.monotonic() - start:8.1f} s  peak {used / 1e6:7.0f} MB", flush=True)
    print(f"archive → release {time.monotonic() - whole:.0f} s, peak {highest / 1e6:.0f} MB", flush=True)
    build = candidate(home)
    results = json.loads((build.target / "run_results.json").read_text("utf-8"))
    dbt = results["elapsed_time"]
    bare = bare_sql(build.folder)
    print(
        f"dbt build {dbt:.1f} s; the same models and tests bare in DuckDB {bare:.1f} s: {dbt / bare:.2f} x", flush=True
    )
    release = latest_folder(home)
    assert release is not None
    for path in sorted(release.iterdir(), key=lambda p: -p.stat().st_size)[:12]:
        print(f"  {path.stat().st_size / 1e6:8.1f} MB  {path.name}")
    if keep is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    numbers = [int(a) for a in sys.argv[1:3]]
    main(
        numbers[0] if numbers else 228,
        numbers[1] if len(numbers) > 1 else 300,
        sys.argv[3] if len(sys.argv) > 3 else None,
    )
