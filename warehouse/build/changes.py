"""What changed since the latest release, row by row and cell by cell: `_changes`.

Old release + changes = new release, for every table that has a key of its own (tests/warehouse/build/test_changes.py,
with daff as oracle). Volatile columns (extractor version, last-checked times) are not compared, nor are tables that
describe the night itself (`_build`, `source_nights`, `_changes`). Each change says why: the source changed; today's
extractors read the same capture otherwise; it was corrected or withdrawn; or the calendar alone moved (stale, overdue).
What was withdrawn is never repeated.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from expectations.explained import Compared
from expectations.sheets.model import Table
from warehouse.build.draft import Draft
from warehouse.build.withdrawals import REMOVED, Redactor

CHANGES = "_changes"
#: Columns that move with the calendar or with a night's fate, not with a source.
AGED = frozenset({"is_stale", "stale_cause_code", "is_overdue", "gone_date", "stale_since_date"})
_COLUMNS = (
    "change_id",
    "table_name",
    "row_key",
    "operation_code",
    "column_name",
    "old_value",
    "new_value",
    "cause_code",
    "since_release_id",
    "source_url",
    "captured_at",
    "capture_sha256",
)
_CHANGE_ID = (
    "'chg-' || translate(left(md5(concat_ws('|', table_name, row_key, operation_code, column_name)), 12), "
    "'0123456789abcdef', 'bcdfghjkmnpqrstv')"
)


def compared_tables(tables: dict[str, Table]) -> dict[str, Table]:
    """Tables whose rows have a key that lasts from release to release."""
    return {n: t for n, t in tables.items() if not t.tells_of_the_night}


def compared_files(draft: Draft) -> list[Compared]:
    """The compared tables that stand in the previous release too, with their files of both; empty for a first one."""
    if draft.previous is None:
        return []
    found = []
    for table in compared_tables(draft.tables).values():
        name = f"{draft.prefix}{table.name}.parquet"
        columns = [c.name for c in table.published_columns if not c.is_volatile]
        if (draft.previous / name).exists():
            found.append(Compared(table.name, draft.previous / name, draft.folder / name, table.primary_key, columns))
    return found


def count_changes(database: Path) -> dict[str, dict[str, int]]:
    """Table → operation → number of changes of a build."""
    found: dict[str, dict[str, int]] = {}
    with duckdb.connect(str(database), read_only=True) as con:
        for table, operation, n in con.execute(
            f'select table_name, operation_code, count(*) from marts."{CHANGES}" group by all order by all'
        ).fetchall():
            found.setdefault(table, {})[operation] = n
    return found


def write_changes(draft: Draft, redactor: Redactor) -> None:
    """Fill `marts._changes` of the draft's build. Empty for a first release."""
    with duckdb.connect(str(draft.database)) as con:
        con.execute("set TimeZone = 'UTC'")
        con.execute(f'drop table if exists marts."{CHANGES}"')
        kinds = {c.name: c.data_type for c in draft.tables[CHANGES].columns}
        con.execute(f'create table marts."{CHANGES}" ({", ".join(f"{n} {kinds[n]}" for n in _COLUMNS)})')
        if draft.previous is None:
            return
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


def _compare(con: duckdb.DuckDBPyConnection, draft: Draft, table: Table, old_file: Path) -> None:
    """Add the changes of one table."""
    had = [r[0] for r in con.execute("describe select * from read_parquet(?)", [str(old_file)]).fetchall()]
    now = [c.name for c in table.published_columns if not c.is_volatile]
    con.execute(f"create or replace temp view old_rows as select * from read_parquet('{old_file}')")
    con.execute(f'create or replace temp view new_rows as select * from marts."{table.name}"')
    has_extractor = "extractor_version" in [c.name for c in table.columns]
    reread = "'re_extracted'" if has_extractor else "'source_changed'"
    queries = [_added(draft, table, now, reread), _removed(draft, table, reread)]
    queries += [_changed(draft, table, c, reread, is_new=c not in had) for c in now if c != table.primary_key]
    for query in queries:
        con.execute(
            f'insert into marts."{CHANGES}" select {_CHANGE_ID}, * from ({query}) as c({", ".join(_COLUMNS[1:])})'
        )
    con.execute("drop view old_rows")
    con.execute("drop view new_rows")


def _added(draft: Draft, table: Table, columns: list[str], reread: str) -> str:
    """Rows that came: JSON of what is compared, so that the row can be made again from the change alone."""
    key = _quoted(table.primary_key)
    packed = ", ".join(f"{_quoted(c)} := {_quoted(c)}" for c in columns)
    return f"""
        select '{table.name}', {key}, 'added', null, null,
            cast(to_json(struct_pack({packed})) as varchar),
            case when (source_url, capture_sha256) in (select (source_url, capture_sha256) from old_rows)
                or (source_url, capture_sha256) in (select (source_url, capture_sha256) from old_documents)
                then {reread} else 'source_changed' end,
            '{draft.previous_id}', source_url, captured_at, capture_sha256
        from new_rows as n where {key} not in (select {key} from old_rows)"""


def _removed(draft: Draft, table: Table, reread: str) -> str:
    key = _quoted(table.primary_key)
    return f"""
        select '{table.name}', {key}, 'removed', null, null, null,
            case when is_withdrawn_address(source_url) then 'withdrawn'
                when (source_url, capture_sha256) in (select (source_url, capture_sha256) from new_rows)
                    or (source_url, capture_sha256) in (select (source_url, capture_sha256) from marts.documents)
                then {reread} else 'source_changed' end,
            '{draft.previous_id}', source_url, captured_at, capture_sha256
        from old_rows as o where {key} not in (select {key} from new_rows)"""


def _changed(draft: Draft, table: Table, column: str, reread: str, *, is_new: bool) -> str:
    """Cells of one column that differ; `is_new`: the previous release did not have it."""
    key, name = _quoted(table.primary_key), _quoted(column)
    before, after = "null" if is_new else f"cast(o.{name} as varchar)", f"cast(n.{name} as varchar)"
    if is_new:
        cause = "'schema_changed'"
    elif column in AGED:
        cause = "'aged'"
    else:
        cause = f"case when n.capture_sha256 <> o.capture_sha256 then 'source_changed' else {reread} end"
    withdrawn = f"coalesce(contains({after}, '{REMOVED}') and not contains({before}, '{REMOVED}'), false)"
    return f"""
        select '{table.name}', n.{key}, 'changed', '{column}',
            case when {withdrawn} then null else {before} end, {after},
            case when {withdrawn} then 'withdrawn' else {cause} end,
            '{draft.previous_id}', n.source_url, n.captured_at, n.capture_sha256
        from new_rows as n inner join old_rows as o on n.{key} = o.{key}
        where {after} is distinct from {before}"""


def _quoted(name: str) -> str:
    return f'"{name}"'
