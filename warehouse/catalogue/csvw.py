"""`csv-metadata.json` (CSV on the Web): every strict CSV with titles in three languages, datatypes, keys."""

from __future__ import annotations

import json

from expectations.sheets.model import Column, Table
from ingest.home import write_bytes
from warehouse.build.draft import Draft
from warehouse.catalogue.inventory import LICENCES, title

_TYPES: dict[str, str | dict[str, str]] = {
    "varchar": "string",
    "bigint": "integer",
    "decimal(18,2)": "decimal",
    "boolean": {"base": "boolean", "format": "true|false"},
    "timestamp": {"base": "dateTime", "format": "yyyy-MM-ddTHH:mm:ssX"},
}


def write_csvw(draft: Draft) -> None:
    """Write the table group.

    Column names are the header; titles in ar and fr stand beside it (the header itself is the title without language).
    """
    group = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": {x: title(draft, x) for x in ("ar", "fr", "en")},
        "dc:license": {"@id": LICENCES["CC-BY-4.0"]["path"]},
        "dc:issued": draft.as_of,
        "tables": [_table(draft, t) for t in draft.tables.values()],
    }
    text = json.dumps(group, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_bytes(draft.folder / "csv-metadata.json", text.encode())


def _table(draft: Draft, table: Table) -> dict[str, object]:
    schema: dict[str, object] = {
        "columns": [_column(c) for c in table.published_columns],
        "primaryKey": table.primary_key,
    }
    foreign = [
        {"columnReference": c.name, "reference": {"resource": draft.path(t, ".csv").name, "columnReference": k}}
        for c in table.published_columns
        # A reference that may be empty cannot be stated: validators take an empty cell for a key that is missing.
        if c.references and not c.is_nullable
        for t, k in [c.references.split(".")]
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "url": draft.path(table.name, ".csv").name,
        "dc:title": table.label,
        "dc:description": table.definition,
        "tableDirection": "auto",
        "tableSchema": schema,
    }


def _column(c: Column) -> dict[str, object]:
    found: dict[str, object] = {
        # The header bears the technical name, so that is the title in the default language.
        "name": c.name,
        "titles": {"en": [c.name, c.label["en"]], "ar": c.label["ar"], "fr": c.label["fr"]},
        "dc:description": c.definition,
        "datatype": _TYPES[c.data_type],
        "required": not c.is_nullable,
    }
    if c.data_type == "varchar":
        found["textDirection"] = "auto"
        found["null"] = ""
    if c.kind == "codes":
        found["separator"] = " "
    return found
