"""One assembly of everything that Dagster runs; tests pass their own night or replace single assets."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import dagster as dg

from ingest.nights import CASABLANCA
from orchestration.assets import make_assets, make_checks
from orchestration.night import NightRun, Project
from orchestration.resource import NIGHT, night_resource
from warehouse.build.manifest import load_models

JOB = "nightly"


def build_defs(
    *,
    open_night: Callable[[], NightRun],
    project: Project | None = None,
    asset_overrides: Mapping[str, dg.AssetsDefinition] | None = None,
) -> dg.Definitions:
    """Assets, checks, the nightly job and its schedule for one home.

    Args:
        open_night: called when a run begins, never before.
        asset_overrides: replacements by the short names of `make_assets`.

    Raises:
        TransformError: dbt cannot parse the project.
    """
    project = project or Project()
    models = load_models(project.dbt)
    assets = {**make_assets(project, models), **(asset_overrides or {})}
    job = dg.define_asset_job(JOB, selection=dg.AssetSelection.all(), executor_def=dg.in_process_executor)
    # 02:30 in Morocco, whatever the clock does in Ramadan: the schedule is in local time.
    schedule = dg.ScheduleDefinition(
        name="every_night", job=job, cron_schedule="30 2 * * *", execution_timezone=CASABLANCA
    )
    return dg.Definitions(
        assets=list(assets.values()),
        asset_checks=[make_checks(project, models)],
        jobs=[job],
        schedules=[schedule],
        executor=dg.in_process_executor,
        resources={NIGHT: night_resource(open_night)},
    )
