"""Nothing of a build is without a description: every model and source, every column that is really there, and no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from expectations.sheets.load import load_sheets
from ingest.home import Home
from warehouse.build.builds import Build, candidate


@pytest.fixture(scope="module")
def build(generated_home: Home) -> Build:
    return candidate(generated_home)


def artefact(build: Build, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((build.target / name).read_text("utf-8"))
    return found


def problems(name: str, told: dict[str, Any], there: set[str]) -> list[str]:
    """What is missing from a description, or too much in it."""
    described = {n for n, c in told["columns"].items() if c["description"].strip()}
    found = [] if len(told["description"]) > 10 else [f"{name} has no description"]
    found += [f"{name}.{column} has no description" for column in sorted(there - described)]
    return found + [f"{name}.{column} is described and not there" for column in sorted(told["columns"].keys() - there)]


def test_every_model_and_column_of_a_build_is_described(build: Build) -> None:
    """The catalog is what the database holds; models that are only text in others have no table in it."""
    nodes, catalog = artefact(build, "manifest.json")["nodes"], artefact(build, "catalog.json")["nodes"]
    models = {i: n for i, n in nodes.items() if n["resource_type"] == "model"}
    tables = {i: n for i, n in models.items() if n["config"]["materialized"] != "ephemeral"}
    assert catalog.keys() == tables.keys()
    found = [p for i, n in tables.items() for p in problems(n["name"], n, set(catalog[i]["columns"]))]
    found += [
        p
        for n in models.values()
        if n["config"]["materialized"] == "ephemeral"
        for p in problems(n["name"], n, set(n["columns"]))
    ]
    assert found == []


def test_every_source_and_column_of_a_build_is_described(build: Build) -> None:
    """dbt's catalog has no files outside the database: their own columns are asked."""
    found: list[str] = []
    sources = artefact(build, "manifest.json")["sources"]
    for source in sources.values():
        assert source["source_description"]
        schema = pq.read_schema(build.inputs / f"{source['name']}.parquet")
        found += problems(source["name"], source, set(schema.names))
    assert found == []
    assert {s["name"] for s in sources.values()} == {p.stem for p in build.inputs.glob("*.parquet")}


def test_a_column_without_words_is_found() -> None:
    told = {"description": "One row per vote", "columns": {"a": {"description": " "}, "c": {"description": "x"}}}
    assert problems("votes", told, {"a", "b", "c"}) == ["votes.a has no description", "votes.b has no description"]
    assert problems("votes", told | {"description": ""}, {"a"})[0] == "votes has no description"
    assert problems("votes", told, {"a"})[-1] == "votes.c is described and not there"


def test_groups_are_the_families(build: Build) -> None:
    """Every model belongs to a family that somebody answers for."""
    manifest = artefact(build, "manifest.json")
    families = {t.family for t in load_sheets().values()}
    groups = {g["name"]: g["owner"] for g in manifest["groups"].values()}
    assert groups.keys() == families
    assert all(o["name"] and o["email"] for o in groups.values())
    models = [n for n in manifest["nodes"].values() if n["resource_type"] == "model"]
    assert {n["name"] for n in models if n["group"] not in families} == set()
    marts = [n for n in models if n["fqn"][1] == "marts"]
    assert {n["name"] for n in marts if n["group"] != n["fqn"][2]} == set()


def test_documentation_travels_with_the_build(build: Build) -> None:
    """One page, with the compiled SQL in it; it loads its one script from outside only where dbt's telemetry is on."""
    page = (build.docs / "index.html").read_text("utf-8")
    manifest = artefact(build, "manifest.json")
    assert '"model.infitah.votes"' in page
    assert all(n["compiled_code"] for n in manifest["nodes"].values() if n["resource_type"] in ("model", "test"))
    assert manifest["metadata"]["send_anonymous_usage_stats"] is False
    assert page.count("d1fc8wv8zag5ca.cloudfront.net") == 1
    assert "init({track:p.send_anonymous_usage_stats" in page
    assert not list(Path(build.files).glob("*index.html"))
