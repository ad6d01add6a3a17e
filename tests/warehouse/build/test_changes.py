"""Old release + changes = new release, for every table, with daff as an independent oracle; and why each thing changed."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import daff
import duckdb
import pytest

from expectations.explained import unexplained
from expectations.sheets.load import load_tables
from expectations.sheets.model import Table
from ingest.home import Home
from warehouse.build.builds import candidate
from warehouse.build.changes import CHANGES, compared_files, compared_tables, write_changes
from warehouse.build.draft import Draft, make_draft
from warehouse.build.schema_changes import Notice, schema_changes
from warehouse.build.withdrawals import Redactor, Withdrawal
from warehouse.formats.tables import write_tables
from warehouse.release.tree import published_before

TABLES = load_tables()
#: What happened between two releases, as SQL over every compared table: {t} table, {k} key, {n} a column that may change.
PAIRS = {
    "additions": ["delete from old where hash({k}) % 3 = 0"],
    "edits": ["update new set {n} = {v} where hash({k}) % 4 = 1"],
    "deletions": ["delete from new where hash({k}) % 5 = 2"],
    "key_changes": ["update new set {k} = {k} || 'x' where hash({k}) % 6 = 3"],
    "everything": [
        "delete from old where hash({k}) % 7 = 0", "delete from new where hash({k}) % 7 = 1", "update new set {n} = {v} where hash({k}) % 7 in (2, 3)",
        "update new set {k} = {k} || 'x' where hash({k}) % 7 = 4",
    ],
}  # fmt: skip
_VALUES = {
    "varchar": "'قيمة أخرى'",
    "bigint": "7",
    "boolean": "not {n}",
    "timestamp": "timestamp '2020-01-01'",
    "decimal(18,2)": "12.50",
}


def changed_column(table: Table) -> str:
    names = [c.name for c in table.columns if not c.is_volatile and c.name != table.primary_key]
    return names[len(table.name) % len(names)]


@pytest.fixture(scope="module")
def base(generated_home: Home) -> tuple[Path, Draft]:
    build = candidate(generated_home)
    return build.database, make_draft(generated_home, build, TABLES, published_before(generated_home))


def make_pair(base: tuple[Path, Draft], folder: Path, statements: list[str]) -> Draft:
    """Two databases that differ as told, the older rendered as a release; the draft of the newer one."""
    source, draft = base
    for name in ("old", "new"):
        (folder / name).mkdir()
        shutil.copy(source, folder / name / "warehouse.duckdb")
    for table in compared_tables(TABLES).values():
        n = changed_column(table)
        for statement in statements:
            which = "old" if " old " in f" {statement} " else "new"
            value = _VALUES[table.column(n).data_type].replace("{n}", n)
            text = statement.replace(f" {which} ", f' marts."{table.name}" ', 1)
            with duckdb.connect(str(folder / which / "warehouse.duckdb")) as con:
                con.execute(
                    text.replace("{k}", f'"{table.primary_key}"').replace("{n}", f'"{n}"').replace("{v}", value)
                )
    release = folder / "release"
    with duckdb.connect(str(folder / "old" / "warehouse.duckdb")) as con:
        con.execute(f'delete from marts."{CHANGES}"')
    write_tables(replace(draft, folder=release, database=folder / "old" / "warehouse.duckdb"))
    newer = replace(
        draft, folder=folder / "files", database=folder / "new" / "warehouse.duckdb", previous=release, previous_id="sample-2026-11-20",
        release_id="sample-2026-11-21",
    )  # fmt: skip
    write_changes(newer, Redactor([]))
    write_tables(newer)
    return newer


def rows_of(folder: Path, draft: Draft, table: Table) -> list[dict[str, Any]]:
    names = ", ".join(f'"{c.name}"' for c in table.columns if not c.is_volatile)
    with duckdb.connect() as con:
        con.execute("set TimeZone = 'UTC'")
        cursor = con.execute(
            f"select {names} from read_parquet('{folder}/{draft.prefix}{table.name}.parquet') order by \"{table.primary_key}\""
        )
        keys = [d[0] for d in cursor.description or []]
        return [dict(zip(keys, r, strict=True)) for r in cursor.fetchall()]


def changes_of(draft: Draft, table: str) -> list[dict[str, Any]]:
    with duckdb.connect(str(draft.database), read_only=True) as con:
        cursor = con.execute(f'select * from marts."{CHANGES}" where table_name = ?', [table])
        names = [d[0] for d in cursor.description or []]
        return [dict(zip(names, r, strict=True)) for r in cursor.fetchall()]


def apply_changes(
    old: list[dict[str, Any]], changes: list[dict[str, Any]], key: str
) -> dict[str, dict[str, str | None]]:
    """The rows after `changes`, by key, every value as text: how a reader follows a table from release to release."""
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


def as_text(value: object) -> str:
    """A value in the words in which DuckDB casts it to text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def by_daff(old: list[dict[str, Any]], new: list[dict[str, Any]], key: str) -> dict[str, set[str]]:
    """What daff says of two tables: keys added, removed, changed."""
    names = list((new or old)[0])
    sheets = [[names, *[[None if v is None else as_text(v) for v in r.values()] for r in rows]] for rows in (old, new)]
    flags = daff.CompareFlags()
    flags.addPrimaryKey(key)
    flags.show_unchanged = False
    found = daff.PythonTableView([])
    daff.TableDiff(
        daff.compareTables(daff.PythonTableView(sheets[0]), daff.PythonTableView(sheets[1]), flags).align(), flags
    ).hilite(found)
    cells = [[found.getCell(x, y) for x in range(found.width)] for y in range(found.height)]
    header = next((row for row in cells if row[0] == "@@"), None)
    out: dict[str, set[str]] = {"added": set(), "removed": set(), "changed": set()}
    kinds = {"+++": "added", "---": "removed"}
    for row in cells:
        mark = str(row[0])
        kind = kinds.get(mark) or ("changed" if "->" in mark or "→" in mark else None)
        if kind and header:
            out[kind].add(str(row[header.index(key)]))
    return out


