"""What travels with a run: its nights and its build, through Dagster; two runs at once; the conductor without Dagster."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import threading

import dagster as dg
import pytest

from ingest.home import Home, HomeError
from orchestration.assets import FILES, GATE, RELEASE, model_key
from orchestration.build import JOB, build_defs
from orchestration.instance import open_instance
from orchestration.night import NightRun, NightState
from orchestration.nightly import NightFailed, run_night
from tests.conftest import NOW
from warehouse.build.builds import NoBuild, candidate
from warehouse.release.tree import latest_folder


def run_job(
    home: Home,
    instance: dg.DagsterInstance,
    night: NightRun | None = None,
    tags: dict[str, str] | None = None,
    only: list[dg.AssetKey] | None = None,
) -> dg.ExecuteInProcessResult:
    """The nightly job as the schedule or the UI starts it: its night is opened when the run begins."""
    defs = build_defs(open_night=lambda: night or NightRun(home, NOW))
    job = defs.resolve_job_def(JOB)
    return job.execute_in_process(instance=instance, raise_on_error=False, tags=tags, asset_selection=only)


def told(result: dg.ExecuteInProcessResult) -> str:
    return "\n".join(str(e.event_specific_data) for e in result.all_events if e.is_failure)


def test_the_conductor_imports_without_dagster() -> None:
    code = "import sys, orchestration.night; sys.exit(any(m.split('.')[0] == 'dagster' for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_a_state_survives_the_way_through_tags() -> None:
    night = NightState(NOW)
    assert NightState(NOW + dt.timedelta(days=1)).with_tags(night.as_tags()) == night
    assert night.with_tags({"dagster/job": "nightly"}) == night


@pytest.mark.real
def test_a_job_started_twice_at_once_is_refused(home_copy: Home) -> None:
    """Through Dagster: while one run of the job works, another one begins."""
    is_under_way, may_go_on = threading.Event(), threading.Event()

    def wait_once(stage: str, what: str, done: int, total: int) -> None:
        is_under_way.set()
        assert may_go_on.wait(120)

    first = NightRun(home_copy, NOW, progress=wait_once)
    results: list[dg.ExecuteInProcessResult] = []
    with open_instance(home_copy) as instance:
        thread = threading.Thread(target=lambda: results.append(run_job(home_copy, instance, first)))
        thread.start()
        try:
            assert is_under_way.wait(120)
            with pytest.raises(Exception, match="another run is under way"):
                second = run_job(home_copy, instance)
                raise AssertionError(told(second))
        finally:
            may_go_on.set()
            thread.join(300)
    assert results[0].success
    with NightRun(home_copy, NOW).locked():
        pass  # Whoever was refused holds nothing.


@pytest.mark.real
def test_an_overtaken_run_still_works_on_its_own_build(home_copy: Home) -> None:
    """A run is cut off after its build was modelled; another night passes; the first, begun again, gates its own build."""
    job = build_defs(open_night=lambda: NightRun(home_copy, NOW)).resolve_job_def(JOB)
    before = [k for k in job.asset_layer.executable_asset_keys if k.path[0] != "release"]
    with open_instance(home_copy) as instance:
        cut_off = run_job(home_copy, instance, only=before)
        tags = instance.get_run_by_id(cut_off.run_id).tags
        own = tags["infitah/build"]
        overtaking = NightRun(home_copy, NOW)
        assert run_job(home_copy, instance, overtaking).success
        assert overtaking.build.name != own
        assert candidate(home_copy).name == overtaking.build.name
        resumed = run_job(home_copy, instance, tags=dict(tags), only=[FILES, GATE])
        assert resumed.success, told(resumed)
        assert instance.get_run_by_id(resumed.run_id).tags["infitah/build"] == own
    assert (home_copy.builds / own / "gate" / "gate.json").exists()


def test_a_step_alone_takes_no_other_run_s_build(home_copy: Home) -> None:
    with pytest.raises(NoBuild, match="takes no other run's"):
        NightRun(home_copy, NOW).publish()
    with open_instance(home_copy) as instance:
        refused = run_job(home_copy, instance, only=[RELEASE])
        assert not refused.success
        assert candidate(home_copy).name in told(refused)
        named = run_job(home_copy, instance, tags={"infitah/build": candidate(home_copy).name}, only=[RELEASE])
        assert named.success, told(named)
    latest = latest_folder(home_copy)
    assert latest is not None
    assert latest.name == "sample-2026-11-21"


def test_rows_of_a_table_are_the_gate_s_count(home_copy: Home) -> None:
    with open_instance(home_copy) as instance:
        result = run_job(home_copy, instance, tags={"infitah/build": candidate(home_copy).name}, only=[GATE])
        assert result.success, told(result)
        seen = instance.fetch_observations(model_key("sessions"), limit=1).records
    observed = seen[0].asset_observation
    assert observed is not None
    assert observed.metadata["dagster/row_count"].value == 15


def test_the_command_line_says_that_another_run_is_under_way(home_copy: Home) -> None:
    with NightRun(home_copy, NOW).locked(), pytest.raises((HomeError, NightFailed), match="another run is under way"):
        run_night(NightRun(home_copy, NOW))
