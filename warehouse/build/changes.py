"""What changed since the latest release: `_changes`, row by row and cell by cell, and `schema-changes.json`.

Old release + changes = new release, for every table that has a key of its own (tests/warehouse/build/test_changes.py, with daff as oracle). Volatile columns (extractor
version, last-checked times) are not compared, nor are tables that describe the night itself (`_build`, `source_nights`, `_changes`).
Each change says why: the source changed; today's extractors read the same capture otherwise; it was corrected or withdrawn; or the calendar alone
moved (stale, overdue). What was withdrawn is never repeated.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb
import yaml

from expectations.explained import Compared
from ingest.home import write_bytes
from warehouse.build.draft import Draft, published_columns
from warehouse.build.tables import DBT_PROJECT, Table
from warehouse.build.withdrawals import REMOVED, Redactor

CHANGES = "_changes"
#: Columns that move with the calendar or with a night's fate, not with a source.
AGED = frozenset({"is_stale", "stale_cause_code", "is_overdue", "gone_date", "stale_since_date"})
_COLUMNS = (
    "change_id", "table_name", "row_key", "operation_code", "column_name", "old_value", "new_value", "cause_code", "since_release_id",
    "source_url", "captured_at", "capture_sha256",
)  # fmt: skip


def compared_tables(tables: dict[str, Table]) -> dict[str, Table]:
    """Tables whose rows have a key that lasts from release to release."""
    return {n: t for n, t in tables.items() if n != CHANGES and not t.column(t.primary_key).is_volatile}


def compared_files(draft: Draft) -> list[Compared]:
    """The compared tables that stand in the previous release too, with their files of both; empty for a first release."""
    if draft.previous is None:
        return []
    found = []
    for table in compared_tables(draft.tables).values():
        name = f"{draft.prefix}{table.name}.parquet"
        columns = [c.name for c in published_columns(table) if not c.is_volatile]
        if (draft.previous / name).exists():
            found.append(Compared(table.name, draft.previous / name, draft.folder / name, table.primary_key, columns))
    return found


def write_changes(draft: Draft, redactor: Redactor) -> int:
    """Fill `marts._changes` of the draft's build; returns the number of changes. Empty for a first release."""
    with duckdb.connect(str(draft.database)) as con:
        con.execute("set TimeZone = 'UTC'")
        con.execute(f'drop table if exists marts."{CHANGES}"')
        kinds = {c.name: c.data_type for c in draft.tables[CHANGES].columns}
        con.execute(f'create table marts."{CHANGES}" ({", ".join(f"{n} {kinds[n]}" for n in _COLUMNS)})')
        if draft.previous is not None:
            documents = draft.previous / f"{draft.prefix}documents.parquet"
            con.execute(
                f"create temp view old_documents as select source_url, capture_sha256 from read_parquet('{documents}')"
            )
            con.create_function("is_withdrawn_address", lambda url: redactor.drops(url), ["VARCHAR"], "BOOLEAN")
            for table in compared_tables(draft.tables).values():
                old = draft.previous / f"{draft.prefix}{table.name}.parquet"
                if old.exists():
                    _compare(con, draft, table, old)
            con.remove_function("is_withdrawn_address")
        return int(con.execute(f'select count(*) from marts."{CHANGES}"').fetchall()[0][0])


def _compare(con: duckdb.DuckDBPyConnection, draft: Draft, table: Table, old_file: Path) -> None:
    key = table.primary_key
    had = [r[0] for r in con.execute("describe select * from read_parquet(?)", [str(old_file)]).fetchall()]
    now = [c.name for c in published_columns(table) if not c.is_volatile]
    con.execute(f"create or replace temp view old_rows as select * from read_parquet('{old_file}')")
    con.execute(f'create or replace temp view new_rows as select * from marts."{table.name}"')
    has_extractor = "extractor_version" in [c.name for c in table.columns]
    reread = "'re_extracted'" if has_extractor else "'source_changed'"
    insert = f'insert into marts."{CHANGES}" select {_change_id()}, * from ('
    names = f"as c({', '.join(_COLUMNS[1:])})"
    # Rows that came: JSON of what is compared, so that the row can be made again from the change alone.
    packed = ", ".join(f"{_quoted(c)} := {_quoted(c)}" for c in now)
    con.execute(
        f"""{insert}
        select '{table.name}' as table_name, {_quoted(key)} as row_key, 'added' as operation_code, null as column_name, null as old_value,
            cast(to_json(struct_pack({packed})) as varchar) as new_value,
            case when (source_url, capture_sha256) in (select (source_url, capture_sha256) from old_rows)
                or (source_url, capture_sha256) in (select (source_url, capture_sha256) from old_documents)
                then {reread} else 'source_changed' end as cause_code,
            '{draft.previous_id}' as since_release_id, source_url, captured_at, capture_sha256
        from new_rows as n where {_quoted(key)} not in (select {_quoted(key)} from old_rows)) {names}"""
    )
    con.execute(
        f"""{insert}
        select '{table.name}', {_quoted(key)}, 'removed', null, null, null,
            case when is_withdrawn_address(source_url) then 'withdrawn'
                when (source_url, capture_sha256) in (select (source_url, capture_sha256) from new_rows)
                    or (source_url, capture_sha256) in (select (source_url, capture_sha256) from marts.documents)
                then {reread} else 'source_changed' end,
            '{draft.previous_id}', source_url, captured_at, capture_sha256
        from old_rows as o where {_quoted(key)} not in (select {_quoted(key)} from new_rows)) {names}"""
    )
    for column in now:
        if column == key:
            continue
        before = f"cast(o.{_quoted(column)} as varchar)" if column in had else "null"
        after = f"cast(n.{_quoted(column)} as varchar)"
        if column not in had:
            cause = "'schema_changed'"
        elif column in AGED:
            cause = "'aged'"
        else:
            cause = f"case when n.capture_sha256 <> o.capture_sha256 then 'source_changed' else {reread} end"
        withdrawn = f"coalesce(contains({after}, '{REMOVED}') and not contains({before}, '{REMOVED}'), false)"
        con.execute(
            f"""{insert}
            select '{table.name}', n.{_quoted(key)}, 'changed', '{column}', case when {withdrawn} then null else {before} end, {after},
                case when {withdrawn} then 'withdrawn' else {cause} end, '{draft.previous_id}', n.source_url, n.captured_at, n.capture_sha256
            from new_rows as n inner join old_rows as o on n.{_quoted(key)} = o.{_quoted(key)}
            where {after} is distinct from {before}) {names}"""
        )
    con.execute("drop view old_rows")
    con.execute("drop view new_rows")


