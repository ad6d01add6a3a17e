"""The thin front door: the command line and `connect()` for analysts. No logic of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def connect(home: str | Path | None = None) -> duckdb.DuckDBPyConnection:
    """A read-only DuckDB connection to the latest release.

    Args:
        home: the home's folder; else $INFITAH_HOME, ./data, or ./data-sample, the first that is a home.

    Raises:
        FileNotFoundError: there is no home.
        warehouse.release.reader.NothingPublished: it has no release yet.
    """
    from infitah.homes import reading_home
    from warehouse.release.reader import connect as open_latest

    return open_latest(reading_home(Path(home) if home else None))
