"""Every format of a table holds, cell for cell, what the build's own table holds; workbooks: `expectations.workbooks`.

DuckDB reads a file once and brings it to one digest over its rows, in whatever order they stand; so with the build's
table, as that format would write it. Where the two differ, the digests of the columns, over (key of the row, cell), say
in which: a cell of another value, two that changed places, one that was emptied are told by file and column, never by
value.

What each format writes otherwise is known here a second time, apart from the code that writes it: a spreadsheet CSV
puts an apostrophe before a text that a spreadsheet would run, and knows no empty text; NDJSON keeps types apart; the
public DuckDB adds a column to search in.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from expectations.release_files import ReleaseFiles
from expectations.sheets.model import Table

_TIME = "%Y-%m-%dT%H:%M:%SZ"
_SEARCH = "search_text"
#: A text that a spreadsheet would run, behind the apostrophe that keeps it from that.
_HARMLESS = r"regexp_replace({}, '^([=+\-@\t\r])', '''\1')"
#: SQL of one column, from its name and type.
Written = Callable[[str, str], str]
Schema = list[tuple[str, str]]
"""(column, type)."""


@dataclass(frozen=True)
class _Built:
    """The build's own table."""

    table: Table
    schema: Schema

    @property
    def relation(self) -> str:
        return f'build.marts."{self.table.name}"'

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.schema]


def disagreements(files: ReleaseFiles) -> list[str]:
    """`file: column` of every column that some format does not hold as it was built; empty when all agree."""
    problems: list[str] = []
    with duckdb.connect() as con:
        con.execute("set TimeZone = 'UTC'")
        con.execute(f"attach {_quoted(files.database)} as build (read_only)")
        every = [_build(con, table) for table in files.tables.values()]
        for built in every:
            for ending, differing in _FORMATS.items():
                path = files.file(built.table.name, ending)
                problems += _told(path, differing(con, path, built))
        problems += _told(files.public_database, _public_database(con, files.public_database, every))
    return problems


def _told(path: Path, found: Iterator[str]) -> list[str]:
    """What is wrong with one file; that it cannot be read is told without the reader's words, which quote it."""
    problems = []
    try:
        problems += [f"{path.name}: {problem}" for problem in found]
    except (duckdb.Error, OSError, ValueError, csv.Error) as error:
        problems.append(f"{path.name}: cannot be read as what it should be ({type(error).__name__})")
    return problems


def _build(con: duckdb.DuckDBPyConnection, table: Table) -> _Built:
    published = {c.name for c in table.published_columns}
    return _Built(table, [(n, t) for n, t in _schema(con, f'build.marts."{table.name}"') if n in published])


def _strict_csv(con: duckdb.DuckDBPyConnection, path: Path, built: _Built) -> Iterator[str]:
    yield from _differing(con, _csv(path, ",", built), built, _text, _as_it_is)


def _spreadsheet_csv(con: duckdb.DuckDBPyConnection, path: Path, built: _Built) -> Iterator[str]:
    yield from _differing(con, _csv(path, ";", built), built, _spreadsheet, _as_it_is)


def _csv(path: Path, sign: str, built: _Built) -> str:
    """SQL of a CSV file's rows, every cell a text.

    Raises:
        ValueError: its header is not the columns in their order.
    """
    with path.open(encoding="utf-8-sig", newline="") as handle:
        if next(csv.reader(handle, delimiter=sign), []) != built.names:
            raise ValueError("another header")
    return f"""read_csv({_quoted(path)}, delim = '{sign}', quote = '"', escape = '"', header = true,
        auto_detect = false, allow_quoted_nulls = false, columns = {_typed(built.names, "VARCHAR")})"""


def _parquet(con: duckdb.DuckDBPyConnection, path: Path, built: _Built) -> Iterator[str]:
    relation = f"read_parquet({_quoted(path)})"
    yield from _other_schema(_schema(con, relation), built.schema)
    yield from _differing(con, relation, built, _as_it_is, _as_it_is)


def _ndjson(con: duckdb.DuckDBPyConnection, path: Path, built: _Built) -> Iterator[str]:
    """By whole lines, names and types included; by columns where a line is another."""
    values = ", ".join(f"'{n}': {_text(n, t) if t == 'TIMESTAMP' else _as_it_is(n, t)}" for n, t in built.schema)
    lines = f"read_ndjson_objects({_quoted(path)})"
    if _rows(con, lines, "cast(json as varchar)") == _rows(
        con, built.relation, f"cast(to_json({{{values}}}) as varchar)"
    ):
        return
    if any(r[0] != built.names for r in con.execute(f"select distinct json_keys(json) from {lines}").fetchall()):
        yield "a line has other names than the columns in their order"
    relation = f"read_ndjson({_quoted(path)}, columns = {_typed(built.names, 'JSON')})"
    yield from _columns(con, relation, built, _json, _as_it_is)


_FORMATS: dict[str, Callable[[duckdb.DuckDBPyConnection, Path, _Built], Iterator[str]]] = {
    ".csv": _strict_csv,
    ".spreadsheet.csv": _spreadsheet_csv,
    ".parquet": _parquet,
    ".ndjson": _ndjson,
}


