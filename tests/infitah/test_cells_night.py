"""Cells, lines and items through the front door: documents handed in, one night, the tables."""

from __future__ import annotations

import datetime as dt
import json

import duckdb
import pytest

from ingest.bronze import read_bronze
from ingest.collect.inbox import Sidecar, add
from ingest.home import open_home
from orchestration.night import NightRun
from orchestration.nightly import run_night
from tests.infitah.cells import HANDED, QUESTIONS, Handed
from warehouse.build.builds import candidate

ADDRESS = "https://exemple.example/{}"


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> NightRun:
    home = open_home(tmp_path_factory.mktemp("cells") / "home", sample=False)
    folder = tmp_path_factory.mktemp("documents")
    for one in HANDED:
        (folder / one.name).write_bytes(one.payload)
        side = Sidecar(origin=ADDRESS.format(one.name), publisher="press", licence="none-seen", source=one.source)
        add(home, folder / one.name, side)
    run = NightRun(home, dt.datetime(2026, 11, 22, 2, 30, tzinfo=dt.UTC))
    run_night(run, publish=False)
    return run


@pytest.mark.parametrize("one", HANDED, ids=lambda h: h.name)
def test_what_a_document_says_stands_in_the_tables(night: NightRun, one: Handed) -> None:
    address = ADDRESS.format(one.name)
    if one.ask == "projects":
        rows = read_bronze(night.home, "openness_projects").to_pylist()
        found = sorted((r["title"],) for r in rows if r["source_url"] == address)
    else:
        with duckdb.connect(str(candidate(night.home).database), read_only=True) as con:
            if one.ask == "pair":
                address = address.rsplit("-", 1)[0] + "-"
            found = con.execute(QUESTIONS[one.ask], [address]).fetchall()
    if one.ask == "pair":
        found = [(code, field, set(value.split(" / "))) for code, field, value in found]
    assert found == list(one.expected)


def test_the_gate_of_the_night_holds(night: NightRun) -> None:
    record = json.loads((candidate(night.home).gate / "gate.json").read_text("utf-8"))
    assert [c["check_id"] for c in record["checks"] if c["severity"] == "error" and c["verdict"] != "pass"] == []