@pytest.mark.parametrize("pair", PAIRS)
def test_old_and_changes_make_new(base: tuple[Path, Draft], tmp_path: Path, pair: str) -> None:
    draft = make_pair(base, tmp_path, PAIRS[pair])
    assert draft.previous is not None
    seen = 0
    for table in compared_tables(TABLES).values():
        key = table.primary_key
        old, new = rows_of(draft.previous, draft, table), rows_of(draft.folder, draft, table)
        changes = changes_of(draft, table.name)
        seen += len(changes)
        made = apply_changes(old, changes, key)
        assert made == {str(r[key]): {c: None if v is None else as_text(v) for c, v in r.items()} for r in new}, (
            table.name
        )
        if len(old) + len(new) < 400:
            told: dict[str, set[str]] = {"added": set(), "removed": set(), "changed": set()}
            for c in changes:
                told[c["operation_code"]].add(c["row_key"])
            assert told == by_daff(old, new, key), table.name
    assert seen > 100
    # The gate's own check, written apart from both, agrees on the files.
    assert unexplained(compared_files(draft), changes_file(draft)) == []


def changes_file(draft: Draft) -> Path:
    return draft.folder / f"{draft.prefix}{CHANGES}.parquet"


@pytest.fixture(scope="module")
def everything(base: tuple[Path, Draft], tmp_path_factory: pytest.TempPathFactory) -> Draft:
    return make_pair(base, tmp_path_factory.mktemp("everything"), PAIRS["everything"])


_ONE = "rowid = (select min(rowid) from changes where {of})"
DEFECTS = {
    "lost": f"delete from changes where {_ONE}",
    "told of another row": f"update changes set row_key = row_key || 'z' where {_ONE}",
    "told twice": f"insert into changes select * from changes where {_ONE}",
}
CHANGED_DEFECTS = {
    "other value": f"update changes set new_value = 'x' where {_ONE}",
    "other old value": f"update changes set old_value = 'x' where {_ONE}",
    "other column": f"update changes set column_name = 'source_url' where {_ONE}",
}


@pytest.mark.parametrize(
    ("operation", "defect"),
    [(o, d) for o in ("added", "changed", "removed") for d in DEFECTS] + [("changed", d) for d in CHANGED_DEFECTS],
)
def test_changes_that_do_not_explain_are_seen(everything: Draft, tmp_path: Path, operation: str, defect: str) -> None:
    statement = {**DEFECTS, **CHANGED_DEFECTS}[defect]
    with duckdb.connect() as con:
        con.execute("create table changes as select * from read_parquet(?)", [str(changes_file(everything))])
        con.execute(statement.replace("{of}", f"operation_code = '{operation}' and table_name = 'decisions'"))
        con.execute(f"copy changes to '{tmp_path / 'changes.parquet'}' (format parquet)")
    found = unexplained(compared_files(everything), tmp_path / "changes.parquet")
    assert [p.split(":")[0] for p in found] == ["decisions"]


def test_nothing_changed_makes_no_change(base: tuple[Path, Draft], tmp_path: Path) -> None:
    draft = make_pair(base, tmp_path, [])
    with duckdb.connect(str(draft.database), read_only=True) as con:
        assert con.execute(f'select count(*) from marts."{CHANGES}"').fetchall() == [(0,)]


def causes(draft: Draft, table: str) -> set[str]:
    return {c["cause_code"] for c in changes_of(draft, table)}


