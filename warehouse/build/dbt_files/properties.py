"""Descriptions of what stands before the marts, and the exposures that read all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from expectations.sheets.model import Table
from warehouse.build.dbt_files.columns import KEYS, REJECTION, Sheets, is_reference
from warehouse.build.dbt_files.mark import properties

#: The family of models that speak of all sources and their nights.
_OF_SOURCES = "sources"


def bronze_sources(sheets: Sheets) -> str:
    """The records that a build reads, a frozen file a kind."""
    tables = []
    for name, table in sheets.records.items():
        renamed = {c.name: c.source_column for c in table.columns}
        columns = {renamed.get(n, n): d for n, d in sheets.staged(name).items()}
        tables.append({"name": name, "description": table.definition["en"], "columns": _described(columns)})
    return _source("bronze", "Records as they were read, of each source's current extractor.", tables)


def ledger_sources(sheets: Sheets) -> str:
    """What a build reads beside the records, a frozen file a table."""
    said = "What nights came to, the registry, the id register, the dictionary, the moment of the build."
    tables = [
        {"name": n, "description": i.definition, "columns": _described(i.columns)} for n, i in sheets.inputs.items()
    ]
    return _source("ledger", said, tables)


def _source(name: str, description: str, tables: list[dict[str, Any]]) -> str:
    location = {"external_location": "read_parquet('inputs/{name}.parquet')"}
    return properties("sources", [{"name": name, "description": description, "config": location, "tables": tables}])


def bronze_models(sheets: Sheets) -> str:
    """One view a kind of record."""
    return properties(
        "models",
        [
            _model(f"stg_bronze__{n}", f"Records as read. {t.definition['en']}", t.family, sheets.staged(n))
            for n, t in sheets.records.items()
        ],
    )


def ledger_models(sheets: Sheets) -> str:
    """One view a table of the ledger."""
    return properties(
        "models", [_model(f"stg_ledger__{n}", i.definition, i.family, i.columns) for n, i in sheets.inputs.items()]
    )


def admitted_models(sheets: Sheets) -> str:
    """Rows with their ids, rows that may be shown, rows that may not, and how many of each topic."""
    entries = []
    for name, table in sheets.records.items():
        columns = sheets.admitted(name)
        if is_reference(table):
            entries.append(_rows(f"int_{name}__admitted", "Rows of the latest capture", table, columns))
            continue
        what = "Visible observations with ids and reasons for rejection"
        entries.append(_rows(f"int_{name}__identified", what, table, columns | REJECTION))
        entries.append(_rows(f"int_{name}__admitted", "Observations that may be shown", table, columns))
        if table.compared_columns:
            what = "One row per column and document that contradicts what is shown of a row."
            entries.append(_model(f"int_{name}__compared", what, table.family, _of_comparison(sheets)))
    shown = sheets.provenance
    quarantined = {
        "table_name": "Kind of record",
        "row_id": "Its permanent id",
        "natural_key": KEYS["natural_key"],
        **REJECTION,
        **{n: shown[n] for n in ("source_id", "source_url", "captured_at", "capture_sha256", "evidence_position")},
    }
    counted = {"source_id": shown["source_id"], "topic_code": "The topic", "fact_count": "Number of rows"}
    held_back = "One row per record that may not be shown. Private: releases carry counts alone."
    entries.append(_model("int_quarantine__rows", held_back, _OF_SOURCES, quarantined))
    united = "One row per column and document that contradicts what is shown of a row, of all kinds of record."
    entries.append(_model("int_facts__compared", united, "documents", _of_comparison(sheets)))
    per_kind = "One row per source, topic and kind of record: rows that may be shown."
    entries.append(_model("int_facts__counted", per_kind, _OF_SOURCES, counted))
    return properties("models", entries)


def _of_comparison(sheets: Sheets) -> dict[str, str]:
    """Columns that a row of a comparison has in common with a finding."""
    findings = sheets.tables["findings"]
    names = ("record_name", "field_name", "value_raw", "other_source_url")
    return {n: findings.column(n).definition["en"] for n in names} | sheets.provenance


def _rows(name: str, what: str, table: Table, columns: Mapping[str, str]) -> dict[str, Any]:
    return _model(name, f"{what}. {table.definition['en']}, and per observation", table.family, columns)


def _model(name: str, description: str, family: str, columns: Mapping[str, str]) -> dict[str, Any]:
    return {"name": name, "description": description, "config": {"group": family}, "columns": _described(columns)}


def _described(columns: Mapping[str, str]) -> list[dict[str, Any]]:
    return [{"name": n, "description": d} for n, d in columns.items()]


def common_exposures(sheets: Sheets) -> str:
    """Who reads every mart: each release, and the pages beside it."""
    common = {"maturity": "high", "owner": {"name": "Infitah", "email": "infitah@infitah.example"}}
    marts = [f"ref('{t.name}')" for t in sheets.marts]
    release = "The files of a nightly release, in every format, once the gate has passed them."
    pages = "The public pages in Arabic, French and English."
    return properties(
        "exposures",
        [
            {"name": "release", "type": "application", **common, "description": release, "depends_on": marts},
            {"name": "pages", "type": "dashboard", **common, "description": pages, "depends_on": marts},
        ],
    )
