"""The first two steps of the warehouse's night: a build is started, its inputs frozen; then dbt models it."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path

from expectations.sheets.load import DBT_PROJECT
from expectations.suites import preload
from ingest.code import CodeVersion
from ingest.home import Home
from ingest.nights import night_of
from ingest.opening import Ingest
from warehouse.build import builds
from warehouse.build.builds import Build
from warehouse.build.dbt import run_dbt
from warehouse.build.inputs import write_inputs
from warehouse.build.manifest import parsed_project
from warehouse.build.previous import Previous

Progress = Callable[[str, int, int], None]
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


def start_build(
    ingest: Ingest,
    previous: Previous,
    as_of: dt.datetime,
    code: CodeVersion,
    dbt_project: Path = DBT_PROJECT,
    known_on: dt.datetime | None = None,
    *,
    is_local: bool = False,
) -> Build:
    """A new build folder with its inputs frozen. A release bears the date that it is in Morocco."""
    home = ingest.home
    builds.clean_up(home)
    night = night_of(as_of)
    folder = builds.new_folder(home, night)
    build_id = write_inputs(ingest, folder / "inputs", as_of, code, dbt_project, known_on, is_local=is_local)
    build = Build(
        folder=folder,
        build_id=build_id,
        release_id=previous.next_id(home.prefix, night),
        as_of=as_of.strftime(_MOMENT),
        known_on=known_on.strftime(_MOMENT) if known_on else None,
        is_local=is_local,
    )
    return builds.save(build)


def model(
    home: Home, build: Build, progress: Progress | None = None, dbt_project: Path = DBT_PROJECT
) -> dict[str, float]:
    """Run dbt; Great Expectations is imported meanwhile, since dbt has a process of its own.

    Returns seconds per model.

    Raises:
        TransformError: a model failed.
    """
    threading.Thread(target=preload, daemon=True).start()
    return run_dbt(build.folder, dbt_project=dbt_project, cache=parsed_project(dbt_project), progress=progress)
