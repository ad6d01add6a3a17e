"""The tables of a stored release, without what was withdrawn: read from its own files, as its own dictionary says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from expectations.sheets.load import load_tables
from expectations.sheets.model import Column, Table
from warehouse.build.changes import CHANGES
from warehouse.build.input_rows import DictionaryRow
from warehouse.build.withdrawals import Redactor

_LANGUAGES = ("ar", "fr", "en")


@dataclass(frozen=True)
class StoredTables:
    """Declarations and rows of each table."""

    tables: dict[str, Table]
    frames: dict[str, pa.Table]

    def follow(self, previous_id: str) -> None:
        """Let the changes be told since a release that has another name by now."""
        if CHANGES not in self.frames:
            return
        frame = self.frames[CHANGES]
        ids = pa.array([previous_id] * frame.num_rows, pa.string())
        position = frame.schema.get_field_index("since_release_id")
        self.frames[CHANGES] = frame.set_column(position, "since_release_id", ids)

    def write_database(self, path: Path) -> None:
        """The tables in schema `marts` of a new DuckDB file, as a build has them."""
        with duckdb.connect(str(path)) as con:
            con.execute("set TimeZone = 'UTC'")
            con.execute("create schema marts")
            for name, table in self.tables.items():
                frame = self.frames[name]  # noqa: F841 (DuckDB finds it by name)
                columns = ", ".join(f'"{c.name}" {c.data_type}' for c in table.columns)
                con.execute(f'create table marts."{name}" ({columns})')
                names = ", ".join(f'"{c.name}"' for c in table.columns)
                con.execute(f'insert into marts."{name}" ({names}) select {names} from frame')


def read_stored(folder: Path, prefix: str, redactor: Redactor) -> StoredTables:
    """The tables of a stored release, without what was withdrawn; `redactor.hits` says what was found."""
    tables = _tables_of(folder, prefix)
    frames = {t: pq.read_table(folder / f"{prefix}{t}.parquet") for t in tables}
    return StoredTables(tables, {t: _redacted(frame, tables[t], redactor) for t, frame in frames.items()})


def _tables_of(folder: Path, prefix: str) -> dict[str, Table]:
    """As the models declare them today, with columns that only the release's own dictionary still knows."""
    today = load_tables()
    own: dict[str, list[DictionaryRow]] = {}
    for row in sorted(_dictionary(folder, prefix), key=lambda r: (r.table_name, r.position)):
        own.setdefault(row.table_name, []).append(row)
    found: dict[str, Table] = {}
    for name in [*(t for t in today if t in own), *(t for t in own if t not in today)]:
        had = set(pq.read_schema(folder / f"{prefix}{name}.parquet").names)
        now = {c.name: c for c in today[name].columns} if name in today else {}
        columns = tuple(now.get(r.column_name) or _column(r) for r in own[name] if r.column_name in had)
        found[name] = replace(today[name], columns=columns) if name in today else _table(name, own[name], columns)
    return found


def _dictionary(folder: Path, prefix: str) -> Iterable[DictionaryRow]:
    names = [f.name for f in fields(DictionaryRow)]
    rows = pq.read_table(folder / f"{prefix}_dictionary.parquet", columns=names).to_pylist()
    return (DictionaryRow(**row) for row in rows)


def _table(name: str, rows: list[DictionaryRow], columns: tuple[Column, ...]) -> Table:
    """A table that is not declared any more."""
    label = dict.fromkeys(_LANGUAGES, name)
    return Table(name=name, label=label, definition=label, licence=rows[0].licence_code, columns=columns)


def _column(row: DictionaryRow) -> Column:
    """A column that is not declared any more."""
    return Column(
        name=row.column_name,
        data_type=row.data_type,
        kind="key" if row.is_key else "text",
        is_nullable=not row.is_key,
        is_volatile=row.is_volatile,
        is_published=True,
        personal_data=row.personal_data_code,
        codes={code: {} for code in (row.codes or "").split()},
        references=None,
        label={"ar": row.label_ar, "fr": row.label_fr, "en": row.label_en},
        definition={"ar": row.definition_ar, "fr": row.definition_fr, "en": row.definition_en},
    )


def _redacted(frame: pa.Table, table: Table, redactor: Redactor) -> pa.Table:
    """A table without what was withdrawn: words replaced in texts, rows of a withdrawn address left out.

    A finding that sets two documents side by side has the words of both.
    """
    for name in {"source_url", "other_source_url"} & set(frame.column_names):
        urls = frame.column(name).to_pylist()
        verdict = {u: u is not None and redactor.drops(u) for u in set(urls)}
        frame = frame.filter(pa.array([not verdict[u] for u in urls], pa.bool_()))
    for column in table.columns:
        if column.kind != "text":
            continue
        words = frame.column(column.name).to_pylist()
        clean = [None if w is None else redactor.text(w) for w in words]
        if clean != words:
            index = frame.schema.get_field_index(column.name)
            frame = frame.set_column(index, frame.schema.field(index), pa.array(clean, pa.string()))
    return frame
