"""Reading the latest release: what analysts and the reading commands use. Imports neither Dagster nor dbt."""

from __future__ import annotations

from pathlib import Path

import duckdb

from ingest.home import Home
from warehouse.builds import candidate


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


def connect_build(home: Home) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the newest build, published or not; its published tables have their own names.

    Raises:
        NoBuild: there is none.
    """
    con = duckdb.connect(str(candidate(home).database), read_only=True)
    con.execute("set schema = 'marts'")
    return con


def find_words(
    con: duckdb.DuckDBPyConnection, words: tuple[str, ...], tables: tuple[str, ...] = (), limit: int = 20
) -> tuple[list[str], list[tuple[object, ...]]]:
    """Rows of any table whose words contain all of these, in one normal form (`fold_word` in the release's own DuckDB file).

    Returns column names and rows: table, key, words around the first hit, source.

    Raises:
        KeyError: a table without a search column is named.
    """
    keys = dict(
        con.execute(
            "select table_name, constraint_column_names[1] from duckdb_constraints() where constraint_type = 'PRIMARY KEY' "
            "and table_name in (select table_name from duckdb_columns() where column_name = 'search_text')"
        ).fetchall()
    )
    if unknown := sorted(set(tables) - set(keys)):
        raise KeyError(f"searching: {', '.join(unknown)} has no words to search; these have: {', '.join(sorted(keys))}")
    condition = " and ".join("contains(search_text, fold_word(?))" for _ in words)
    parts = [
        f'select \'{t}\' as table_name, "{k}" as key, search_text as words, source_url from "{t}" where {condition}'
        for t, k in sorted(keys.items())
        if not tables or t in tables
    ]
    first = "greatest(1, cast(instr(words, fold_word(?)) as int) - 40)"
    query = f"select table_name, key, substr(words, {first}, 120) as words, source_url from ({' union all '.join(parts)}) order by all limit ?"
    cursor = con.execute(query, [words[0], *(w for _ in parts for w in words), limit])
    return [d[0] for d in cursor.description or []], cursor.fetchall()
