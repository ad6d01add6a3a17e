"""What was known on a day: today's extractors over the captures of that day; never published."""

from __future__ import annotations

import datetime as dt

import duckdb
import pytest

from ingest.code import code_version
from ingest.home import Home
from orchestration.night import NightRun
from tests.conftest import NOW
from warehouse.build.builds import candidate
from warehouse.gate.record import GateRefused
from warehouse.release.publish import publish


def test_what_was_known_after_the_first_night(home_copy: Home) -> None:
    night = NightRun(home_copy, NOW, known_on=dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC))
    with night.locked():
        night.assemble()
        night.model()
        night.render()
        night.gate()
    with duckdb.connect(str(candidate(home_copy).database), read_only=True) as con:
        # The second night held a source: on the first day nobody knew.
        assert con.execute("select count(*) from marts.sessions where is_stale").fetchall() == [(0,)]
        assert con.execute("select distinct night_date from marts.source_nights").fetchall() == [("2026-11-20",)]
        assert con.execute(
            "select max(captured_at) < timestamp '2026-11-20 12:00:00' from marts.documents"
        ).fetchall() == [(True,)]
        assert con.execute("select count(*) from marts.documents").fetchall() == [(51,)]
    with pytest.raises(GateRefused, match="what was known on 2026-11-20T12:00:00Z; only the present is published"):
        publish(home_copy, code_version())
