"""What dbt is told of who reads the marts is what the notebooks and the cookbook ask."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from expectations.sheets.load import DBT_PROJECT, load_tables
from warehouse.build.manifest import MANIFEST, parsed_project

DOCS = DBT_PROJECT.parent / "docs"


def queries_of_the_cookbook() -> list[str]:
    return re.findall(r"```sql\n(.*?)```", (DOCS / "cookbook.md").read_text("utf-8"), re.DOTALL)


def queries_of_a_notebook(path: Path) -> list[str]:
    """Texts in its code that are questions in SQL."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    code = ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]
    texts = (n.value for c in code for n in ast.walk(ast.parse(c)) if isinstance(n, ast.Constant))
    return [t for t in texts if isinstance(t, str) and t.strip().lower().startswith(("select", "with"))]


def tables_of(query: str) -> set[str]:
    """The tables that a question names, by DuckDB's own parser."""

    def named(node: object) -> Iterator[str]:
        if isinstance(node, dict):
            if node.get("type") == "BASE_TABLE":
                yield node["table_name"]
            node = list(node.values())
        if isinstance(node, list):
            for part in node:
                yield from named(part)

    with duckdb.connect() as con:
        ((text,),) = con.execute("select json_serialize_sql(?)", [query]).fetchall()
    parsed = json.loads(text)
    assert not parsed["error"], query
    return set(named(parsed))


READERS = {"cookbook": queries_of_the_cookbook()} | {
    f"notebook_{p.stem}": queries_of_a_notebook(p) for p in sorted((DOCS / "notebooks").glob("*.ipynb"))
}


@pytest.mark.parametrize("name", READERS)
def test_an_exposure_names_what_its_reader_asks(name: str) -> None:
    exposures = json.loads((parsed_project(DBT_PROJECT) / MANIFEST).read_text("utf-8"))["exposures"]
    declared = {n.split(".")[-1] for n in exposures[f"exposure.infitah.{name}"]["depends_on"]["nodes"]}
    asked = {table for query in READERS[name] for table in tables_of(query)}
    after_dbt = {t.name for t in load_tables().values() if t.is_after_dbt}
    assert asked, "no question was found"
    assert declared == asked - after_dbt


def test_every_reader_is_an_exposure() -> None:
    exposures = json.loads((parsed_project(DBT_PROJECT) / MANIFEST).read_text("utf-8"))["exposures"]
    assert {e["name"] for e in exposures.values()} == {"release", "pages", *READERS}
