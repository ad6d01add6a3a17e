"""Every query of the cookbook and both notebooks run on a release; analysts copy them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

import infitah
from infitah.cli import main
from ingest.code import ROOT as PROJECT
from ingest.home import Home
from warehouse.release.reader import database_of

QUERIES = re.findall(
    r"```sql\n-- (\d+)\. ([^\n]+)\n(.*?)```", (PROJECT / "docs/cookbook.md").read_text("utf-8"), re.DOTALL
)
#: Questions to which the generated data hold no answer, rightly.
_EMPTY = {"6", "19", "26", "31", "32"}


def test_the_cookbook_is_complete() -> None:
    assert [int(n) for n, _, _ in QUERIES] == list(range(1, len(QUERIES) + 1))
    assert len(QUERIES) >= 25


@pytest.mark.parametrize(("number", "title", "query"), QUERIES, ids=[f"{n}" for n, _, _ in QUERIES])
def test_a_query_of_the_cookbook(generated_home: Home, number: str, title: str, query: str) -> None:
    with duckdb.connect(str(database_of(generated_home)), read_only=True) as con:
        rows = con.execute(query).fetchall()
    assert rows or number in _EMPTY, title


@pytest.mark.parametrize("name", ["sessions", "network"])
def test_a_notebook(generated_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    import nbformat
    from nbclient import NotebookClient

    monkeypatch.setenv("INFITAH_HOME", str(generated_home.root))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    notebook = nbformat.read(PROJECT / "docs" / "notebooks" / f"{name}.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    assert all(c.get("outputs") for c in notebook.cells if c.cell_type == "code")


def test_sql_in_three_formats(generated_home: Home) -> None:
    def ask(output: str) -> str:
        told = CliRunner().invoke(
            main, ["sql", "select 1 as a, 'نص' as b", "--home", str(generated_home.root), "--format", output]
        )
        assert told.exit_code == 0, told.output
        return told.output

    assert json.loads(ask("json")) == [{"a": 1, "b": "نص"}]
    assert list(csv.reader(io.StringIO(ask("csv")))) == [["a", "b"], ["1", "نص"]]
    assert "(1 rows)" in ask("table")
    wrong = CliRunner().invoke(main, ["sql", "select nothing from nowhere", "--home", str(generated_home.root)])
    assert wrong.exit_code == 1


@pytest.mark.parametrize("words", ["ميزانية", "الميزانيَّة", "الميزانيه", "MIZANIYA"])
def test_arabic_search_finds_every_spelling(generated_home: Home, words: str) -> None:
    told = CliRunner().invoke(
        main, ["search", words, "--table", "agenda_items", "--home", str(generated_home.root), "--format", "json"]
    )
    assert told.exit_code == 0, told.output
    found = json.loads(told.output)
    assert bool(found) == (words != "MIZANIYA")
    assert all(r["table_name"] == "agenda_items" for r in found)
    with infitah.connect(generated_home.root) as con:
        titles = [t for (t,) in con.execute("select title from agenda_items").fetchall()]
    assert all(any(r["words"] in t for t in titles) for r in found), "the source's own words are shown"
    unknown = CliRunner().invoke(main, ["search", "x", "--table", "votes_cast", "--home", str(generated_home.root)])
    assert unknown.exit_code == 1
    assert "no words to search" in unknown.output


def test_connect_reads_and_never_writes(generated_home: Home) -> None:
    with infitah.connect(generated_home.root) as con, pytest.raises(duckdb.Error):
        con.execute("create table x (a int)")


def test_the_fold_of_the_file_is_that_of_the_readers(generated_home: Home) -> None:
    """The macro agrees with the fold that matching uses, signs aside, on every word that is published."""
    from ingest.text.fold import fold

    with duckdb.connect(str(database_of(generated_home)), read_only=True) as con:
        texts = [
            r[0]
            for r in con.execute(
                "select name_ar from collectivities union select name_fr from collectivities union select title from agenda_items"
            ).fetchall()
        ]
        folded = dict(con.execute("select t, fold(t) from (select unnest(?) as t)", [texts]).fetchall())
    wrong = [(t, folded[t]) for t in texts if re.sub(r"[\W_]+", " ", fold(t)).strip() != folded[t]]
    assert wrong == []
