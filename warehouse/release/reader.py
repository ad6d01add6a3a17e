"""Reading the latest release: what analysts and the reading commands use. Imports neither Dagster nor dbt."""

from __future__ import annotations

from pathlib import Path

import duckdb

from ingest.home import Home
from warehouse.build.builds import candidate


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
    """Rows of any table whose words contain all of these, in one normal form (`fold_word` of the release's own file).

    Returns column names and rows: table, key, words around the first hit, source.

    Raises:
        KeyError: a table without a search column is named.
    """
    keys = dict(
        con.execute(
            "select table_name, constraint_column_names[1] from duckdb_constraints() "
            "where constraint_type = 'PRIMARY KEY' "
            "and table_name in (select table_name from duckdb_columns() where column_name = 'search_text')"
        ).fetchall()
    )
    if unknown := sorted(set(tables) - set(keys)):
        raise KeyError(f"searching: {', '.join(unknown)} has no words to search; these have: {', '.join(sorted(keys))}")
    columns: dict[str, list[str]] = {}
    for table, column in con.execute(
        "select table_name, column_name from duckdb_columns() "
        "where data_type = 'VARCHAR' and column_name <> 'search_text' "
        "and not ends_with(column_name, '_code') order by table_name, column_index"
    ).fetchall():
        columns.setdefault(table, []).append(column)
    asked = {f"word_{i}": word for i, word in enumerate(words)}
    condition = " and ".join(f"contains(search_text, fold_word(${name}))" for name in asked)
    parts = []
    for t, k in sorted(keys.items()):
        if tables and t not in tables:
            continue
        # The source's own words are shown, of the column that holds the first word: the normal form is for matching.
        own = ", ".join(f'case when contains(fold("{c}"), fold_word($word_0)) then "{c}" end' for c in columns[t])
        parts.append(
            f"select '{t}' as table_name, \"{k}\" as key, coalesce({own}) as words, source_url "
            f'from "{t}" where {condition}'
        )
    first = "greatest(1, cast(instr(fold(words), fold_word($word_0)) as int) - 40)"
    query = (
        f"select table_name, key, substr(words, {first}, 120) as words, source_url "
        f"from ({' union all '.join(parts)}) order by all limit $limit"
    )
    cursor = con.execute(query, {**asked, "limit": limit})
    return [d[0] for d in cursor.description or []], cursor.fetchall()
