"""What the ledger and the archive keep is typed in memory and the same bytes on disk as before it was."""

from __future__ import annotations

import dataclasses
import tarfile
from pathlib import Path

import pytest

from ingest.archive.captures import index_path, load_index, read_index, write_index
from ingest.archive.verify import verify_archive
from ingest.home import Home, open_home
from ingest.ledger.crawls import CrawlReport, Problem, read_report, write_report
from ingest.ledger.store import CheckResult, Run, SourceNight, load_runs, write_run

OLD_HOME = Path(__file__).parents[2] / "upgrade" / "real-home-71e3aa2.tar.xz"


@pytest.fixture
def old_home(tmp_path: Path) -> Home:
    """A home as an earlier code left it."""
    with tarfile.open(OLD_HOME) as archive:
        archive.extractall(tmp_path, filter="data")
    (marker,) = tmp_path.rglob("home.json")
    return open_home(marker.parent, sample=False)


def test_an_old_ledger_is_read_and_written_again_byte_for_byte(old_home: Home) -> None:
    before = {p.name: p.read_bytes() for p in old_home.ledger.glob("*.json")}
    assert len(before) >= 3
    runs = load_runs(old_home)
    checks = [c for r in runs for n in r.sources.values() for c in n.checks]
    assert checks
    assert all(isinstance(c, CheckResult) and c.verdict in ("pass", "no_history") for c in checks)
    for run in runs:
        write_run(old_home, run)
    assert {p.name: p.read_bytes() for p in old_home.ledger.glob("*.json")} == before


def test_an_old_archive_is_indexed_again_byte_for_byte(old_home: Home) -> None:
    assert len(load_index(old_home)) > 6
    for warc in old_home.archive.glob("*/*.warc.gz"):
        before = index_path(warc).read_bytes()
        write_index(warc, read_index(index_path(warc)))
        assert index_path(warc).read_bytes() == before
    assert verify_archive(old_home).problems == []


def test_an_index_that_says_another_thing_is_named_with_what_differs(old_home: Home) -> None:
    warc = next(iter(sorted(old_home.archive.glob("*/*.warc.gz"))))
    first, *rest = read_index(index_path(warc))
    write_index(warc, [dataclasses.replace(first, run_id="2020-01-01.1", payload_bytes=1), *rest])
    (problem,) = verify_archive(old_home).problems
    assert problem.endswith("the index says another run_id, payload_bytes")


def test_a_night_comes_back_as_it_was_written(tmp_path: Path) -> None:
    home = open_home(tmp_path, sample=False)
    report = CrawlReport("s", outcome="blocked", requests=3, outcomes={"ok": 2})
    report.note("blocked", "https://s.example/", "HTTP status 403")
    write_report(home, "2026-11-01.1", report)
    assert read_report(home, "2026-11-01.1", "s") == report
    assert report.problems == [Problem("blocked", "https://s.example/", "HTTP status 403")]
    checks = [
        CheckResult("source.min_documents", 3, "ge", 1),
        CheckResult("source.gone_share", 0.6, "le", 0.5, accepted_until="2026-12-01", accepted_because="moved"),
    ]
    night = SourceNight("s", "admitted", None, 1, 1, 0, 0, 4, {"ok": 1}, checks, {"new": ["u"]}, report)
    run = Run("2026-11-01.1", "2026-11-01T02:30:00Z", "code", "extractor", {"s": night}, [], 4)
    write_run(home, run)
    assert load_runs(home) == [run]
    first, second = night.as_json()["checks"]  # type: ignore[misc]
    assert (first["verdict"], "accepted_until" in first) == ("pass", False)
    assert (second["verdict"], second["accepted_because"]) == ("fail", "moved")
