from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest

from ingest.home import Home, HomeError, open_home, run_lock
from orchestration.assets import CAPTURES, RELEASE, model_key
from orchestration.build import JOB, build_defs
from orchestration.lineage import model_dependencies
from orchestration.night import NightRun
from tests.conftest import NOW
from warehouse.build.changes import CHANGES
from warehouse.build.tables import DBT_PROJECT, load_tables


@pytest.fixture
def defs(real_home: Home) -> dg.Definitions:
    return build_defs(night=NightRun(real_home, NOW))


def test_lineage_leads_from_captures_to_the_release(defs: dg.Definitions) -> None:
    graph = defs.resolve_asset_graph()
    upstream, todo = set(), {RELEASE}
    while todo:
        key = todo.pop()
        parents = graph.get(key).parent_keys - upstream
        upstream |= parents
        todo |= parents
    assert CAPTURES in upstream
    assert {model_key(t) for t in load_tables() if t != CHANGES} <= upstream


def test_every_table_has_its_checks(defs: dg.Definitions) -> None:
    keys = defs.resolve_asset_graph().asset_check_keys
    for table in load_tables().keys() - {CHANGES}:
        names = {k.name for k in keys if k.asset_key == model_key(table)}
        assert {"dbt_checks", "suite_checks"} <= names


def test_the_night_is_scheduled_in_moroccan_time(defs: dg.Definitions) -> None:
    schedule = defs.resolve_schedule_def("every_night")
    assert schedule.execution_timezone == "Africa/Casablanca"
    assert schedule.job_name == JOB


def test_lineage_is_read_from_the_models_themselves() -> None:
    found = model_dependencies(DBT_PROJECT)
    assert found["sessions"] == {"int_sessions__observed"}
    assert "stg_bronze__sessions" in found["int_sessions__observed"]
    assert "stg_bronze__plan_axes" in found["int_facts__counted"]
    # References that a macro makes are seen too.
    assert found["stg_bronze__agenda_items"] == {"int_captures__visible", "stg_bronze__sessions"}
    assert {"stg_bronze__plans", "stg_bronze__plan_axes"} <= found["stg_bronze__commitments"]
    assert found["int_holidays__observed"] == {"int_captures__visible"}
    assert "stg_bronze__commitments" in found["int_quarantine__rows"]


def test_two_nights_at_once_the_second_says_so(real_home: Home) -> None:
    with run_lock(real_home), pytest.raises(HomeError, match="another run is under way"):
        NightRun(real_home, NOW).collect()


def test_a_home_never_changes_its_kind(tmp_path: Path) -> None:
    open_home(tmp_path / "home", sample=True)
    with pytest.raises(HomeError, match="never share a home"):
        open_home(tmp_path / "home", sample=False)
