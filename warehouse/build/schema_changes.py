"""What changed in the schema since the latest release, and what is announced: `schema-changes.json`."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

import duckdb
import yaml
from pydantic import ConfigDict, TypeAdapter

from expectations.sheets.load import DBT_PROJECT
from ingest.home import write_bytes
from warehouse.build.draft import Draft

#: Table → column → type.
Schema = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Notice:
    """A removal or a change of type that was announced (`dbt_project/notices.yml`)."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    table: str
    announced: dt.date
    effective: dt.date
    column: str | None = None
    """None for a whole table."""
    change: str | None = None
    reason: dict[str, str] = field(default_factory=dict)
    """Language → why."""


_NOTICES = TypeAdapter(list[Notice])


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


def load_notices(project: Path = DBT_PROJECT) -> list[Notice]:
    """Announced removals and changes of type.

    Raises:
        ValueError: an entry lacks a key or has an unknown one.
    """
    path = project / "notices.yml"
    return _NOTICES.validate_python(yaml.safe_load(path.read_text("utf-8")) or []) if path.exists() else []


def schema_of(folder: Path, prefix: str) -> Schema:
    """The schema of a release, read from its Parquet files."""
    found: Schema = {}
    with duckdb.connect() as con:
        for path in sorted(folder.glob(f"{prefix}*.parquet")):
            rows = con.execute("describe select * from read_parquet(?)", [str(path)]).fetchall()
            found[path.name.removeprefix(prefix).removesuffix(".parquet")] = {r[0]: r[1] for r in rows}
    return found


def schema_changes(
    old: Schema, new: Schema, notices: list[Notice], previous_date: str, date: str
) -> list[SchemaChange]:
    """Differences of two schemas.

    A removal is announced when its notice is older than the previous release and has come due.
    """

    def announced(table: str, column: str | None) -> bool:
        return any(
            (n.table, n.column) == (table, column)
            and n.announced.isoformat() <= previous_date
            and n.effective.isoformat() <= date
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
                    types = f"{before} → {after}"
                    found.append(SchemaChange(table, column, "type_changed", types, announced(table, column)))
    return found


def changes_of_schema(draft: Draft, notices: list[Notice]) -> list[SchemaChange]:
    """What differs between the files of a draft and the latest release; nothing for a first release."""
    if draft.previous is None or draft.previous_id is None:
        return []
    old, new = schema_of(draft.previous, draft.prefix), schema_of(draft.folder, draft.prefix)
    return schema_changes(old, new, notices, draft.previous_id.removeprefix(draft.prefix)[:10], draft.date)


def write_schema_changes(draft: Draft, notices: list[Notice]) -> None:
    """`schema-changes.json`: what differs from the latest release, and what is announced."""
    upcoming = [asdict(n) for n in notices if n.effective.isoformat() > draft.date]
    data = {
        "release": draft.release_id,
        "since": draft.previous_id,
        "changes": [asdict(c) for c in changes_of_schema(draft, notices)],
        "announced": [{k: v for k, v in n.items() if v} for n in upcoming],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n"
    write_bytes(draft.folder / "schema-changes.json", text.encode())
