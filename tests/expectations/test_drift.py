"""Drift: bounds from history or from declared floors; what may be accepted, by whom, how far and how long."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from expectations.drift import ENOUGH, History, check_drift, floors
from expectations.outcome import CheckOutcome
from expectations.sheets.load import load_tables
from infitah.cli import main
from ingest.code import code_version
from ingest.home import Home, write_json
from ingest.ledger.acceptances import MAX_DAYS, AcceptanceError, Failing, accept, load_acceptances
from orchestration.night import NightRun
from tests.conftest import NOW
from warehouse.build.builds import candidate
from warehouse.build.changes import CHANGES
from warehouse.gate.record import RECORD, SIGNATURE, GateRefused
from warehouse.release.publish import publish
from warehouse.release.tree import current, read_index
from warehouse.signing.keys import open_signer

TABLES = load_tables()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "warehouse.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("create schema marts")
        con.execute(
            "create table marts.sessions as select range as session_id, case when range < 40 then 'x' end as title from range(100)"
        )
    return path


def outcomes(
    database: Path, history: list[int], now: int = 100, previous: Path | None = None
) -> dict[str, CheckOutcome]:
    found = check_drift(
        database, {"sessions": ["session_id", "title"]}, {"sessions": now},
        History([{"sessions": n} for n in history], {"sessions": previous} if previous else {}),
    )  # fmt: skip
    return {o.check_id: o for o in found}


def test_every_published_table_has_a_floor() -> None:
    assert set(floors()) == set(TABLES) - {CHANGES}


def test_no_history_and_no_floor_is_not_a_pass(database: Path) -> None:
    found = check_drift(database, {"sessions": ["session_id"]}, {"sessions": 5}, History([], {}))
    assert found[0].verdict == "pass"  # declared floor: zero
    with duckdb.connect(str(database)) as con:
        con.execute("create table marts.unknown_table as select 1 as a")
    found = check_drift(database, {"unknown_table": ["a"]}, {"unknown_table": 1}, History([], {}))
    assert (found[0].observed, found[0].verdict, found[0].blocks) == (None, "no_history", True)


@pytest.mark.parametrize(
    ("history", "now", "verdict"),
    [
        ([1000], 100, "pass"),  # one release is no history yet: the floor holds
        ([100] * ENOUGH, 85, "pass"),
        ([100] * ENOUGH, 79, "fail"),
        ([10, 100, 100, 100, 101, 99, 100], 79, "fail"),  # one odd release does not move the median
        ([100] * ENOUGH, 100, "pass"),
    ],
)
def test_rows_lost_against_the_median(database: Path, history: list[int], now: int, verdict: str) -> None:
    assert outcomes(database, history, now)["drift.rows.sessions"].verdict == verdict


def test_growth_warns_with_an_owner_and_an_expiry(database: Path) -> None:
    found = outcomes(database, [100] * ENOUGH, 600)["drift.growth"]
    assert (found.severity, found.verdict) == ("warn", "fail")
    assert found.owner
    assert found.until


def test_a_column_that_emptied_is_seen(database: Path, tmp_path: Path) -> None:
    previous = tmp_path / "sessions.parquet"
    with duckdb.connect() as con:
        con.execute(f"copy (select range as session_id, 'x' as title from range(100)) to '{previous}'")
    found = outcomes(database, [], previous=previous)["drift.filled.sessions"]
    assert (found.observed, found.verdict) == (60.0, "fail")
    assert found.detail == "title: 100.0 % filled before, 40.0 % now"


def with_history(home: Home, rows: int) -> None:
    """Pretend that earlier releases had `rows` sessions."""
    tree = current(home)
    assert tree is not None
    index = json.loads((tree / "index.json").read_text("utf-8"))
    last = index["releases"][-1]
    earlier = [
        {**last, "release_id": f"sample-2026-11-{d:02d}", "rows": {**last["rows"], "sessions": rows}}
        for d in range(1, ENOUGH + 1)
    ]
    for release in earlier:
        shutil.copytree(home.published / "store" / last["release_id"], home.published / "store" / release["release_id"])
    (tree / "index.json").chmod(0o644)
    write_json(tree / "index.json", {**index, "releases": [*earlier, last]})


def gate_again(home: Home) -> None:
    night = NightRun(home, NOW, build_name=candidate(home).name)
    with night.locked():
        night.render()
        night.gate()


def accept_by_command(home: Home, *arguments: str) -> str:
    until = (dt.datetime.now(dt.UTC).date() + dt.timedelta(days=30)).isoformat()
    told = CliRunner().invoke(
        main,
        [
            "accept",
            *arguments,
            "--home",
            str(home.root),
            "--because",
            "the council took down its old pages",
            "--until",
            until,
        ],
    )
    return told.output


def test_a_table_that_lost_rows_blocks_until_a_person_accepts_it(home_copy: Home) -> None:
    with_history(home_copy, 40)
    gate_again(home_copy)
    with pytest.raises(GateRefused, match=r"drift\.rows\.sessions"):
        publish(home_copy, code_version())
    assert read_index(home_copy).failed_nights
    assert "nobody may accept" not in accept_by_command(home_copy, "drift.rows.sessions")
    assert [a.check_id for a in load_acceptances(home_copy)] == ["drift.rows.sessions"]
    gate_again(home_copy)
    record = json.loads((candidate(home_copy).gate / RECORD).read_text("utf-8"))
    assert record["acceptances"]["drift.rows.sessions"]["because"] == "the council took down its old pages"
    quality = json.loads((candidate(home_copy).files / "quality.json").read_text("utf-8"))
    assert quality["failed"][0]["because"] == "the council took down its old pages"
    publish(home_copy, code_version())


@pytest.mark.real
def test_an_acceptance_does_not_stretch(home_copy: Home) -> None:
    """Worse than what was seen, after its last day, or forged onto another check: refused."""
    with_history(home_copy, 40)
    gate_again(home_copy)
    accept_by_command(home_copy, "drift.rows.sessions")
    gate_again(home_copy)
    gate = candidate(home_copy).gate
    whole = json.loads((gate / RECORD).read_text("utf-8"))

    def refused(record: dict[str, object]) -> None:
        write_json(gate / RECORD, record)
        (gate / SIGNATURE).write_text(open_signer(home_copy).sign((gate / RECORD).read_bytes()))
        with pytest.raises(GateRefused):
            publish(home_copy, code_version())

    checks = {c["check_id"]: c for c in whole["checks"]}
    worse = [{**c, "observed": 99.0} if c["check_id"] == "drift.rows.sessions" else c for c in whole["checks"]]
    refused({**whole, "checks": worse})
    given = whole["acceptances"]["drift.rows.sessions"]
    refused({**whole, "acceptances": {"drift.rows.sessions": {**given, "until": "2026-11-01"}}})
    refused({**whole, "acceptances": {}})
    failing = [
        {**c, "observed": 1.0, "verdict": "fail"} if c["check_id"] == "release.personal_data.phone" else c
        for c in whole["checks"]
    ]
    forged = {
        **given,
        "check_id": "release.personal_data.phone",
        "definition_sha256": checks["release.personal_data.phone"]["definition_sha256"],
    }
    refused(
        {**whole, "checks": failing, "acceptances": {**whole["acceptances"], "release.personal_data.phone": forged}}
    )


def test_only_drift_and_source_checks_can_be_accepted(tmp_path: Path) -> None:
    home = Home(tmp_path, "test")
    now = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
    good = {"kind": "drift", "observed": 30.0, "operator": "le", "threshold": 20.0, "definition_sha256": "d"}
    ask = {"source_id": None, "because": "they took it down", "until": dt.date(2026, 12, 24), "now": now}
    for change, words in (
        ({"kind": "release"}, "nobody may accept"), ({"kind": "dbt"}, "nobody may accept"), ({"observed": None}, "observed nothing"),
    ):  # fmt: skip
        with pytest.raises(AcceptanceError, match=words):
            accept(home, "x", failing=Failing(**{**good, **change}), **ask)  # type: ignore[arg-type]
    with pytest.raises(AcceptanceError, match="say why"):
        accept(home, "x", failing=Failing(**good), **{**ask, "because": "ok"})  # type: ignore[arg-type]
    for until in (dt.date(2026, 11, 23), dt.date(2026, 11, 24) + dt.timedelta(days=MAX_DAYS + 1)):
        with pytest.raises(AcceptanceError, match="not within"):
            accept(home, "x", failing=Failing(**good), **{**ask, "until": until})  # type: ignore[arg-type]


def test_a_warning_past_its_day_blocks(home_copy: Home) -> None:
    gate = candidate(home_copy).gate
    whole = json.loads((gate / RECORD).read_text("utf-8"))
    assert all(c["owner"] and c["until"] for c in whole["checks"] if c["severity"] == "warn")
    for change, words in (({"until": "2026-11-01"}, "must mend it"), ({"owner": None}, "without owner")):
        checks = [
            {**c, "observed": 1.0, "verdict": "fail", **change} if c["check_id"] == "drift.growth" else c
            for c in whole["checks"]
        ]
        write_json(gate / RECORD, {**whole, "checks": checks})
        (gate / SIGNATURE).write_text(open_signer(home_copy).sign((gate / RECORD).read_bytes()))
        with pytest.raises(GateRefused, match=words):
            publish(home_copy, code_version())
