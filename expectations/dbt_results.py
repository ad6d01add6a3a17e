"""dbt's tests as check outcomes: failing rows observed, none allowed; defined by compiled SQL and how it is run."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from expectations.outcome import CheckOutcome, definition_digest


@dataclass(frozen=True)
class NodeResult:
    """What one run of dbt came to for one of its nodes."""

    unique_id: str
    """`model.<project>.<name>`, `test.<project>.<name>.<digest>`."""
    status: str
    message: str | None
    seconds: float
    failures: int | None
    """Rows that break a test; None for a model, and where a test did not run."""
    compiled_code: str

    @property
    def kind(self) -> str:
        return self.unique_id.split(".")[0]

    @property
    def name(self) -> str:
        """The last part of the id: a model's own name."""
        return self.unique_id.split(".")[-1]


@dataclass(frozen=True)
class _TestNode:
    """A test as dbt's manifest declares it."""

    name: str
    table: str | None
    severity: str
    fail_calc: str
    limit: int | None
    """Rows that are counted at most: none in this project, and a limit of 0 would count none."""
    error_if: str
    warn_if: str
    owner: str | None
    until: str | None


def read_run_results(target: Path) -> list[NodeResult]:
    """Every node of the last run (`target/run_results.json`)."""
    found = json.loads((target / "run_results.json").read_text("utf-8"))["results"]
    return [
        NodeResult(
            unique_id=r["unique_id"],
            status=r["status"],
            message=r["message"],
            seconds=r["execution_time"],
            failures=r["failures"],
            compiled_code=r.get("compiled_code") or "",
        )
        for r in found
    ]


def read_dbt_results(target: Path, database: Path) -> list[CheckOutcome]:
    """Outcomes of every data test in `target/run_results.json`.

    A test that errored or was skipped observed nothing, which is not a pass. One that failed is asked again which of
    its rules broke, in which column, how often (`database` is the build's own, read only).
    """
    manifest = json.loads((target / "manifest.json").read_text("utf-8"))
    nodes, overridden = manifest["nodes"], _overridden(manifest)
    tests = [r for r in read_run_results(target) if r.kind == "test"]
    return [_outcome(r, _test_node(nodes[r.unique_id]), overridden, database) for r in tests]


def _overridden(manifest: dict[str, Any]) -> list[str]:
    """The project's macros that take the place of dbt's own in running a test: the compiled SQL does not show them."""
    project = manifest["metadata"]["project_name"]
    macros = manifest["macros"].values()
    theirs = {m["name"] for m in macros if m["package_name"] != project}
    found = []
    for macro in (m for m in macros if m["package_name"] == project):
        name = macro["name"]
        is_theirs = name in theirs or name.partition("__")[2] in theirs
        if name.startswith("materialization_test") or (is_theirs and not name.startswith("materialization_")):
            found.append(" ".join(macro["macro_sql"].split()))
    return sorted(found)


def _test_node(node: dict[str, Any]) -> _TestNode:
    config = node["config"]
    meta = config.get("meta") or {}
    return _TestNode(
        name=node["name"],
        table=(node.get("attached_node") or "..").split(".")[-1] or None,
        severity=config["severity"].lower(),
        fail_calc=config["fail_calc"],
        limit=config["limit"],
        error_if=config["error_if"],
        warn_if=config["warn_if"],
        owner=meta.get("owner"),
        until=meta.get("until"),
    )


def _outcome(result: NodeResult, node: _TestNode, overridden: list[str], database: Path) -> CheckOutcome:
    ran = result.status in ("pass", "fail", "warn")
    return CheckOutcome(
        check_id=f"dbt.{node.name}",
        kind="dbt",
        table=node.table,
        definition_sha256=definition_digest(
            result.compiled_code.split(),
            node.severity,
            node.fail_calc,
            node.limit,
            node.error_if,
            node.warn_if,
            overridden,
        ),
        severity=node.severity,
        observed=float(result.failures) if ran and result.failures is not None else None,
        detail=(_broken_rules(result, database) if result.failures else None) if ran else result.status,
        owner=node.owner,
        until=node.until,
    )


def _broken_rules(result: NodeResult, database: Path) -> str | None:
    """Rule, column and number of breaches of a failed test that tells them; names alone, never a value."""
    if "rule_name" not in result.compiled_code:
        return None
    with duckdb.connect(str(database), read_only=True) as con:
        con.execute(f"set file_search_path = '{database.parent}'")
        found = con.execute(
            f"select rule_name, column_name, count(*) from ({result.compiled_code}) group by all order by all"
        ).fetchall()
    return "; ".join(f"{rule} {column}: {n}" for rule, column, n in found)
