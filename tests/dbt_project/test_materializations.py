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


State = dict[str, tuple[str, int]]
"""Name of an object → its kind and value."""


def make_project(folder: Path) -> Path:
    """Two models, one on the other, and one with a contract, made by our materialisations."""
    (folder / "models").mkdir(parents=True)
    (folder / "macros").mkdir()
    shutil.copy(DBT_PROJECT / "macros" / "materializations.sql", folder / "macros")
    shutil.copy(DBT_PROJECT / "profiles.yml", folder)
    settings = (DBT_PROJECT / "dbt_project.yml").read_text("utf-8").partition("models:\n")[0]
    (folder / "dbt_project.yml").write_text(settings, "utf-8")
    for name, text in _MODELS.items():
        (folder / "models" / f"{name}.sql").write_text(text, "utf-8")
    (folder / "models" / "promised.yml").write_text(_PROMISE, "utf-8")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


#: Builds one after the other in one folder: name → variables.
BUILDS = {
    "first": {},
    "again": {"value": "5"},
    "swapped": {"below": "view", "above": "table", "value": "7"},
    "swapped back": {"value": "9"},
    "a table fails": {"value": "no_such_column"},
    "a view fails": {"value": "no_such_column", "below": "view"},
    "mended": {"value": "6"},
    "a view breaks its contract": {"promise": "varchar", "kept": "2"},
    "a table": {"above": "table"},
    "a table breaks its contract": {"above": "table", "promise": "varchar", "kept": "2"},
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bool, State]]:
    """Of each of these builds whether it went well, and what was there then."""
    folder = tmp_path_factory.mktemp("built")
    ran = subprocess.run(
        [sys.executable, "-c", _BUILDS, json.dumps(list(BUILDS.values()))],
        cwd=folder,
        env=dbt_environment(folder, make_project(folder / "project")),
        capture_output=True,
        text=True,
        check=True,
    )
    told = [
        (went, {n: (k, v) for n, (k, v) in there.items()}) for went, there in json.loads(ran.stdout.splitlines()[-1])
    ]
    return dict(zip(BUILDS, told, strict=True))


def test_made_again_and_of_the_other_kind(built: dict[str, tuple[bool, State]]) -> None:
    table, view = "BASE TABLE", "VIEW"
    assert built["first"] == (True, {"below": (table, 1), "above": (view, 2), "promised": (view, 1)})
    assert built["again"] == (True, {"below": (table, 5), "above": (view, 6), "promised": (view, 1)})
    assert built["swapped"] == (True, {"below": (view, 7), "above": (table, 8), "promised": (table, 1)})
    assert built["swapped back"] == (True, {"below": (table, 9), "above": (view, 10), "promised": (view, 1)})


def test_where_a_model_fails_the_old_one_stays(built: dict[str, tuple[bool, State]]) -> None:
    before = built["swapped back"][1]
    assert built["a table fails"] == built["a view fails"] == (False, before)
    assert built["mended"] == (True, before | {"below": ("BASE TABLE", 6), "above": ("VIEW", 7)})


def test_a_contract_is_enforced(built: dict[str, tuple[bool, State]]) -> None:
    """Of a view and of a table: what was promised last stays."""
    went_well, there = built["a view breaks its contract"]
    assert (went_well, there["promised"]) == (False, ("VIEW", 1))
    went_well, there = built["a table breaks its contract"]
    assert (went_well, there["promised"]) == (False, ("BASE TABLE", 1))


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
    with pytest.raises(TransformError, match=r"(?s)failed: below: .*no_such_column"):
        run_dbt(project.parent, dbt_project=project)


def test_no_model_asks_for_what_is_left_out() -> None:
    nodes = json.loads((parsed_project(DBT_PROJECT) / MANIFEST).read_text("utf-8"))["nodes"]
    for node in (n for n in nodes.values() if n["resource_type"] == "model"):
        config = node["config"]
        asked = [
            k for k in ("pre-hook", "post-hook", "grants", "persist_docs", "indexes", "sql_header") if config.get(k)
        ]
        assert asked == [], node["name"]
