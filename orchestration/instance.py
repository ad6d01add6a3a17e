"""The Dagster instance of a home: its own folder, telemetry off."""

from __future__ import annotations

import os

import dagster as dg

from ingest.home import Home, write_bytes

#: No usage reports, and no sign-up dialog over the first page.
_CONFIG = b"telemetry:\n  enabled: false\nnux:\n  enabled: false\n"


def prepare_dagster_home(home: Home) -> None:
    """Write the home's dagster.yaml and point this process to it; without it telemetry would be on."""
    config = home.dagster / "dagster.yaml"
    if not config.exists():
        write_bytes(config, _CONFIG)
    os.environ["DAGSTER_HOME"] = str(home.dagster)
    os.environ["DAGSTER_DISABLE_TELEMETRY"] = "1"


def open_instance(home: Home) -> dg.DagsterInstance:
    prepare_dagster_home(home)
    return dg.DagsterInstance.get()
