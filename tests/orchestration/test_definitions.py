from __future__ import annotations

import json
from pathlib import Path

import dagster as dg
import pytest

from expectations.sheets.load import load_tables
from expectations.suites import suite_tables
from ingest.home import Home, HomeError, open_home, run_lock
from orchestration.assets import CAPTURES, INPUTS, RELEASE, model_key
from orchestration.build import JOB, build_defs
from orchestration.night import NightRun
from tests.conftest import NOW
from warehouse.build.builds import candidate
from warehouse.build.changes import CHANGES


@pytest.fixture
def defs(real_home: Home) -> dg.Definitions:
    return build_defs(open_night=lambda: NightRun(real_home, NOW))


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
        assert "dbt_checks" in names
        assert ("suite_checks" in names) == (table in suite_tables())


def test_the_night_is_scheduled_in_moroccan_time(defs: dg.Definitions) -> None:
    schedule = defs.resolve_schedule_def("every_night")
    assert schedule.execution_timezone == "Africa/Casablanca"
    assert schedule.job_name == JOB


def test_lineage_equals_dbt_s_manifest_for_every_model(defs: dg.Definitions, sample_home: Home) -> None:
    """Against the manifest that the night's own `dbt build` wrote, parents and columns of each model."""
    graph = defs.resolve_asset_graph()
    nodes = json.loads((candidate(sample_home).target / "manifest.json").read_text("utf-8"))["nodes"]
    models = {n["name"]: n for n in nodes.values() if n["resource_type"] == "model"}
    assert {k.path[-1] for k in graph.get_all_asset_keys() if k.path[0] == "warehouse"} == models.keys()
    for name, node in models.items():
        found = graph.get(model_key(name))
        parents = [p.split(".") for p in node["depends_on"]["nodes"]]
        wanted = {model_key(p[-1]) for p in parents if p[0] == "model"}
        if not parents or any(p[0] == "source" for p in parents):
            wanted.add(INPUTS)
        assert found.parent_keys == wanted, name
        schema = found.metadata.get("dagster/column_schema")
        columns = [c.name for c in schema.columns] if schema is not None else []
        assert columns == list(node["columns"]), name


def test_the_clock_is_read_when_a_run_begins_not_when_definitions_are_made(real_home: Home) -> None:
    def never() -> NightRun:
        raise AssertionError("a night was opened before a run began")

    assert build_defs(open_night=never).resolve_job_def(JOB)


def test_two_nights_at_once_the_second_says_so(real_home: Home) -> None:
    with run_lock(real_home), pytest.raises(HomeError, match="another run is under way"):
        NightRun(real_home, NOW).collect()


def test_a_home_never_changes_its_kind(tmp_path: Path) -> None:
    open_home(tmp_path / "home", sample=True)
    with pytest.raises(HomeError, match="never share a home"):
        open_home(tmp_path / "home", sample=False)
