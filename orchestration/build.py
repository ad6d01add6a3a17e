"""One assembly of everything that Dagster runs; tests pass their own night or replace single assets."""

from __future__ import annotations

from collections.abc import Mapping

import dagster as dg

from orchestration.assets import make_assets, make_checks
from orchestration.night import NightRun

JOB = "nightly"


def build_defs(*, night: NightRun, asset_overrides: Mapping[str, dg.AssetsDefinition] | None = None) -> dg.Definitions:
    """Assets, checks, the nightly job and its schedule for one home.

    Args:
        asset_overrides: replacements by the short names of `make_assets`.
    """
    assets = {**make_assets(night), **(asset_overrides or {})}
    checks = make_checks(night)
    job = dg.define_asset_job(JOB, selection=dg.AssetSelection.all(), executor_def=dg.in_process_executor)
    # 02:30 in Morocco, whatever the clock does in Ramadan: the schedule is in local time.
    schedule = dg.ScheduleDefinition(
        name="every_night", job=job, cron_schedule="30 2 * * *", execution_timezone="Africa/Casablanca"
    )
    return dg.Definitions(
        assets=list(assets.values()),
        asset_checks=[checks],
        jobs=[job],
        schedules=[schedule],
        executor=dg.in_process_executor,
    )
