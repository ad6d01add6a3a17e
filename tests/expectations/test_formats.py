"""One changed cell in any format of a release is told by file and column, never by value."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from expectations import formats, workbooks
from expectations.release_checks import check_release
from expectations.release_files import ReleaseFiles
from expectations.sheets.load import load_tables
from ingest.home import Home
from tests.expectations.formats_of_a_release import (
    CHANGES,
    COLUMNS,
    OTHER,
    ROWS,
    Value,
    copy_release,
    in_public_database,
    make_release,
    release_of,
)
from warehouse.build.builds import candidate
from warehouse.build.draft import make_draft
from warehouse.release.tree import published_before


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> ReleaseFiles:
    return make_release(tmp_path_factory.mktemp("formats"), ROWS)


@pytest.fixture
def files(made: ReleaseFiles, tmp_path: Path) -> ReleaseFiles:
    """A copy of a release of odd values that a test may change."""
    return copy_release(made, tmp_path / "copy")


def told(files: ReleaseFiles) -> list[str]:
    return [*formats.disagreements(files), *workbooks.disagreements(files)]


def test_what_the_project_writes_agrees_whatever_the_values(files: ReleaseFiles) -> None:
    assert told(files) == []


@pytest.mark.parametrize("home", ["sample_home", "generated_home"])
def test_a_whole_release_agrees(home: str, request: pytest.FixtureRequest) -> None:
    opened: Home = request.getfixturevalue(home)
    draft = make_draft(opened, candidate(opened), load_tables(), published_before(opened))
    assert told(release_of(draft)) == []


@pytest.mark.parametrize("column", [*OTHER])
@pytest.mark.parametrize("where", [*CHANGES])
def test_another_value_is_seen(files: ReleaseFiles, where: str, column: str) -> None:
    name = CHANGES[where](files, "notes", "not-a", column, OTHER[column])
    problems = told(files)
    assert f"{name}: {column}" in problems
    assert not [p for p in problems if p not in (f"{name}: {column}", f"{name}: search_text")]
    assert not [p for p in problems if str(OTHER[column]) in p and OTHER[column] is not None]


@pytest.mark.parametrize("column", [*OTHER])
@pytest.mark.parametrize("where", [*CHANGES])
def test_an_emptied_cell_is_seen(files: ReleaseFiles, where: str, column: str) -> None:
    name = CHANGES[where](files, "notes", "not-a", column, None)
    assert f"{name}: {column}" in told(files)


@pytest.mark.parametrize("column", ["remark", "rows_count", "cost_mad"])
@pytest.mark.parametrize("where", [*CHANGES])
def test_two_cells_that_changed_places_are_seen(files: ReleaseFiles, where: str, column: str) -> None:
    values: dict[Value, Value] = {row[0]: row[[*COLUMNS].index(column)] for row in ROWS}
    name = CHANGES[where](files, "notes", "not-g", column, values["not-h"])
    CHANGES[where](files, "notes", "not-h", column, values["not-g"])
    assert f"{name}: {column}" in told(files)


@pytest.mark.parametrize("where", [w for w in CHANGES if w != "duckdb"])
def test_another_key_is_seen(files: ReleaseFiles, where: str) -> None:
    name = CHANGES[where](files, "notes", "not-a", "note_id", "not-z")
    assert [p for p in told(files) if p.startswith(f"{name}: note_id")]


def _text(path: Path, edit: Callable[[str], str], encoding: str = "utf-8") -> None:
    with path.open(encoding=encoding, newline="") as handle:
        before = handle.read()
    after = edit(before)
    assert after != before
    with path.open("w", encoding=encoding, newline="") as handle:
        handle.write(after)


def row_too_many(files: ReleaseFiles) -> str:
    _text(files.file("notes", ".ndjson"), lambda t: t + t.splitlines()[0] + "\n")
    return r"test-notes\.ndjson: note_id: 11 rows, 10 built"


def row_taken_away(files: ReleaseFiles) -> str:
    _text(files.file("notes", ".csv"), lambda t: re.sub(r"not-h.*\n", "", t))
    return r"test-notes\.csv: note_id: 9 rows, 10 built"


def row_twice_instead_of_another(files: ReleaseFiles) -> str:
    _text(files.file("notes", ".csv"), lambda t: re.sub(r"not-h.*\n", re.search(r"not-g.*\n", t)[0], t))  # type: ignore[index]
    return r"test-notes\.csv: note_id, the key of its rows"


def columns_that_changed_names(files: ReleaseFiles) -> str:
    _text(files.file("notes", ".csv"), lambda t: t.replace("title,remark", "remark,title", 1))
    return r"test-notes\.csv: cannot be read as what it should be"


def empty_text_for_none(files: ReleaseFiles) -> str:
    _text(files.file("notes", ".csv"), lambda t: t.replace("not-i,,", 'not-i,"",', 1))
    return r"test-notes\.csv: title"


def number_as_text(files: ReleaseFiles) -> str:
    _text(files.file("notes", ".ndjson"), lambda t: t.replace('"rows_count":12,', '"rows_count":"12",', 1))
    return r"test-notes\.ndjson: rows_count"


def text_as_number(files: ReleaseFiles) -> str:
    _text(files.file("notes", ".ndjson"), lambda t: t.replace('"remark":"1e5"', '"remark":1e5', 1))
    return r"test-notes\.ndjson: remark"


def name_that_is_not_published(files: ReleaseFiles) -> str:
    _text(files.file("notes", ".ndjson"), lambda t: t.replace('{"note_id"', '{"phone":"x","note_id"', 1))
    return r"test-notes\.ndjson: a line has other names than the columns"


def unescaped_formula(files: ReleaseFiles) -> str:
    _text(files.file("notes", ".spreadsheet.csv"), lambda t: t.replace("not-a;'=1+1", "not-a;=1+1", 1), "utf-8-sig")
    return r"test-notes\.spreadsheet\.csv: title"


def broken_quotes(files: ReleaseFiles) -> str:
    _text(files.file("notes", ".csv"), lambda t: t + 'not-k,"secret')
    return r"test-notes\.csv: cannot be read as what it should be \(\w+\)$"


def column_of_another_type(files: ReleaseFiles) -> str:
    path = files.file("notes", ".parquet")
    with duckdb.connect() as con:
        con.execute(
            "create table t as select * replace (cast(rows_count as varchar) as rows_count) from read_parquet(?)",
            [str(path)],
        )
        con.execute(f"copy t to '{path}' (format parquet)")
    return r"test-notes\.parquet: rows_count is VARCHAR, not BIGINT"


def words_to_search(files: ReleaseFiles) -> str:
    in_public_database(files, "notes", "not-a", "search_text", "secret")
    return r"test-infitah\.duckdb: notes: search_text"


def table_that_is_not_published(files: ReleaseFiles) -> str:
    with duckdb.connect(str(files.public_database)) as con:
        con.execute("create table people as select 'secret' as name")
    return r"test-infitah\.duckdb: people is no published table"


def column_that_is_not_published(files: ReleaseFiles) -> str:
    with duckdb.connect(str(files.public_database)) as con:
        con.execute("alter table notes add column phone varchar")
    return r"test-infitah\.duckdb: notes: phone is VARCHAR, not on the allow-list"


def missing_file(files: ReleaseFiles) -> str:
    files.file("nothing", ".csv").unlink()
    return r"test-nothing\.csv: cannot be read"


@pytest.mark.parametrize(
    "change",
    [
        row_too_many, row_taken_away, row_twice_instead_of_another, columns_that_changed_names, empty_text_for_none, number_as_text,
        text_as_number, name_that_is_not_published, unescaped_formula, broken_quotes, column_of_another_type, words_to_search,
        table_that_is_not_published, column_that_is_not_published, missing_file,
    ],
    ids=lambda c: c.__name__,
)  # fmt: skip
def test_what_is_not_as_it_was_built_is_seen(files: ReleaseFiles, change: Callable[[ReleaseFiles], str]) -> None:
    expected = change(files)
    problems = formats.disagreements(files)
    assert [p for p in problems if re.match(expected, p)], problems
    assert not [p for p in problems if "secret" in p]


def test_promise_1_a_changed_cell_blocks_the_release(home_copy: Home) -> None:
    build = candidate(home_copy)
    draft = make_draft(home_copy, build, load_tables(), published_before(home_copy))
    files = release_of(draft)
    with duckdb.connect(str(files.database), read_only=True) as con:
        key = con.execute("select min(plan_id) from marts.plans where title is not null").fetchall()[0][0]
    in_public_database(files, "plans", key, "title", "secret")
    found = {o.check_id: o for o in check_release(files)}["release.formats_agree"]
    assert found.blocks
    assert found.detail is not None
    assert "sample-infitah.duckdb: plans: title" in found.detail
    assert "secret" not in found.detail
