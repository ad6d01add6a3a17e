"""Promise 2: fifty readers loop over the warehouse and the public tree while a build is made and the link is switched, and back: no error, and each
reading sees one version."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest.code import code_version
from ingest.home import open_home
from orchestration.night import NightRun
from orchestration.nightly import run_night
from tests.conftest import NOW
from warehouse.release.rollback import rollback

pytestmark = pytest.mark.real
READERS = 50
#: One reader: opens the latest release and the tree again and again; a reading is right when every part of it tells the same release.
_READER = """
import json, sys, time
from pathlib import Path
import duckdb
root, stop = Path(sys.argv[1]), Path(sys.argv[2])
seen, errors, readings = [], [], 0
while not stop.exists():
    try:
        tree = (root / "published" / "current").resolve()
        index = json.loads((tree / "index.json").read_text("utf-8"))
        latest = index["latest"]
        folder = (tree / "latest").resolve()
        told = {latest, folder.name, json.loads((tree / "status.json").read_text("utf-8"))["latest"]}
        rows = next(r["rows"] for r in index["releases"] if r["release_id"] == latest)
        with duckdb.connect(str(next(folder.glob("*infitah.duckdb"))), read_only=True) as con:
            counts = {t: con.execute(f'select count(*) from "{t}"').fetchall()[0][0] for t in ("documents", "sessions", "_changes")}
            time.sleep(0.01)
            again = {t: con.execute(f'select count(*) from "{t}"').fetchall()[0][0] for t in counts}
        if len(told) != 1 or counts != again or counts != {t: rows[t] for t in counts}:
            errors.append(f"mixed: {told} {counts} {again}")
        readings += 1
        seen.append(latest)
        # Fifty loops without a pause leave two cores nothing for the build.
        time.sleep(2)
    except Exception as error:
        errors.append(repr(error))
print(json.dumps({"seen": sorted(set(seen)), "errors": errors[:3], "readings": readings}))
"""


def test_promise_2_fifty_readers_see_one_version_each(tmp_path: Path) -> None:
    home = open_home(tmp_path / "home", sample=True)
    run_night(NightRun(home, NOW, until="2026-11-20"))
    stop = tmp_path / "stop"
    readers = [
        subprocess.Popen([sys.executable, "-c", _READER, str(home.root), str(stop)], stdout=subprocess.PIPE, text=True)
        for _ in range(READERS)
    ]
    time.sleep(2)
    run_night(NightRun(home, NOW))
    for _ in range(3):
        rollback(home, "sample-2026-11-20", "2026-11-24T00:00:00Z", code_version())
        rollback(home, "sample-2026-11-21", "2026-11-24T00:00:00Z", code_version())
    time.sleep(2)
    stop.touch()
    told = [json.loads(r.communicate(timeout=120)[0]) for r in readers]
    assert [t["errors"] for t in told if t["errors"]] == []
    assert all(t["readings"] > 0 for t in told)
    assert {s for t in told for s in t["seen"]} == {"sample-2026-11-20", "sample-2026-11-21"}
