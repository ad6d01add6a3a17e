"""Rendering a build's published files: strict CSV, spreadsheet CSV, Parquet, NDJSON, one DuckDB file, descriptor, sums.

Data files are byte-identical for equal tables: rows sorted by primary key, one thread, UTC, LF. The public DuckDB is
assembled from the sorted Parquet, with storage version v1.2.0 so that older clients open it, and carries the dictionary
as comments.
"""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import duckdb

from ingest.home import write_bytes
from warehouse.model import Column, Table

STORAGE_VERSION = "v1.2.0"
TIME_FORMAT = "%Y-%m-%dT%H:%M:%SZ"
#: A spreadsheet would run a text cell that begins so.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FRICTIONLESS = {
    "varchar": "string",
    "bigint": "integer",
    "boolean": "boolean",
    "timestamp": "datetime",
    "decimal(18,2)": "number",
}
_LICENCES = {
    "CC-BY-4.0": {
        "name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0", "path": "https://creativecommons.org/licenses/by/4.0/",
    }
}  # fmt: skip


def file_name(prefix: str, table: str, ending: str) -> str:
    return f"{prefix}{table}{ending}"


def write_tables(database: Path, folder: Path, prefix: str, tables: dict[str, Table]) -> None:
    """Every published table in four formats."""
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(database), read_only=True) as con:
        con.execute("set threads = 1")
        con.execute("set TimeZone = 'UTC'")
        for table in tables.values():
            _write_table(con, folder, prefix, table)


def published_columns(table: Table) -> list[Column]:
    """The allow-list: columns whose meta says publish."""
    return [c for c in table.columns if c.is_published]


def _write_table(con: duckdb.DuckDBPyConnection, folder: Path, prefix: str, table: Table) -> None:
    columns = ", ".join(f'"{c.name}"' for c in published_columns(table))
    query = f'select {columns} from marts."{table.name}" order by "{table.primary_key}"'
    parquet = folder / file_name(prefix, table.name, ".parquet")
    con.execute(f"copy ({query}) to '{parquet}' (format parquet, compression zstd, row_group_size 100000)")
    strict = folder / file_name(prefix, table.name, ".csv")
    con.execute(f"copy ({query}) to '{strict}' (format csv, header, timestampformat '{TIME_FORMAT}')")
    lines = folder / file_name(prefix, table.name, ".ndjson")
    con.execute(f"copy ({query}) to '{lines}' (format json, timestampformat '{TIME_FORMAT}')")
    _write_spreadsheet(con.execute(query), folder / file_name(prefix, table.name, ".spreadsheet.csv"), table)


def _write_spreadsheet(cursor: duckdb.DuckDBPyConnection, path: Path, table: Table) -> None:
    """BOM, semicolon, CRLF; a text cell that a spreadsheet would run gets an apostrophe before it."""
    columns = published_columns(table)
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle, delimiter=";", lineterminator="\r\n")
        writer.writerow([c.name for c in columns])
        while rows := cursor.fetchmany(10_000):
            writer.writerows([_cell(v, c) for v, c in zip(row, columns, strict=True)] for row in rows)


def _cell(value: Any, column: Column) -> str:
    if value is None:
        return ""
    if column.data_type == "boolean":
        return "true" if value else "false"
    if column.data_type == "timestamp":
        return str(value.strftime(TIME_FORMAT))
    text = str(value)
    return "'" + text if column.data_type == "varchar" and text.startswith(_FORMULA) else text


def write_duckdb(folder: Path, prefix: str, tables: dict[str, Table]) -> Path:
    """The public DuckDB file, from the Parquet files beside it."""
    path = folder / f"{prefix}infitah.duckdb"
    path.unlink(missing_ok=True)
    with duckdb.connect() as con:
        con.execute("set threads = 1")
        con.execute("set TimeZone = 'UTC'")
        con.execute(f"attach '{path}' as out (storage_version '{STORAGE_VERSION}')")
        for name in tables:
            table = tables[name]
            columns = ", ".join(f'"{c.name}" {c.data_type}' for c in published_columns(table))
            con.execute(f'create table out."{name}" ({columns}, primary key ("{table.primary_key}"))')
            parquet = folder / file_name(prefix, name, ".parquet")
            con.execute(f"insert into out.\"{name}\" select * from read_parquet('{parquet}')")
            con.execute(f'comment on table out."{name}" is {_literal(_comment(table.label, table.definition))}')
            for c in published_columns(table):
                con.execute(f'comment on column out."{name}"."{c.name}" is {_literal(_comment(c.label, c.definition))}')
        con.execute("checkpoint out")
        con.execute("detach out")
    return path


def _comment(label: dict[str, str], definition: dict[str, str]) -> str:
    return " | ".join(f"{label[x]}: {definition[x]}" for x in ("ar", "fr", "en"))


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def table_digests(
    database: Path, tables: dict[str, Table], schema: str = "marts", *, stable_only: bool = False
) -> dict[str, str]:
    """A digest per table over its sorted rows, schema included; `stable_only` leaves volatile columns out."""
    digests = {}
    with duckdb.connect(str(database), read_only=True) as con:
        con.execute("set TimeZone = 'UTC'")
        for name, table in tables.items():
            names = table.stable_columns if stable_only else [c.name for c in table.columns]
            digest = hashlib.sha256()
            if names:
                columns = ", ".join(f'"{n}"' for n in names)
                order = ", ".join(str(i + 1) for i in range(len(names)))
                digest.update(json.dumps([(n, table.column(n).data_type) for n in names]).encode())
                cursor = con.execute(f'select {columns} from {schema}."{name}" order by {order}')
                while rows := cursor.fetchmany(10_000):
                    digest.update(json.dumps(rows, ensure_ascii=False, default=str).encode())
            digests[name] = digest.hexdigest()
    return digests