@pytest.mark.parametrize(
    ("statement", "cause"),
    [
        # The same capture, read by another extractor.
        (
            "update new set title = 'قراءة أفضل', extractor_version = 'aaaaaaaaaaaa' where hash({k}) % 2 = 0",
            "re_extracted",
        ),
        # Another capture of the page.
        (
            "update new set title = 'نص جديد', capture_sha256 = repeat('a', 64) where hash({k}) % 2 = 0",
            "source_changed",
        ),
        ("update new set is_stale = true where not is_stale", "aged"),
        ("delete from new where hash({k}) % 2 = 0", "re_extracted"),
        ("delete from old where hash({k}) % 2 = 0", "re_extracted"),
    ],
)
def test_a_change_says_why(base: tuple[Path, Draft], tmp_path: Path, statement: str, cause: str) -> None:
    source, draft = base
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        shutil.copy(source, tmp_path / name / "warehouse.duckdb")
    which = "old" if " old " in statement else "new"
    with duckdb.connect(str(tmp_path / which / "warehouse.duckdb")) as con:
        con.execute(statement.replace(f" {which} ", " marts.agenda_items ", 1).replace("{k}", "agenda_item_id"))
    write_tables(replace(draft, folder=tmp_path / "release", database=tmp_path / "old" / "warehouse.duckdb"))
    newer = replace(
        draft,
        database=tmp_path / "new" / "warehouse.duckdb",
        previous=tmp_path / "release",
        previous_id="sample-2026-11-20",
    )
    write_changes(newer, Redactor([]))
    assert causes(newer, "agenda_items") == {cause}


def test_a_withdrawal_is_called_one_and_repeats_nothing(base: tuple[Path, Draft], tmp_path: Path) -> None:
    source, draft = base
    with duckdb.connect(str(source), read_only=True) as con:
        title, url = con.execute("select title, source_url from marts.decisions order by 1 limit 1").fetchall()[0]
    shutil.copy(source, tmp_path / "warehouse.duckdb")
    with duckdb.connect(str(tmp_path / "warehouse.duckdb")) as con:
        con.execute("update marts.decisions set title = '[…]' where title = ?", [title])
        gone = con.execute("select source_url from marts.tenders where source_url <> ? limit 1", [url]).fetchall()[0][0]
        con.execute("delete from marts.tenders where source_url = ?", [gone])
    write_tables(replace(draft, folder=tmp_path / "release", database=source))
    newer = replace(
        draft, database=tmp_path / "warehouse.duckdb", previous=tmp_path / "release", previous_id="sample-2026-11-20"
    )
    write_changes(newer, Redactor([Withdrawal("wd-1", "2026-11-21T00:00:00Z", "personal_data", None, gone)]))
    assert causes(newer, "decisions") == {"withdrawn"}
    assert causes(newer, "tenders") == {"withdrawn"}
    assert all(c["old_value"] is None for c in changes_of(newer, "decisions"))


def test_a_schema_change_is_told_and_its_cells_too(base: tuple[Path, Draft], tmp_path: Path) -> None:
    """A release that had no `topic_names` yet: the column comes with the new one, and old + changes is still new."""
    source, draft = base
    table = TABLES["openness_projects"]
    less = replace(table, columns=tuple(c for c in table.columns if c.name != "topic_names"))
    write_tables(
        replace(draft, folder=tmp_path / "release", database=source, tables={**TABLES, "openness_projects": less})
    )
    shutil.copy(source, tmp_path / "warehouse.duckdb")
    newer = replace(
        draft,
        database=tmp_path / "warehouse.duckdb",
        folder=tmp_path / "files",
        previous=tmp_path / "release",
        previous_id="sample-2026-11-20",
    )
    write_changes(newer, Redactor([]))
    write_tables(newer)
    old = [{**r, "topic_names": None} for r in rows_of(tmp_path / "release", newer, less)]
    new = rows_of(tmp_path / "files", newer, table)
    changes = changes_of(newer, "openness_projects")
    assert {c["cause_code"] for c in changes} == {"schema_changed"}
    made = apply_changes(old, changes, table.primary_key)
    assert made == {
        str(r[table.primary_key]): {c: None if v is None else as_text(v) for c, v in r.items()} for r in new
    }


def test_a_removal_needs_a_notice_that_an_earlier_release_carried() -> None:
    old, new = (
        {"sessions": {"session_id": "VARCHAR", "number": "BIGINT"}, "old_table": {"a": "VARCHAR"}},
        {"sessions": {"session_id": "VARCHAR"}},
    )
    notice = Notice("sessions", dt.date(2026, 10, 1), dt.date(2026, 11, 1), column="number")
    unannounced = schema_changes(old, new, [], "2026-11-20", "2026-11-21")
    assert [(c.table, c.change, c.is_breaking and not c.is_announced) for c in unannounced] == [
        ("old_table", "table_removed", True), ("sessions", "column_removed", True),
    ]  # fmt: skip
    announced = schema_changes(old, new, [notice], "2026-11-20", "2026-11-21")
    assert [c.is_announced for c in announced if c.table == "sessions"] == [True]
    late = replace(notice, announced=dt.date(2026, 11, 21))
    too_late = schema_changes(old, new, [late], "2026-11-20", "2026-11-21")
    assert [c.is_announced for c in too_late if c.table == "sessions"] == [False]
    early = replace(notice, effective=dt.date(2026, 12, 1))
    too_early = schema_changes(old, new, [early], "2026-11-20", "2026-11-21")
    assert [c.is_announced for c in too_early if c.table == "sessions"] == [False]
