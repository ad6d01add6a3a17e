"""Digests and row counts of a build's tables: what "the same data" means, whatever the bytes of a database file."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import duckdb

from expectations.sheets.model import Table


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
    """Rows of each published table."""
    with duckdb.connect(str(database), read_only=True) as con:
        return {t: int(con.execute(f'select count(*) from {schema}."{t}"').fetchall()[0][0]) for t in tables}
