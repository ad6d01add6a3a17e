"""`datapackage.json` (Frictionless Data Package): one resource per strict CSV with schema, keys, size and hash."""

from __future__ import annotations

import json

from expectations.sheets.model import Column, Table
from ingest.home import write_bytes
from warehouse.build.draft import Draft
from warehouse.catalogue.inventory import LICENCES, ReleaseFile, description, title
from warehouse.formats.tables import TIME_FORMAT

_TYPES = {
    "varchar": "string",
    "bigint": "integer",
    "boolean": "boolean",
    "timestamp": "datetime",
    "decimal(18,2)": "number",
}


def write_datapackage(draft: Draft, files: dict[str, ReleaseFile]) -> None:
    """Write the descriptor; `files` must hold the strict CSV files."""
    package = {
        "profile": "data-package",
        "name": f"infitah-{draft.release_id}".lower().replace(".", "-").replace("+", "-"),
        "id": draft.url(),
        "title": title(draft, "en"),
        "description": description(draft, "en"),
        "infitah:title": {x: title(draft, x) for x in ("ar", "fr", "en")},
        "homepage": draft.publisher.base_url,
        "version": draft.release_id,
        "created": draft.as_of,
        "licenses": [LICENCES["CC-BY-4.0"]],
        "contributors": [{"title": draft.publisher.name_en, "role": "publisher"}],
        "resources": [_resource(draft, t, files) for t in draft.tables.values()],
    }
    text = json.dumps(package, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_bytes(draft.folder / "datapackage.json", text.encode())


def _resource(draft: Draft, table: Table, files: dict[str, ReleaseFile]) -> dict[str, object]:
    file = files[draft.path(table.name, ".csv").name]
    return {
        "name": table.name,
        "path": file.name,
        "profile": "tabular-data-resource",
        "title": table.label["en"],
        "description": table.definition["en"],
        "infitah:label": table.label,
        "format": "csv",
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": "sha256:" + file.sha256,
        "licenses": [LICENCES[table.licence]],
        "schema": {
            "primaryKey": table.primary_key,
            "fields": [_field(c, table) for c in table.published_columns],
            "foreignKeys": [
                {"fields": c.name, "reference": {"resource": "" if t == table.name else t, "fields": k}}
                for c in table.published_columns
                if c.references
                for t, k in [c.references.split(".")]
            ],
        },
    }


def _field(c: Column, table: Table) -> dict[str, object]:
    constraints: dict[str, object] = {}
    if not c.is_nullable:
        constraints["required"] = True
    if c.name == table.primary_key:
        constraints["unique"] = True
    if c.kind == "codes":
        one = "|".join(c.codes)
        constraints["pattern"] = f"(?:{one})(?: (?:{one}))*"
    elif c.codes:
        constraints["enum"] = list(c.codes)
    field: dict[str, object] = {
        "name": c.name,
        "type": _TYPES[c.data_type],
        "title": c.label["en"],
        "description": c.definition["en"],
        "infitah:label": c.label,
        "constraints": constraints,
    }
    if c.data_type == "timestamp":
        field["format"] = TIME_FORMAT
    return field
