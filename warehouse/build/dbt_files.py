"""The files that dbt must have, written from the sheets (`make sheets`): sources, staging, admitted rows, properties.

What stands in them is decided in `dbt_project/sheets/`; a test fails when they differ from what is written here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_type_hints

import yaml

from expectations.sheets.load import DBT_PROJECT, PROVENANCE, load_sheets, load_yaml
from expectations.sheets.model import Column, Table
from ingest.collect.families import platform_labels
from ingest.records import BRONZE
from ingest.records.columns import columns_of
from warehouse.build.input_rows import (
    BuildRow,
    CaptureRow,
    DictionaryRow,
    IdentityRow,
    InputRow,
    NightRow,
    RegistryRow,
    RejectionRow,
    TopicRow,
)

MARK = "Written by `make sheets` from dbt_project/sheets: change that."
#: Name of an input of the ledger → what its rows are.
LEDGER: dict[str, type[InputRow]] = {
    "captures": CaptureRow,
    "source_nights": NightRow,
    "identities": IdentityRow,
    "registry": RegistryRow,
    "topics": TopicRow,
    "dictionary": DictionaryRow,
    "rejections": RejectionRow,
    "build": BuildRow,
}
#: Columns that every record has beside its own.
_KEYS = {
    "natural_key": "What observations of one thing have in common",
    "capture_key": "The archived answer that it was read from",
}
_ADMITTED = {
    "gone_date": "Date on which the page was first not found any more",
    "last_captured_at": "When the same bytes were last seen (UTC)",
    "rejection_code": "Why it may not be shown: rule and column, never the value",
}


class Described(dict[str, str]):
    """Column → what it is, in the order of the table."""


def dbt_files(project: Path = DBT_PROJECT) -> dict[Path, str]:
    """Every file, by its path in the dbt project.

    Raises:
        KeyError: a record or an input has a column that no sheet describes.
    """
    tables = load_sheets(project)
    records = {t.name: t for t in tables.values() if t.record == t.name}
    inputs = load_yaml(project / "sheets" / "inputs.yml")
    shown = _provenance(tables)
    staged = {f"stg_bronze__{name}": _record_columns(t, shown) for name, t in records.items()}
    staged |= {f"stg_ledger__{name}": _input_columns(name, inputs) for name in LEDGER}
    files: dict[Path, str] = {
        Path("macros/provenance.sql"): _provenance_macro(),
        Path("models/staging/_sources.yml"): _properties(_sources(records, inputs, staged), "sources"),
        Path("models/staging/_staging.yml"): _properties(_staging(records, inputs, staged), "models"),
        Path("models/intermediate/admitted/_admitted.yml"): _properties(_admitted(records, staged, shown), "models"),
        Path("models/intermediate/admitted/int_quarantine__rows.sql"): _quarantine(records),
        Path("models/intermediate/admitted/int_facts__counted.sql"): _facts_counted(tables),
        Path("models/exposures.yml"): _properties(_exposures(tables), "exposures"),
    }
    for name, table in records.items():
        files[Path(f"models/staging/bronze/stg_bronze__{name}.sql")] = _staged_record(table)
        folder = Path("models/intermediate/admitted")
        if _is_reference(table):
            files[folder / f"int_{name}__admitted.sql"] = _sql(f"{{{{ reference_rows('{name}') }}}}")
        else:
            files[folder / f"int_{name}__identified.sql"] = _identified(table, tables)
            files[folder / f"int_{name}__admitted.sql"] = _admitted_rows(name)
    for name in LEDGER:
        columns = list(staged[f"stg_ledger__{name}"])
        files[Path(f"models/staging/ledger/stg_ledger__{name}.sql")] = _select(columns, f"source('ledger', '{name}')")
    for table in tables.values():
        if table.is_published and not table.is_after_dbt:
            path = Path(f"models/marts/{table.family}/{table.name}.yml")
            files[path] = _properties([_mart(table, tables)], "models")
    return files


def platform_codes() -> str:
    """The closed list of platforms, from the families of sites that are walked."""
    lines = [f"# {MARK.replace('dbt_project/sheets', 'ingest/collect/walkers')}", "platforms:"]
    for name, label in platform_labels().items():
        lines.append(f"  {name}: " + json.dumps(label, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def write_dbt_files(project: Path = DBT_PROJECT) -> list[Path]:
    """Write what differs and remove what no sheet asks for any more; returns the paths that changed.

    The list of platforms comes first: sheets name it.
    """
    listed = Path("sheets/codes/platforms.yml")
    if _text_at(project / listed) != platform_codes():
        (project / listed).write_text(platform_codes(), "utf-8")
        load_sheets.cache_clear()
        return sorted([listed, *write_dbt_files(project)])
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


def _is_reference(table: Table) -> bool:
    """A record that carries its published id itself: a captured file of a package or of the project."""
    return table.primary_key in {c.name for c in columns_of(BRONZE[table.name])}


def _provenance(tables: Mapping[str, Table]) -> Described:
    """What the columns are that every fact ends with."""
    fact = next(t for t in tables.values() if t.provenance == "fact")
    return Described({n: fact.column(n).definition["en"] for n in PROVENANCE["fact"]})


def _record_columns(table: Table, shown: Described) -> Described:
    """Every column of a kind of record, under its published name."""
    named = {c.source_column: c for c in table.columns}
    keys = {c.lookup: c for c in table.columns if c.lookup}
    found = Described()
    for name in (c.name for c in columns_of(BRONZE[table.name])):
        if name in named:
            found[named[name].name] = named[name].definition["en"]
        elif name in keys:
            found[name] = f"Natural key of the row that {keys[name].name} names"
        elif name in _KEYS:
            found[name] = _KEYS[name]
        else:
            found[name] = table.unpublished.get(name) or shown[name]
    return found


def _input_columns(name: str, inputs: Mapping[str, Any]) -> Described:
    return Described({c: inputs[name]["columns"][c] for c in get_type_hints(LEDGER[name])})


def _properties(entries: list[dict[str, Any]], key: str) -> str:
    # Never folded: the writer breaks a pattern in the middle, and what is read again is another one.
    text = yaml.safe_dump({"version": 2, key: entries}, allow_unicode=True, sort_keys=False, width=10_000)
    return f"# {MARK}\n{text}"


def _sql(text: str) -> str:
    return f"-- {MARK}\n{text}\n"


def _select(columns: Iterable[str], relation: str) -> str:
    return _sql("select\n    " + ",\n    ".join(columns) + f"\nfrom {{{{ {relation} }}}}")


def _provenance_macro() -> str:
    names = ",\n    ".join(f"'{n}'" for n in PROVENANCE["fact"])
    return (
        f"{{# {MARK} #}}\n{{% macro provenance_columns() %}}\n{{{{ return([\n    {names}\n]) }}}}\n{{% endmacro %}}\n"
    )


def _described(columns: Mapping[str, str]) -> list[dict[str, Any]]:
    return [{"name": n, "description": d} for n, d in columns.items()]


def _sources(
    records: Mapping[str, Table], inputs: Mapping[str, Any], staged: Mapping[str, Described]
) -> list[dict[str, Any]]:
    location = {"external_location": "read_parquet('inputs/{name}.parquet')"}
    bronze = []
    for name, table in records.items():
        renamed = {c.name: c.source_column for c in table.columns}
        columns = {renamed.get(n, n): d for n, d in staged[f"stg_bronze__{name}"].items()}
        bronze.append({"name": name, "description": table.definition["en"], "columns": _described(columns)})
    ledger = [
        {"name": n, "description": inputs[n]["definition"], "columns": _described(staged[f"stg_ledger__{n}"])}
        for n in LEDGER
    ]
    return [
        {
            "name": "bronze",
            "description": "Records as they were read, of each source's current extractor; a frozen file a kind.",
            "config": location,
            "tables": bronze,
        },
        {
            "name": "ledger",
            "description": "What nights came to, the registry, the id register, the dictionary, the build's moment.",
            "config": location,
            "tables": ledger,
        },
    ]


def _staging(
    records: Mapping[str, Table], inputs: Mapping[str, Any], staged: Mapping[str, Described]
) -> list[dict[str, Any]]:
    said = {f"stg_bronze__{n}": f"Records as read. {t.definition['en']}" for n, t in records.items()}
    said |= {f"stg_ledger__{n}": inputs[n]["definition"] for n in LEDGER}
    return [{"name": n, "description": said[n], "columns": _described(c)} for n, c in staged.items()]


def _admitted(records: Mapping[str, Table], staged: Mapping[str, Described], shown: Described) -> list[dict[str, Any]]:
    entries = []
    for name, table in records.items():
        columns = dict(staged[f"stg_bronze__{name}"])
        visible = {n: shown[n] for n in ("captured_at", "is_stale", "stale_cause_code")}
        if _is_reference(table):
            without_keys = {n: d for n, d in columns.items() if n not in _KEYS}
            entries.append(_model(f"int_{name}__admitted", "Rows of the latest capture", table, without_keys | visible))
            continue
        ids = {c.name: c.definition["en"] for c in table.columns if c.kind == "key" or c.lookup}
        seen = {
            n: d for n, d in _ADMITTED.items() if n == "gone_date" or (n == "last_captured_at" and table.keeps_history)
        }
        both = ids | columns | visible | seen
        entries.append(
            _model(
                f"int_{name}__identified",
                "Visible observations with ids and reasons for rejection",
                table,
                both | {"rejection_code": _ADMITTED["rejection_code"]},
            )
        )
        entries.append(_model(f"int_{name}__admitted", "Observations that may be shown", table, both))
    entries.append(
        {
            "name": "int_quarantine__rows",
            "description": "One row per record that may not be shown. Private: releases carry counts alone.",
            "columns": _described(
                {
                    "table_name": "Kind of record",
                    "row_id": "Its permanent id",
                    "natural_key": _KEYS["natural_key"],
                    "rejection_code": _ADMITTED["rejection_code"],
                    **{n: shown[n] for n in ("source_id", "source_url", "captured_at", "capture_sha256")},
                    "evidence_position": shown["evidence_position"],
                }
            ),
        }
    )
    counted = {"source_id": shown["source_id"], "topic_code": "The topic", "fact_count": "Number of rows"}
    entries.append(
        {
            "name": "int_facts__counted",
            "description": "One row per source, topic and kind of record: rows that may be shown.",
            "columns": _described(counted),
        }
    )
    return entries


def _model(name: str, what: str, table: Table, columns: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": name,
        "description": f"{what}. {table.definition['en']}, and per observation",
        "columns": _described(columns),
    }


def _staged_record(table: Table) -> str:
    named = {c.source_column: c.name for c in table.columns}
    columns = [c.name for c in columns_of(BRONZE[table.name])]
    told = [n if named.get(n, n) == n else f"{n} as {named[n]}" for n in columns]
    return _select(told, f"source('bronze', '{table.name}')")


def _identified(table: Table, tables: Mapping[str, Table]) -> str:
    lines = [f"    '{table.name}',", f"    key='{table.primary_key}',"]
    if lookups := [c for c in table.columns if c.lookup]:
        lines += ["    lookups=[", *(f"        {_lookup(c, tables)}," for c in lookups), "    ],"]
    if table.reject:
        lines += ["    reject={", *(f"        '{k}': \"{v}\"," for k, v in table.reject.items()), "    },"]
    lines += [f"    {flag}=true," for flag in ("keeps_history", "keeps_copies") if getattr(table, flag)]
    return _sql("{{ config(materialized='ephemeral') }}\n{{ identified(\n" + "\n".join(lines) + "\n) }}")


def _lookup(column: Column, tables: Mapping[str, Table]) -> str:
    kind = (column.references or "").partition(".")[0]
    required = "false" if column.is_nullable else "true"
    return (
        f"{{'key': '{column.lookup}', 'kind': '{kind}', 'id': '{column.name}', "
        f"'target': '{tables[kind].primary_key}', 'is_required': {required}}}"
    )


def _admitted_rows(name: str) -> str:
    return _sql(
        f"select * exclude (rejection_code)\nfrom {{{{ ref('int_{name}__identified') }}}}\nwhere rejection_code is null"
    )


def _quarantine(records: Mapping[str, Table]) -> str:
    parts = [
        f"select\n    '{n}' as table_name, {t.primary_key} as row_id, natural_key, rejection_code, source_id,\n"
        f"    source_url, captured_at, capture_sha256, evidence_position\nfrom {{{{ ref('int_{n}__identified') }}}}\n"
        "where rejection_code is not null"
        for n, t in records.items()
        if not _is_reference(t)
    ]
    return _sql("{{ config(schema='review') }}\n" + "\nunion all\n".join(parts))


def _facts_counted(tables: Mapping[str, Table]) -> str:
    parts = [
        f"select source_id, '{t.topic}' as topic_code, count(*) as fact_count\n"
        f"from {{{{ ref('int_{t.name}__admitted') }}}}\ngroup by source_id"
        for t in tables.values()
        if t.topic
    ]
    return _sql("\nunion all\n".join(parts))


def _mart(table: Table, tables: Mapping[str, Table]) -> dict[str, Any]:
    """A mart's properties: contract, tests and columns."""
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
    return {
        "name": table.name,
        "description": table.definition["en"],
        "config": {"contract": {"enforced": True}, "meta": {"primary_key": table.primary_key}},
        "data_tests": tests,
        "columns": [_mart_column(table, c) for c in table.columns],
    }


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


def _test(table: Table, name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    return {"name": f"{table.name}__{name}"} | ({"arguments": arguments} if arguments else {})


def _mart_column(table: Table, column: Column) -> dict[str, Any]:
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
    if column.is_quoted:
        meta["is_quoted"] = True
    if column.references:
        meta["references"] = column.references
    return {
        "name": column.name,
        "data_type": column.data_type,
        "description": column.definition["en"],
        "config": {"meta": meta},
    }


def _exposures(tables: Mapping[str, Table]) -> list[dict[str, Any]]:
    """Who reads the marts: each release, and the pages beside it."""
    owner = {"name": "Infitah", "email": "infitah@infitah.example"}
    marts = [f"ref('{t.name}')" for t in tables.values() if t.is_published and not t.is_after_dbt]
    return [
        {
            "name": "release",
            "type": "application",
            "maturity": "high",
            "owner": owner,
            "description": "The files of a nightly release, in every format, once the gate has passed them.",
            "depends_on": marts,
        },
        {
            "name": "pages",
            "type": "dashboard",
            "maturity": "high",
            "owner": owner,
            "description": "The public pages in Arabic, French and English.",
            "depends_on": marts,
        },
    ]