def _change_id() -> str:
    return (
        "'chg-' || translate(left(md5(concat_ws('|', table_name, row_key, operation_code, column_name)), 12), "
        "'0123456789abcdef', 'bcdfghjkmnpqrstv')"
    )


def _quoted(name: str) -> str:
    return f'"{name}"'


def apply_changes(
    old: list[dict[str, Any]], changes: list[dict[str, Any]], key: str
) -> dict[str, dict[str, str | None]]:
    """The rows after `changes`, by key, every value as text: how a reader follows a table from release to release.

    Args:
        old: rows of the older release.
        changes: rows of `_changes` of the newer one, for this table.
    """
    rows = {str(r[key]): {c: None if v is None else as_text(v) for c, v in r.items()} for r in old}
    for change in changes:
        if change["operation_code"] == "removed":
            rows.pop(change["row_key"])
        elif change["operation_code"] == "added":
            made = json.loads(change["new_value"], parse_float=str)
            rows[change["row_key"]] = {c: None if v is None else as_text(v) for c, v in made.items()}
        else:
            rows[change["row_key"]][change["column_name"]] = change["new_value"]
    return rows


def as_text(value: Any) -> str:
    """A value in the words in which DuckDB casts it to text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


@dataclass(frozen=True)
class SchemaChange:
    """One difference between the schemas of two releases, or one that was announced."""

    table: str
    column: str | None
    change: str
    """table_added, table_removed, column_added, column_removed, type_changed."""
    detail: str | None
    is_announced: bool
    """Breaking changes need a notice that the release before this one carried."""

    @property
    def is_breaking(self) -> bool:
        return self.change in ("table_removed", "column_removed", "type_changed")


def load_notices(project: Path = DBT_PROJECT) -> list[dict[str, Any]]:
    """Announced removals: table, column, change, announced, effective, reason ×3 (`dbt_project/notices.yml`)."""
    path = project / "notices.yml"
    return (yaml.safe_load(path.read_text("utf-8")) or []) if path.exists() else []


def schema_of(folder: Path, prefix: str) -> dict[str, dict[str, str]]:
    """Table → column → type, read from the Parquet files of a release."""
    found: dict[str, dict[str, str]] = {}
    with duckdb.connect() as con:
        for path in sorted(folder.glob(f"{prefix}*.parquet")):
            rows = con.execute("describe select * from read_parquet(?)", [str(path)]).fetchall()
            found[path.name.removeprefix(prefix).removesuffix(".parquet")] = {r[0]: r[1] for r in rows}
    return found


def schema_changes(
    old: dict[str, dict[str, str]],
    new: dict[str, dict[str, str]],
    notices: list[dict[str, Any]],
    previous_date: str,
    date: str,
) -> list[SchemaChange]:
    """Differences of two schemas; a removal is announced when its notice is older than the previous release and has come due."""

    def announced(table: str, column: str | None) -> bool:
        return any(
            n["table"] == table
            and n.get("column") == column
            and str(n["announced"]) <= previous_date
            and str(n["effective"]) <= date
            for n in notices
        )

    found = []
    for table in sorted(old.keys() | new.keys()):
        if table not in new:
            found.append(SchemaChange(table, None, "table_removed", None, announced(table, None)))
        elif table not in old:
            found.append(SchemaChange(table, None, "table_added", None, True))
        else:
            for column in [*old[table], *(c for c in new[table] if c not in old[table])]:
                before, after = old[table].get(column), new[table].get(column)
                if after is None:
                    found.append(SchemaChange(table, column, "column_removed", before, announced(table, column)))
                elif before is None:
                    found.append(SchemaChange(table, column, "column_added", after, True))
                elif before != after:
                    found.append(
                        SchemaChange(table, column, "type_changed", f"{before} → {after}", announced(table, column))
                    )
    return found


def write_schema_changes(draft: Draft, notices: list[dict[str, Any]]) -> list[SchemaChange]:
    """`schema-changes.json`: what differs from the latest release, and what is announced."""
    found: list[SchemaChange] = []
    if draft.previous is not None and draft.previous_id is not None:
        previous_date = draft.previous_id.removeprefix(draft.prefix)[:10]
        found = schema_changes(
            schema_of(draft.previous, draft.prefix),
            schema_of(draft.folder, draft.prefix),
            notices,
            previous_date,
            draft.date,
        )
    upcoming = [n for n in notices if dt.date.fromisoformat(str(n["effective"])) > dt.date.fromisoformat(draft.date)]
    data = {
        "release": draft.release_id, "since": draft.previous_id, "changes": [asdict(c) for c in found],
        "announced": json.loads(json.dumps(upcoming, default=str)),
    }  # fmt: skip
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_bytes(draft.folder / "schema-changes.json", text.encode())
    return found
