"""The rules of dbt's graph (dbt_project/dbt-bouncer.yml), and that they find what breaks them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from dbt_bouncer import run_bouncer

from expectations.sheets.load import DBT_PROJECT
from ingest.home import Home
from warehouse.build.builds import candidate
from warehouse.build.manifest import MANIFEST, parsed_project

RULES = DBT_PROJECT / "dbt-bouncer.yml"


@pytest.fixture(autouse=True)
def _without_a_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where dbt-bouncer 4.0.0 reads rules from its own cache, every finding becomes a warning and it ends with 0."""
    monkeypatch.setenv("DBT_BOUNCER_DISABLE_CONF_CACHE", "1")


def run(rules: dict[str, Any], artefacts: Path, folder: Path, only: str) -> list[dict[str, Any]]:
    """Outcomes that are no success."""
    config, told = folder / "rules.yml", folder / "told.json"
    config.write_text(yaml.safe_dump(rules | {"dbt_artifacts_dir": str(artefacts)}), "utf-8")
    code = run_bouncer(config_file=config, only=only, output_file=told)
    outcomes = json.loads(told.read_text("utf-8"))
    found = [o for o in outcomes if o["outcome"] != "success"]
    assert code == (1 if found else 0)
    assert outcomes
    return found


def findings(artefacts: Path, folder: Path, only: str = "manifest_checks") -> list[str]:
    """What the rules say of the manifest (and catalog) in a folder."""
    rules = yaml.safe_load(RULES.read_text("utf-8"))
    return [o["failure_message"] for o in run(rules, artefacts, folder, only)]


def test_the_graph_keeps_its_rules(tmp_path: Path) -> None:
    assert findings(parsed_project(DBT_PROJECT), tmp_path) == []


def test_columns_of_a_build_keep_their_rules(generated_home: Home, tmp_path: Path) -> None:
    assert findings(candidate(generated_home).target, tmp_path, "manifest_checks,catalog_checks") == []


def test_every_exception_is_needed(tmp_path: Path) -> None:
    """A rule without one of its exceptions finds something: what nothing needs any more is taken out."""
    without: list[dict[str, Any]] = []
    for rule in yaml.safe_load(RULES.read_text("utf-8"))["manifest_checks"]:
        patterns = rule.get("exclude", [])
        for pattern in patterns if isinstance(patterns, list) else [patterns]:
            others = [p for p in patterns if p != pattern] if isinstance(patterns, list) else []
            without.append(rule | {"exclude": others or "^$", "description": f"{rule['name']} {pattern}"})
    found = run({"manifest_checks": without}, parsed_project(DBT_PROJECT), tmp_path, "manifest_checks")
    told = {o["failure_message"].partition(" - ")[0] for o in found}
    assert {r["description"] for r in without} - told == set()


def _mart_of_a_source(node: dict[str, Any]) -> None:
    node["depends_on"]["nodes"].append("source.infitah.bronze.votes")


def _mart_for_few(node: dict[str, Any]) -> None:
    node["access"] = "protected"
    node["config"]["access"] = "protected"


def _mart_without_words(node: dict[str, Any]) -> None:
    node["description"] = ""


def _column_without_words(node: dict[str, Any]) -> None:
    node["columns"]["vote_id"]["description"] = ""


def _mart_as_a_view(node: dict[str, Any]) -> None:
    node["config"]["materialized"] = "view"


def _mart_with_a_star(node: dict[str, Any]) -> None:
    node["raw_code"] = "select * from {{ ref('int_votes__admitted') }}\norder by vote_id"


def _mart_in_no_order(node: dict[str, Any]) -> None:
    node["raw_code"] = "select vote_id from {{ ref('int_votes__admitted') }}"


@pytest.mark.parametrize(
    "spoil",
    [
        _mart_of_a_source,
        _mart_for_few,
        _mart_without_words,
        _column_without_words,
        _mart_as_a_view,
        _mart_with_a_star,
        _mart_in_no_order,
    ],
)
def test_a_broken_rule_is_found(tmp_path: Path, spoil: Any) -> None:
    manifest = json.loads((parsed_project(DBT_PROJECT) / MANIFEST).read_text("utf-8"))
    spoil(manifest["nodes"]["model.infitah.votes"])
    (tmp_path / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    found = findings(tmp_path, tmp_path)
    assert found, "no rule says anything"
    assert all("votes" in f for f in found)


def test_unit_tests_stand_beside_their_models() -> None:
    manifest = json.loads((parsed_project(DBT_PROJECT) / MANIFEST).read_text("utf-8"))
    files = {
        n["name"]: Path(n["original_file_path"]) for n in manifest["nodes"].values() if n["resource_type"] == "model"
    }
    for test in manifest["unit_tests"].values():
        assert Path(test["original_file_path"]) == files[test["model"]].with_suffix(".yml")


def test_hand_written_sql_fits_the_page() -> None:
    """Lower case, lines of at most 120 columns."""
    keywords = {"SELECT", "FROM", "WHERE", "JOIN", "WITH", "UNION", "GROUP", "ORDER", "CASE", "WHEN", "CAST"}
    for path in sorted(p for p in DBT_PROJECT.rglob("*.sql") if "target" not in p.parts):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            assert len(line) <= 120, f"{path}:{number}"
            assert not keywords & set(line.split()), f"{path}:{number}"
