"""The nightly job run in this process: what `infitah run` does, by the same assets as the schedule."""

from __future__ import annotations

import logging
from typing import Any

import dagster as dg

from orchestration.assets import ADMISSIONS, BRONZE, CAPTURES, RELEASE
from orchestration.build import JOB, build_defs
from orchestration.instance import open_instance
from orchestration.night import NightRun

_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


class NightFailed(Exception):
    """A step of the night failed; the message is the step's own."""


def run_night(night: NightRun, *, publish: bool = True, dry_run: bool = False) -> None:
    """Execute the job's assets in this process.

    Args:
        publish: leave out the release asset when False.
        dry_run: stop after collecting, parsing and checking sources.

    Raises:
        NightFailed: with the failing step's message.
    """
    logging.getLogger("alembic").setLevel(logging.WARNING)
    defs = build_defs(open_night=lambda: night, project=night.project)
    job = defs.resolve_job_def(JOB)
    selection: list[dg.AssetKey] | None = None
    if dry_run:
        selection = [CAPTURES, BRONZE, ADMISSIONS]
    elif not publish:
        selection = [k for k in job.asset_layer.executable_asset_keys if k != RELEASE]
    with night.locked(), open_instance(night.home) as instance:
        result = job.execute_in_process(
            run_config=_QUIET,
            instance=instance,
            raise_on_error=False,
            asset_selection=selection,
            tags=night.state.as_tags(),
        )
    if not result.success:
        raise NightFailed("\n".join(_messages(result)) or "the run failed")


def _messages(result: Any) -> list[str]:
    messages = []
    for event in result.all_events:
        if event.is_step_failure:
            error = event.step_failure_data.error
            cause = error.cause or error
            failure = event.step_failure_data.user_failure_data
            messages.append(
                failure.description if failure and failure.description else f"{event.step_key}: {cause.message.strip()}"
            )
    return messages
