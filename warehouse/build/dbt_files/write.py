"""Every file that is written from the sheets, and the writing of what differs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from expectations.sheets.load import DBT_PROJECT, load_sheets
from ingest.collect.families import platform_labels
from ingest.law.subjects import vocabulary
from warehouse.build.dbt_files import properties, sql
from warehouse.build.dbt_files.columns import Sheets, is_reference, read_sheets
from warehouse.build.dbt_files.intermediate import described_files
from warehouse.build.dbt_files.mark import MARK
from warehouse.build.dbt_files.marts import mart_properties

_STAGING = Path("models/staging")
_ADMITTED = Path("models/intermediate/admitted")


def dbt_files(project: Path = DBT_PROJECT) -> dict[Path, str]:
    """Every file, by its path in the dbt project.

    Raises:
        KeyError: a record or an input has a column that no sheet describes.
        SheetError: a model written by hand names a table that no sheet describes.
    """
    sheets = read_sheets(project)
    files = {
        Path("macros/provenance.sql"): sql.provenance_macro(),
        Path("macros/shown.sql"): sql.shown_macro(sheets),
        Path("models/exposures.yml"): properties.common_exposures(sheets),
        **_staging_files(sheets),
        **_admitted_files(sheets),
    }
    for table in sheets.marts:
        files[Path(f"models/marts/{table.family}/{table.name}.yml")] = mart_properties(table, sheets.tables)
    return files | described_files(project, sheets)


def code_lists() -> dict[Path, str]:
    """The closed lists that stand elsewhere: platforms, by the families of sites that are walked, and subjects."""
    subjects = {code: subject.labels for code, subject in vocabulary().items()}
    return {
        Path("sheets/codes/platforms.yml"): _code_list("platforms", platform_labels(), "ingest/collect/walkers"),
        Path("sheets/codes/subjects.yml"): _code_list("subject", subjects, "ingest/law/subjects.csv"),
    }


def _code_list(name: str, labels: Mapping[str, Mapping[str, str]], made_from: str) -> str:
    lines = [f"# {MARK.replace('dbt_project/sheets', made_from)}", f"{name}:"]
    lines += [f"  {code}: " + json.dumps(label, ensure_ascii=False) for code, label in labels.items()]
    return "\n".join(lines) + "\n"


def _staging_files(sheets: Sheets) -> dict[Path, str]:
    files = {
        _STAGING / "bronze/_bronze__sources.yml": properties.bronze_sources(sheets),
        _STAGING / "bronze/_stg_bronze__models.yml": properties.bronze_models(sheets),
        _STAGING / "ledger/_ledger__sources.yml": properties.ledger_sources(sheets),
        _STAGING / "ledger/_stg_ledger__models.yml": properties.ledger_models(sheets),
    }
    for name, table in sheets.records.items():
        files[_STAGING / "bronze" / f"stg_bronze__{name}.sql"] = sql.staged_record(table)
    for name, told in sheets.inputs.items():
        files[_STAGING / "ledger" / f"stg_ledger__{name}.sql"] = sql.staged_input(name, told.columns)
    return files


def _admitted_files(sheets: Sheets) -> dict[Path, str]:
    files = {
        _ADMITTED / "_int_admitted__models.yml": properties.admitted_models(sheets),
        _ADMITTED / "int_quarantine__rows.sql": sql.quarantined_rows(sheets),
        _ADMITTED / "int_facts__counted.sql": sql.counted_facts(sheets),
        _ADMITTED / "int_facts__compared.sql": sql.united_comparisons(sheets),
    }
    for name, table in sheets.records.items():
        files[_ADMITTED / f"int_{name}__admitted.sql"] = sql.admitted_rows(table)
        if not is_reference(table):
            files[_ADMITTED / f"int_{name}__identified.sql"] = sql.identified_rows(table, sheets.tables)
        if table.compared_columns:
            files[_ADMITTED / f"int_{name}__compared.sql"] = sql.compared_rows(table)
    return files


def write_dbt_files(project: Path = DBT_PROJECT) -> list[Path]:
    """Write what differs and remove what no sheet asks for any more; returns the paths that changed.

    The closed lists come first: sheets name them.
    """
    lists = {path: text for path, text in code_lists().items() if _text_at(project / path) != text}
    if lists:
        for path, text in lists.items():
            (project / path).write_text(text, "utf-8")
        load_sheets.cache_clear()
        return sorted([*lists, *write_dbt_files(project)])
    files = dbt_files(project)
    changed = [path for path, text in files.items() if _text_at(project / path) != text]
    for path in changed:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(files[path], "utf-8")
    stray = [path for path in _marked(project) if path not in files]
    for path in stray:
        (project / path).unlink()
    return sorted(changed + stray)


def _text_at(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None


def _marked(project: Path) -> Iterator[Path]:
    """Files that an earlier writing left."""
    for folder in ("models", "macros"):
        for path in sorted((project / folder).rglob("*.*")):
            if path.suffix in (".sql", ".yml") and MARK in path.read_text("utf-8").partition("\n")[0]:
                yield path.relative_to(project)
