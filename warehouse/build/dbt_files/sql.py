"""The SQL of the models that only pass on what the sheets say: staging, rows with ids, admitted rows, counts."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from expectations.sheets.load import PROVENANCE
from expectations.sheets.model import Column, Table
from ingest.records import BRONZE
from ingest.records.columns import columns_of
from warehouse.build.dbt_files.columns import Sheets, is_reference
from warehouse.build.dbt_files.mark import MARK


def staged_record(table: Table) -> str:
    """A record's columns under their published names."""
    named = {c.source_column: c.name for c in table.columns}
    columns = [c.name for c in columns_of(BRONZE[table.name])]
    told = [n if named.get(n, n) == n else f"{n} as {named[n]}" for n in columns]
    return _select(told, f"source('bronze', '{table.name}')")


def staged_input(name: str, columns: Iterable[str]) -> str:
    """An input of the ledger, column by column."""
    return _select(columns, f"source('ledger', '{name}')")


def identified_rows(table: Table, tables: Mapping[str, Table]) -> str:
    """Every visible observation with its ids and the reason why it may not be shown: a call of the macro."""
    lines = [f"    '{table.name}',", f"    key='{table.primary_key}',"]
    if lookups := [c for c in table.columns if c.lookup]:
        lines += ["    lookups=[", *(f"        {_lookup(c, tables)}," for c in lookups), "    ],"]
    if table.reject:
        lines += ["    reject={", *(_reason(k, v) for k, v in table.reject.items()), "    },"]
    lines += [f"    {flag}=true," for flag in ("keeps_history", "keeps_copies") if getattr(table, flag)]
    return _sql("{{ config(materialized='ephemeral') }}\n{{ identified(\n" + "\n".join(lines) + "\n) }}")


def _reason(code: str, expression: str) -> str:
    """A reason to reject, its expression in as many pieces as the page asks for."""
    pieces = textwrap.wrap(expression, 96, break_long_words=False, drop_whitespace=False)
    told = "\n            ~ ".join(f'"{piece}"' for piece in pieces)
    return f"        '{code}':\n            {told},"


def _lookup(column: Column, tables: Mapping[str, Table]) -> str:
    kind = (column.references or "").partition(".")[0]
    required = "false" if column.is_nullable else "true"
    return (
        f"{{'key': '{column.lookup}', 'kind': '{kind}', 'id': '{column.name}',\n"
        f"         'target': '{tables[kind].primary_key}', 'is_required': {required}}}"
    )


def admitted_rows(table: Table) -> str:
    """The rows of a record that may be shown."""
    if is_reference(table):
        return _sql(f"{{{{ reference_rows('{table.name}') }}}}")
    return _sql(
        "select * exclude (rejection_code)\n"
        f"from {{{{ ref('int_{table.name}__identified') }}}}\n"
        "where rejection_code is null"
    )


def quarantined_rows(sheets: Sheets) -> str:
    """Rows of all records that may not be shown."""
    parts = [
        f"select\n    '{n}' as table_name,\n    {t.primary_key} as row_id,\n    natural_key, rejection_code,"
        " source_id, source_url, captured_at, capture_sha256, evidence_position\n"
        f"from {{{{ ref('int_{n}__identified') }}}}\n"
        "where rejection_code is not null"
        for n, t in sheets.records.items()
        if not is_reference(t)
    ]
    return _sql("{{ config(schema='review') }}\n" + "\nunion all\n".join(parts))


def counted_facts(sheets: Sheets) -> str:
    """Rows of all records per source and topic."""
    parts = [
        f"select source_id, '{t.topic}' as topic_code, count(*) as fact_count\n"
        f"from {{{{ ref('int_{t.name}__admitted') }}}}\ngroup by source_id"
        for t in sheets.tables.values()
        if t.topic
    ]
    return _sql("\nunion all\n".join(parts))


def compared_rows(table: Table) -> str:
    """Where documents that tell of one row contradict each other: a call of the macro."""
    observed = table.observed_in or f"int_{table.name}__admitted"
    fields = [f"        {_compared_field(c)}," for c in table.compared_columns]
    lines = [f"    '{table.name}',", f"    key='{table.primary_key}',", f"    observed=ref('{observed}'),"]
    lines += ["    fields=[", *fields, "    ],"]
    return _sql("{{ config(materialized='ephemeral') }}\n{{ compared(\n" + "\n".join(lines) + "\n) }}")


def _compared_field(column: Column) -> str:
    told = f"{{'name': '{column.name}', 'kind': '{column.kind}'"
    if column.states:
        told += f",\n         'states': {[list(step) for step in column.states]}"
    if column.moves:
        told += f",\n         'moved_when': \"{column.moves.when}\", 'moved_to': '{column.moves.to or column.name}'"
    return told + "}"


def united_comparisons(sheets: Sheets) -> str:
    """Contradictions of documents of all records."""
    parts = [
        f"select *\nfrom {{{{ ref('int_{n}__compared') }}}}" for n, t in sheets.records.items() if t.compared_columns
    ]
    return _sql("\nunion all by name\n".join(parts))


def shown_macro(sheets: Sheets) -> str:
    """The macro that says which of several observations of a row is shown."""
    lines = [
        f"    '{n}':\n        " + "\n        ~ ".join(f'"{part}"' for part in _with_commas(_shown_first(t)))
        for n, t in sheets.records.items()
        if t.compared_columns
    ]
    told = ",\n".join(lines)
    return (
        f"{{# {MARK} #}}\n{{% macro shown_first(table) %}}\n{{{{ return({{\n{told}\n}}[table]) }}}}\n{{% endmacro %}}\n"
    )


def _with_commas(parts: list[str]) -> list[str]:
    return [*(f"{part}, " for part in parts[:-1]), parts[-1]]


def _shown_first(table: Table) -> list[str]:
    """The state furthest along, then what the table says itself, then the more precise and the more complete."""
    columns = table.compared_columns
    steps = [(c, [code for step in reversed(c.states) for code in reversed(step)]) for c in columns if c.states]
    found = [f"list_position({codes}, {c.name})" for c, codes in steps] + list(table.shown_first)
    found += [f"length({c.name}) desc nulls last" for c in columns if c.kind == "date"]
    return found + [f"{c.name} is null" for c in columns if c.kind in ("count", "amount")]


def provenance_macro() -> str:
    """The macro that names the columns that every fact ends with."""
    names = ",\n    ".join(f"'{n}'" for n in PROVENANCE["fact"])
    return (
        f"{{# {MARK} #}}\n{{% macro provenance_columns() %}}\n{{{{ return([\n    {names}\n]) }}}}\n{{% endmacro %}}\n"
    )


def _select(columns: Iterable[str], relation: str) -> str:
    return _sql("select\n    " + ",\n    ".join(columns) + f"\nfrom {{{{ {relation} }}}}")


def _sql(text: str) -> str:
    return f"-- {MARK}\n{text}\n"