def row_counts(database: Path, tables: dict[str, Table], schema: str = "marts") -> dict[str, int]:
    with duckdb.connect(str(database), read_only=True) as con:
        return {t: int(con.execute(f'select count(*) from {schema}."{t}"').fetchall()[0][0]) for t in tables}


def write_descriptor(folder: Path, prefix: str, release_id: str, created: str, tables: dict[str, Table]) -> None:
    """`datapackage.json`: one resource per strict CSV, with schema, keys, size and hash."""
    package = {
        "profile": "data-package",
        "name": f"infitah-{release_id}".lower().replace(".", "-"),
        "title": "Infitah — open data on Morocco's open local governments" + (" (SAMPLE DATA)" if prefix else ""),
        "version": release_id,
        "created": created,
        "licenses": [_LICENCES["CC-BY-4.0"]],
        "resources": [_resource(folder, prefix, tables[n]) for n in tables],
    }
    text = json.dumps(package, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_bytes(folder / "datapackage.json", text.encode())


def _resource(folder: Path, prefix: str, table: Table) -> dict[str, Any]:
    path = folder / file_name(prefix, table.name, ".csv")
    data = path.read_bytes()
    return {
        "name": table.name,
        "path": path.name,
        "profile": "tabular-data-resource",
        "title": table.label["en"],
        "description": table.definition["en"],
        "infitah:label": table.label,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
        "licenses": [_LICENCES[table.licence]],
        "schema": {
            "primaryKey": table.primary_key,
            "fields": [_field(c, table) for c in published_columns(table)],
            "foreignKeys": [
                {
                    "fields": c.name,
                    "reference": {"resource": c.references.split(".")[0], "fields": c.references.split(".")[1]},
                }
                for c in published_columns(table)
                if c.references and c.references.split(".")[0] != table.name
            ],
        },
    }


def _field(c: Column, table: Table) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not c.is_nullable:
        constraints["required"] = True
    if c.name == table.primary_key:
        constraints["unique"] = True
    if c.codes:
        constraints["enum"] = list(c.codes)
    field: dict[str, Any] = {
        "name": c.name,
        "type": _FRICTIONLESS[c.data_type],
        "title": c.label["en"],
        "description": c.definition["en"],
        "infitah:label": c.label,
        "constraints": constraints,
    }
    if c.data_type == "timestamp":
        field["format"] = TIME_FORMAT
    return field


def write_readme(
    folder: Path, prefix: str, release_id: str, as_of: str, rows: dict[str, int], tables: dict[str, Table]
) -> None:
    """README.md in Arabic, French, English: what this is, from when, which tables, how to cite."""
    sample = (
        "> **عينة — ÉCHANTILLON — SAMPLE.** جماعات خيالية ومعطيات للتجربة؛ collectivités fictives ; fictitious collectivities. "
        "Not to be cited as facts.\n\n"
        if prefix
        else ""
    )
    lines = [f"# Infitah · انفتاح · {release_id}\n\n", sample]
    lines.append(
        f"معطيات مفتوحة عن الجماعات الترابية المنفتحة بالمغرب، حتى {as_of}. لكل صف مصدره وتاريخ التقاطه وموضعه. الرخصة: CC BY 4.0.\n\n"
    )
    lines.append(
        f"Données ouvertes sur les collectivités territoriales ouvertes du Maroc, au {as_of}. Chaque ligne porte sa source, sa date de "
        "capture et sa position. Licence : CC BY 4.0.\n\n"
    )
    lines.append(
        f"Open data on Morocco's open local governments, as of {as_of}. Every row carries its source, capture time and position. "
        "Licence: CC BY 4.0; quotations of public bodies rest on article 6 of law 31-13 (source and date).\n\n"
    )
    lines.append("| table | rows | الجدول | table (fr) |\n|---|---:|---|---|\n")
    lines.extend(f"| `{n}` | {rows[n]} | {tables[n].label['ar']} | {tables[n].label['fr']} |\n" for n in tables)
    lines.append(
        "\nEach table: `.csv` (strict, UTF-8, comma), `.spreadsheet.csv` (opens in a spreadsheet: BOM, semicolon, formula-safe), "
        f"`.parquet`, `.ndjson`; all of them in `{prefix}infitah.duckdb` (DuckDB 1.2 or newer). Columns are explained in the table "
        "`_dictionary`, sources and their state in `sources` and `_sources`. Check the files with `sha256sum -c SHA256SUMS`.\n\n"
        f"Cite as: Infitah, release {release_id}, CC BY 4.0.\n"
    )
    write_bytes(folder / "README.md", "".join(lines).encode())


def write_sums(folder: Path) -> dict[str, str]:
    """SHA256SUMS over every other file; returns name → SHA-256 of all, itself included."""
    sums = {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir()) if p.name != "SHA256SUMS"
    }
    write_bytes(folder / "SHA256SUMS", "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode())
    sums["SHA256SUMS"] = hashlib.sha256((folder / "SHA256SUMS").read_bytes()).hexdigest()
    return sums
