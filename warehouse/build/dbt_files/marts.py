"""The properties of a published table: contract, group, tests, columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_type_hints

from expectations.sheets.load import PROVENANCE
from expectations.sheets.model import Column, Table
from ingest.records import BRONZE
from ingest.records.columns import columns_of
from warehouse.build.dbt_files.columns import LEDGER
from warehouse.build.dbt_files.mark import properties


def mart_properties(table: Table, tables: Mapping[str, Table]) -> str:
    """The properties file beside the SQL of a mart."""
    entry = {
        "name": table.name,
        "description": table.definition["en"],
        "config": {
            "group": table.family,
            "contract": {"enforced": True},
            "meta": {"primary_key": table.primary_key},
        },
        "data_tests": _tests(table, tables),
        "columns": [_column(table, c) for c in table.columns],
    }
    return properties("models", [entry])


def _tests(table: Table, tables: Mapping[str, Table]) -> list[dict[str, Any]]:
    parents = list(dict.fromkeys((c.references or "").partition(".")[0] for c in table.columns if c.references))
    arguments: dict[str, Any] = {"parents": parents} if parents else {}
    for argument, kind in (("dates", "date"), ("amounts", "amount")):
        if words := {c.name: c.words for c in table.columns if c.words and c.kind == kind}:
            arguments[argument] = words
    if table.rules:
        arguments["rules"] = table.rules
    if table.is_never_empty:
        arguments["is_never_empty"] = True
    if table.provenance != "none":
        arguments["provenance"] = table.provenance
    if table.keeps_history:
        arguments["keeps_history"] = True
    if reading := _reading(table, tables):
        arguments["reading"] = reading
    tests: list[dict[str, Any]] = [{"well_formed": _test(table, "well_formed", arguments)}]
    tests += [{name: _test(table, name, {})} for name in table.tests]
    tests += [
        {"subject_exists": _test(table, f"{c.name.removesuffix('_id')}_exists", {"kind": c.kind_column, "id": c.name})}
        for c in table.columns
        if c.kind_column
    ]
    return tests


def _test(table: Table, name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    return {"name": f"{table.name}__{name}"} | ({"arguments": arguments} if arguments else {})


def _reading(table: Table, tables: Mapping[str, Table]) -> dict[str, Any] | None:
    """What rows of a table are read from, for `reading_breaches`."""
    if table.input:
        there, relation, is_ledger = set(get_type_hints(LEDGER[table.input])), f"stg_ledger__{table.input}", True
    elif table.record:
        record = tables[table.record]
        named = {c.source_column: c.name for c in record.columns}
        there = {named.get(c.name, c.name) for c in columns_of(BRONZE[table.record])}
        relation, is_ledger = f"stg_bronze__{table.record}", False
    else:
        return None
    key = table.column(table.primary_key)
    has_ids = not is_ledger and key.name not in there
    reading: dict[str, Any] = {"relation": relation}
    if has_ids and not key.is_derived:
        reading |= {"kind": table.record, "key": key.name}
    if lookups := [c for c in table.columns if c.lookup]:
        reading["lookups"] = [
            {
                "id": c.name,
                "key": c.lookup,
                "kind": (c.references or "").partition(".")[0],
                "table": (c.references or "").partition(".")[0],
                "target": (c.references or "").partition(".")[2],
            }
            for c in lookups
        ]
    if entities := [{"id": c.name, "key": c.entity} for c in table.columns if c.entity]:
        reading["entities"] = entities
    if table.read_rows:
        reading["where"] = table.read_rows
    names = {c.name: (c.source_column if is_ledger else c.name) for c in table.columns if not c.is_derived}
    reading["columns"] = {n: source for n, source in names.items() if source in there}
    return reading


def _column(table: Table, column: Column) -> dict[str, Any]:
    is_read = column.kind != "key" and not column.is_derived and not column.lookup
    meta: dict[str, Any] = {"class": column.kind, "nullable": column.is_nullable}
    if is_read and column.name not in PROVENANCE["fact"]:
        meta["is_read"] = True
    if column.codes:
        meta["codes"] = list(column.codes)
    if column.high is not None:
        meta |= {"low": column.low, "high": column.high}
    if column.pattern:
        meta["pattern"] = column.pattern
    if column.kind == "text":
        meta |= {"max_length": column.max_length, "min_length": column.min_length, "is_plain": column.is_plain}
    if column.references:
        meta["references"] = column.references
    return {
        "name": column.name,
        "data_type": column.data_type,
        "description": column.definition["en"],
        "config": {"meta": meta},
    }
