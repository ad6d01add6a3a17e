"""The real documents through the inbox to the tables of a checked build in a real home (not published: the tree may be dirty)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import duckdb
import pytest

from ingest.collect.inbox import Sidecar, add
from ingest.home import open_home
from ingest.read.documents.ocr import engine
from orchestration.night import NightRun
from orchestration.nightly import run_night
from warehouse.build.builds import candidate


@pytest.fixture(scope="module")
def night(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> NightRun:
    home = open_home(tmp_path_factory.mktemp("inbox") / "home", sample=False)
    documents = shared / "data/documents"
    pdf = shared / "data/pdf"
    for file, published in (
        (documents / "tetouan-open-commune-concept-note.ar.txt", None),
        (documents / "marrakech-safi-openness-workshop.ar.txt", dt.date(2023, 4, 11)),
        (pdf / "arabic-government-programme-corrupt-text-layer.pdf", None),
        (pdf / "arabic-prose-with-latin.pdf", None),
    ):
        add(
            home,
            file,
            Sidecar(origin=f"test {file.name}", publisher="press", publication_date=published, licence="none-seen"),
        )
    run = NightRun(home, dt.datetime(2026, 11, 22, 2, 30, tzinfo=dt.UTC))
    run_night(run, publish=False)
    return run


def test_facts_of_both_documents_stand_in_the_tables(night: NightRun) -> None:
    with duckdb.connect(str(candidate(night.home).database), read_only=True) as con:

        def ask(sql: str) -> list[tuple[object, ...]]:
            return con.execute(sql).fetchall()

        assert ask("select commitment_count, is_attribution_inferred from marts.plans where ordinal_number = 2") == [
            (22, True)
        ]
        assert ask("select start_date from marts.events where kind_code = 'workshop'") == [("2023-04-11",)]
        assert ask("select count(*) from marts.plan_axes") == [(5,)]
        assert ask("select count(*) from marts.collectivities") == [(1590,)]
        assert ask("select count(*) from marts.participations where evidence_text is not null") == [(0,)]
        # The page with the lying text layer: read from its picture where recognition is installed, else unreadable; never by its layer.
        corrupt = ask(
            "select source_url, status_code, text_basis_code from marts.documents where source_url like '%corrupt%'"
        )
        assert [c[1:] for c in corrupt] == [("ok", "recognition") if engine() else ("unreadable", "own_text")]
        assert ask(
            "select count(*) from marts.documents where status_code = 'ok' and text_basis_code = 'own_text'"
        ) == [(3,)]
        unreadable = corrupt[0][0]
        for table in ("sessions", "events", "statements", "plans", "memberships"):
            assert ask(f"select count(*) from marts.{table} where source_url = '{unreadable}'") == [(0,)]


def test_the_gate_of_a_real_home_holds(night: NightRun) -> None:
    import json

    record = json.loads((candidate(night.home).gate / "gate.json").read_text("utf-8"))
    assert [c["check_id"] for c in record["checks"] if c["severity"] == "error" and c["verdict"] != "pass"] == []
    assert record["key_name"].startswith("home-")
