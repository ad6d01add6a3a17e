"""dbt's tests as check outcomes: failing rows observed, zero allowed, the compiled SQL as definition."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb

from expectations.outcome import CheckOutcome, definition_digest


def read_dbt_results(target: Path, database: Path) -> list[CheckOutcome]:
    """Outcomes of every data test in `target/run_results.json`.

    A test that errored or was skipped observed nothing, which is not a pass. One that failed is asked again which of its rules broke, in which
    column, how often (`database` is the build's own, read only).
    """
    results = json.loads((target / "run_results.json").read_text("utf-8"))["results"]
    nodes = json.loads((target / "manifest.json").read_text("utf-8"))["nodes"]
    return [_outcome(r, nodes[r["unique_id"]], database) for r in results if r["unique_id"].startswith("test.")]


def _outcome(result: dict[str, Any], node: dict[str, Any], database: Path) -> CheckOutcome:
    config = node["config"]
    table = (node.get("attached_node") or "..").split(".")[-1] or None
    ran = result["status"] in ("pass", "fail", "warn")
    return CheckOutcome(
        check_id=f"dbt.{node['name']}",
        kind="dbt",
        table=table,
        definition_sha256=definition_digest(
            (result.get("compiled_code") or "").split(), config["severity"].lower(), config["fail_calc"], config["error_if"], config["warn_if"]
        ),
        severity=config["severity"].lower(),
        observed=float(result["failures"]) if ran and result["failures"] is not None else None,
        detail=(_broken_rules(result, database) if result["failures"] else None) if ran else result["status"],
        owner=(config.get("meta") or {}).get("owner"),
        until=(config.get("meta") or {}).get("until"),
    )  # fmt: skip


def _broken_rules(result: dict[str, Any], database: Path) -> str | None:
    """Rule, column and number of breaches of a failed test that tells them; names alone, never a value."""
    if "__well_formed" not in result["unique_id"]:
        return None
    with duckdb.connect(str(database), read_only=True) as con:
        con.execute(f"set file_search_path = '{database.parent}'")
        found = con.execute(
            f"select rule_name, column_name, count(*) from ({result['compiled_code']}) group by all order by all"
        ).fetchall()
    return "; ".join(f"{rule} {column}: {n}" for rule, column, n in found)
