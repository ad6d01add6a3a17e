"""A real-kind home that earlier code left (README.md): today's code reads, verifies, serves and goes on from it."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import tarfile
from pathlib import Path

import duckdb
import pytest
from starlette.testclient import TestClient

from expectations.required import differences, parse_required
from ingest.code import CodeVersion
from ingest.collect.inbox import Sidecar, add
from ingest.home import Home, find_home, write_json
from orchestration.night import NightRun
from warehouse.catalogue.index import write_index
from warehouse.gate.record import RECORD, REQUIRED, SIGNATURE, GateRefused, parse_record, write_record
from warehouse.release.publish import Published
from warehouse.release.reader import database_of
from warehouse.release.rollback import rollback
from warehouse.release.serve import make_app
from warehouse.release.trace import trace
from warehouse.release.tree import current, latest_folder, read_index, release_folder, verify_release
from warehouse.signing.keys import open_signer

RELEASES = ("2026-11-20", "2026-11-21", "2026-11-22")
_ARCHIVE = Path(__file__).with_name("real-home-71e3aa2.tar.xz")
#: A real home publishes what a clean tree built; which commit it is does not matter here.
_CODE = CodeVersion("c" * 40, is_dirty=False)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The home as it was left; never changed by a test."""
    root = tmp_path_factory.mktemp("upgrade") / "home"
    with tarfile.open(_ARCHIVE) as archive:
        archive.extractall(root, filter="tar")
    home = find_home(root)
    assert home is not None
    assert home.kind == "real"
    return home


@pytest.fixture
def home(unpacked: Home, tmp_path: Path) -> Home:
    """A copy that a test may change."""
    shutil.copytree(unpacked.root, tmp_path / "home", symlinks=True)
    found = find_home(tmp_path / "home")
    assert found is not None
    for folder in (found.builds, found.dagster):
        folder.mkdir(exist_ok=True)
    return found


def test_the_index_is_read_and_written_byte_for_byte(unpacked: Home, tmp_path: Path) -> None:
    index, tree = read_index(unpacked), current(unpacked)
    assert tree is not None
    assert tuple(r.release_id for r in index.releases) == RELEASES
    write_index(index, tmp_path)
    for name in ("index.json", "status.json", "latest.json", "withdrawals.json"):
        assert (tmp_path / name).read_bytes() == (tree / name).read_bytes(), name


@pytest.mark.parametrize("release_id", RELEASES)
def test_a_record_is_read_and_written_byte_for_byte(unpacked: Home, tmp_path: Path, release_id: str) -> None:
    folder = release_folder(unpacked, release_id)
    required = (folder / REQUIRED).read_bytes()
    record = parse_record((folder / RECORD).read_bytes(), "reading")
    assert record.deciding_code is None
    assert differences(parse_required(required), record.required) == []
    write_record(record, tmp_path, open_signer(unpacked), required)
    for name in (RECORD, SIGNATURE, REQUIRED):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name


@pytest.mark.parametrize("release_id", RELEASES)
def test_a_stored_release_is_verified(unpacked: Home, release_id: str) -> None:
    record = verify_release(unpacked, release_folder(unpacked, release_id), release_id)
    entry = read_index(unpacked).entry(release_id)
    assert entry is not None
    assert (record.rows, record.stable_digests) == (entry.rows, entry.tables)


def test_a_check_taken_from_an_old_record_is_still_seen(home: Home) -> None:
    """A release of before carries a list with an entry per check."""
    folder = release_folder(home, RELEASES[1])
    record = json.loads((folder / RECORD).read_bytes())
    gone = record["checks"].pop(0)
    for name in (RECORD, SIGNATURE):
        (folder / name).chmod(0o644)
    write_json(folder / RECORD, record)
    (folder / SIGNATURE).write_text(open_signer(home).sign((folder / RECORD).read_bytes()))
    with pytest.raises(GateRefused, match=f"required checks: {gone['table']}, {gone['kind']}: "):
        rollback(home, RELEASES[1], "2026-11-23T03:00:00Z")


def test_a_flipped_byte_is_still_seen(home: Home) -> None:
    path = release_folder(home, RELEASES[1]) / "plans.csv"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(GateRefused, match=r"plans\.csv: its bytes are not the recorded ones"):
        rollback(home, RELEASES[1], "2026-11-23T03:00:00Z")


def test_an_earlier_release_is_rolled_back_to_served_and_traced(home: Home) -> None:
    assert rollback(home, RELEASES[1], "2026-11-23T03:00:00Z") == RELEASES[1]
    client = TestClient(make_app(home), follow_redirects=False)
    got = client.get("/latest/plans.csv")
    assert (got.status_code, got.headers["location"]) == (307, f"/releases/{RELEASES[1]}/plans.csv")
    plans = client.get(got.headers["location"])
    assert plans.content == (release_folder(home, RELEASES[1]) / "plans.csv").read_bytes()
    assert RELEASES[1] in client.get("/en.html").text
    with duckdb.connect(str(database_of(home)), read_only=True) as con:
        keys = [r[0] for r in con.execute("select plan_id from plans order by plan_id limit 3").fetchall()]
    for key in keys:
        assert any(step.startswith("re-hashed") for step in trace(home, "plans", key).steps)


def run(home: Home, day: int) -> Published:
    """One night without the web."""
    night = NightRun(home, dt.datetime(2026, 11, day, 2, 30, tzinfo=dt.UTC), offline=True)
    with night.locked():
        night.collect()
        night.parse()
        night.admit()
        night.assemble()
        night.model()
        night.render()
        night.gate()
        return night.publish()


_NEWS = """<html lang="fr"><head><title>Membres du réseau</title></head><body><main><h1>Membres du réseau</h1>
<p>Le réseau compte 131 collectivités territoriales au 23 novembre 2026.</p></main></body></html>"""


@pytest.mark.real  # Four whole nights.
def test_nights_without_news_cut_no_release(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first night after the upgrade may cut one, since the code reads otherwise; the next ones have nothing new."""
    monkeypatch.setattr("orchestration.night.code_version", lambda home: _CODE)
    first = run(home, 23)
    releases = [r.release_id for r in read_index(home).releases]
    assert releases in ([*RELEASES], [*RELEASES, "2026-11-23"])
    for day in (24, 25):
        again = run(home, day)
        assert (again.is_new, again.release_id) == (False, first.release_id)
        index = read_index(home)
        assert index.checked_at == f"2026-11-{day}T02:30:00Z"
        assert [r.release_id for r in index.releases] == releases
    (tmp_path / "news.html").write_text(_NEWS, "utf-8")
    card = Sidecar(origin="notes of a test", publisher="Infitah", licence="CC-BY-4.0", source="inbox-documents")
    add(home, tmp_path / "news.html", card)
    assert run(home, 26).is_new
    assert [r.release_id for r in read_index(home).releases] == [*releases, "2026-11-26"]
    latest = latest_folder(home)
    assert latest is not None
    assert latest.name == "2026-11-26"
