"""Reading the latest release: what analysts and the reading commands use. Imports neither Dagster nor dbt."""

from __future__ import annotations

from pathlib import Path

import duckdb

from ingest.home import Home


class NothingPublished(Exception):
    """There is no release yet; the message says how to make one."""


def database_of(home: Home) -> Path:
    """The DuckDB file of the latest release; its path is of that release, so a later switch does not move it away.

    Raises:
        NothingPublished: no release yet.
    """
    latest = home.published / "current" / "latest"
    if not latest.exists():
        raise NothingPublished(
            f"reading the latest release in {home.root}: nothing is published yet. Make one with: infitah run"
        )
    return next(latest.resolve().glob("*infitah.duckdb"))


def connect(home: Home) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the latest release; it neither locks nor is locked by a build."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    return duckdb.connect(str(database_of(home)), read_only=True, config=config)