def _public_database(con: duckdb.DuckDBPyConnection, path: Path, every: list[_Built]) -> Iterator[str]:
    """The tables of the public DuckDB file, their types, every cell, and the column to search in."""
    con.execute(f"attach {_quoted(path)} as published (read_only)")
    names = con.execute("select table_name from duckdb_tables() where database_name = 'published'").fetchall()
    found = {name for (name,) in names}
    yield from (f"{name} is no published table" for name in sorted(found - {b.table.name for b in every}))
    for built in every:
        name = built.table.name
        if name not in found:
            yield f"{name} is missing"
            continue
        yield from (f"{name}: {problem}" for problem in _public_table(con, f'published.main."{name}"', built))


def _public_table(con: duckdb.DuckDBPyConnection, relation: str, built: _Built) -> Iterator[str]:
    searched = built.table.searched_columns
    search = [(_SEARCH, "VARCHAR")] if searched else []
    yield from _other_schema(_schema(con, relation), [*built.schema, *search])
    yield from _differing(con, relation, built, _as_it_is, _as_it_is)
    folded = f"published.main.fold(concat_ws(' ', {', '.join(_as_it_is(n, '') for n in searched)}))"
    wrong = f"select 1 from {relation} where {_SEARCH} is distinct from {folded} limit 1"
    if searched and con.execute(wrong).fetchall():
        yield _SEARCH


def _differing(
    con: duckdb.DuckDBPyConnection, relation: str, built: _Built, wanted: Written, found: Written
) -> Iterator[str]:
    """Columns of a file that are not as they were built.

    Args:
        relation: SQL of its rows.
        wanted: a column of the build's table as this format writes it.
        found: a column of the file.
    """
    rows, others = (", ".join(w(n, t) for n, t in built.schema) for w in (found, wanted))
    if _rows(con, relation, rows) != _rows(con, built.relation, others):
        yield from _columns(con, relation, built, wanted, found)


def _rows(con: duckdb.DuckDBPyConnection, relation: str, values: str) -> object:
    """Number of rows, and a digest over them."""
    return con.execute(f"select count(*), sum(hash({values})) from {relation}").fetchall()


def _columns(
    con: duckdb.DuckDBPyConnection, relation: str, built: _Built, wanted: Written, found: Written
) -> Iterator[str]:
    """In which columns a file that differs does so: in its key alone, where that is another; never in none."""
    key = built.table.primary_key
    ours, theirs = _digests(con, built.relation, built, wanted), _digests(con, relation, built, found)
    if ours.get(key) != theirs.get(key):
        rows, others = theirs.get(key, (0, 0))[0], ours.get(key, (0, 0))[0]
        yield f"{key}: {rows} rows, {others} built" if rows != others else f"{key}, the key of its rows"
        return
    names = [n for n in built.names if ours.get(n) != theirs.get(n)]
    yield from names or ["its rows are written otherwise"]


def _digests(
    con: duckdb.DuckDBPyConnection, relation: str, built: _Built, written: Written
) -> dict[str, tuple[int, int]]:
    """Column → its cells that are not empty, and a digest over them with the keys of their rows."""
    columns = ", ".join(f'cast({written(n, t)} as varchar) as "{n}"' for n, t in built.schema)
    key = written(built.table.primary_key, dict(built.schema)[built.table.primary_key])
    rows = con.execute(
        f"""select field, count(*), sum(hash("row", value)) from (
            unpivot (select cast({key} as varchar) as "row", {columns} from {relation})
            on columns(* exclude "row") into name field value value) group by field"""
    ).fetchall()
    return {field: (cells, digest) for field, cells, digest in rows}


def _other_schema(found: Schema, wanted: Schema) -> Iterator[str]:
    """Columns that are not there, are not to be there, or are of another type."""
    for name in sorted({n for n, _ in {*found} ^ {*wanted}}):
        yield f"{name} is {dict(found).get(name, 'missing')}, not {dict(wanted).get(name, 'on the allow-list')}"


def _schema(con: duckdb.DuckDBPyConnection, relation: str) -> Schema:
    return [(r[0], r[1]) for r in con.execute(f"describe select * from {relation}").fetchall()]


def _as_it_is(name: str, kind: str) -> str:
    return f'"{name}"'


def _text(name: str, kind: str) -> str:
    """A typed column as text."""
    return f"strftime(\"{name}\", '{_TIME}')" if kind == "TIMESTAMP" else f'cast("{name}" as varchar)'


def _spreadsheet(name: str, kind: str) -> str:
    text = _text(name, kind)
    return f"nullif({_HARMLESS.format(text)}, '')" if kind == "VARCHAR" else text


def _json(name: str, kind: str) -> str:
    """A typed column as JSON that was read says it: a fraction as the shortest number."""
    number = kind.startswith(("DECIMAL", "DOUBLE", "FLOAT"))
    value = f'cast("{name}" as double)' if number else _text(name, kind) if kind == "TIMESTAMP" else f'"{name}"'
    return f"cast(to_json({value}) as varchar)"


def _typed(names: Iterable[str], kind: str) -> str:
    return "{" + ", ".join(f"'{name}': '{kind}'" for name in names) + "}"


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
