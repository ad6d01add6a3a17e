"""Tables and views made under their own name: right in a build where objects exist already, of either kind."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from expectations.sheets.load import DBT_PROJECT
from warehouse.build.dbt import TransformError, dbt_environment, run_dbt
from warehouse.build.manifest import MANIFEST, parsed_project

#: Builds once for each set of variables (JSON in the first argument), in one process; prints whether it went well, and the
#: kind and value of what stands in the database then.
_BUILDS = """
import json, sys
import duckdb
from dbt.cli.main import dbtRunner
told = []
for variables in json.loads(sys.argv[1]):
    went_well = dbtRunner().invoke(["--quiet", "build", "--vars", json.dumps(variables)]).success
    with duckdb.connect("warehouse.duckdb") as con:
        there = con.execute("select table_name, table_type from information_schema.tables where table_schema = 'main'").fetchall()
        told.append([went_well, {n: [k, con.execute(f"select n from {n}").fetchone()[0]] for n, k in there}])
print(json.dumps(told))
"""
_MODELS = {
    "below": "{{ config(materialized=var('below', 'table')) }}\nselect {{ var('value', 1) }} as n",
    "above": "{{ config(materialized=var('above', 'view')) }}\nselect n + 1 as n from {{ ref('below') }}",
    "promised": "{{ config(materialized=var('above', 'view')) }}\nselect cast({{ var('kept', 1) }} as bigint) as n",
}
_PROMISE = """
models:
  - name: promised
    config: {contract: {enforced: true}}
    columns: [{name: n, data_type: "{{ var('promise', 'bigint') }}"}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two models, one on the other, and one with a contract, made by our materialisations."""
    folder = tmp_path / "project"
    (folder / "models").mkdir(parents=True)
    shutil.copytree(DBT_PROJECT / "macros", folder / "macros", ignore=lambda _, names: set(names) - {"materializations.sql"})
    shutil.copy(DBT_PROJECT / "profiles.yml", folder)
    settings = (DBT_PROJECT / "dbt_project.yml").read_text("utf-8").partition("models:\n")[0]
    (folder / "dbt_project.yml").write_text(settings, "utf-8")
    for name, text in _MODELS.items():
        (folder / "models" / f"{name}.sql").write_text(text, "utf-8")
    (folder / "models" / "promised.yml").write_text(_PROMISE, "utf-8")
    return folder


def build(project: Path, *variables: dict[str, str]) -> list[tuple[bool, dict[str, tuple[str, int]]]]:
    """Build it once for each set of variables, in one folder; each time whether it went well, and what is there."""
    ran = subprocess.run(
        [sys.executable, "-c", _BUILDS, json.dumps(variables)],
        cwd=project.parent,
        env=dbt_environment(project.parent, project),
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(ran.stdout.splitlines()[-1])
    return [(went, {n: (kind, value) for n, (kind, value) in there.items()}) for went, there in told]


def test_made_again_and_of_the_other_kind(project: Path) -> None:
    swapped = {"below": "view", "above": "table", "value": "7"}
    table, view = "BASE TABLE", "VIEW"
    assert build(project, {}, {"value": "5"}, swapped, {"value": "9"}) == [
        (True, {"below": (table, 1), "above": (view, 2), "promised": (view, 1)}),
        (True, {"below": (table, 5), "above": (view, 6), "promised": (view, 1)}),
        (True, {"below": (view, 7), "above": (table, 8), "promised": (table, 1)}),
        (True, {"below": (table, 9), "above": (view, 10), "promised": (view, 1)}),
    ]


def test_where_a_model_fails_the_old_one_stays(project: Path) -> None:
    good, as_a_view = {"value": "5"}, {"value": "no_such_column", "below": "view"}
    first, table_fails, view_fails, again = build(project, good, {"value": "no_such_column"}, as_a_view, {"value": "6"})
    assert first[1]["below"] == ("BASE TABLE", 5)
    assert (table_fails, view_fails) == ((False, first[1]), (False, first[1]))
    assert again == (True, {"below": ("BASE TABLE", 6), "above": ("VIEW", 7), "promised": ("VIEW", 1)})


def test_a_contract_is_enforced(project: Path) -> None:
    """Of a view and of a table: what was promised last stays."""
    other_type = {"promise": "varchar", "kept": "2"}
    a_view, broken_view, a_table, broken_table = build(
        project, {"above": "view"}, {"above": "view"} | other_type, {"above": "table"}, {"above": "table"} | other_type
    )
    assert a_view[0] and (broken_view[0], broken_view[1]["promised"]) == (False, ("VIEW", 1))
    assert a_table[0] and (broken_table[0], broken_table[1]["promised"]) == (False, ("BASE TABLE", 1))


def test_the_catalog_knows_what_is_there(project: Path) -> None:
    run_dbt(project.parent, dbt_project=project)
    nodes = json.loads((project.parent / "target" / "catalog.json").read_text("utf-8"))["nodes"]
    found = {n["metadata"]["name"]: (n["metadata"]["type"], list(n["columns"])) for n in nodes.values()}
    assert found == {"below": ("BASE TABLE", ["n"]), "above": ("VIEW", ["n"]), "promised": ("VIEW", ["n"])}
    assert (project.parent / "docs" / "index.html").exists()


def test_documentation_that_fails_is_an_error(project: Path) -> None:
    stop = "{{ exceptions.raise_compiler_error('no catalog') }}"
    for signature in ("duckdb__get_catalog_relations(schema, relations)", "duckdb__get_catalog(schema, schemas)"):
        path = project / "macros" / f"{signature.partition('(')[0]}.sql"
        path.write_text(f"{{% macro {signature} %}}{stop}{{% endmacro %}}", "utf-8")
    with pytest.raises(TransformError, match="no catalog"):
        run_dbt(project.parent, dbt_project=project)
    assert not (project.parent / "docs" / "index.html").exists()


def test_a_model_that_fails_is_named(project: Path) -> None:
    (project / "models" / "below.sql").write_text("select no_such_column as n", "utf-8")
    with pytest.raises(TransformError, match="(?s)failed: below: .*no_such_column"):
        run_dbt(project.parent, dbt_project=project)


def test_no_model_asks_for_what_is_left_out() -> None:
    nodes = json.loads((parsed_project(DBT_PROJECT) / MANIFEST).read_text("utf-8"))["nodes"]
    for node in (n for n in nodes.values() if n["resource_type"] == "model"):
        config = node["config"]
        asked = [k for k in ("pre-hook", "post-hook", "grants", "persist_docs", "indexes", "sql_header") if config.get(k)]
        assert asked == [], node["name"]
