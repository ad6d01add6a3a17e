"""Bronze on disk: bronze/<batch>/<records>.parquet, one folder per parse, renamed into place when complete."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ingest.home import Home, swap_folder
from ingest.records import BRONZE, Keyed
from ingest.records.columns import arrow_schema, columns_of


def write_bronze(home: Home, run_id: str, records: Iterable[Keyed]) -> int:
    """Write one batch of records; returns their number. An empty batch writes nothing."""
    by_table: dict[str, list[Keyed]] = {}
    names = {cls: name for name, cls in BRONZE.items()}
    for record in records:
        by_table.setdefault(names[type(record)], []).append(record)
    if not by_table:
        return 0
    number = 1
    while (final := home.bronze / f"{run_id}-{number}").exists():
        number += 1
    staged = home.bronze / f".{final.name}.part"
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(parents=True)
    for table, rows in by_table.items():
        write_records(staged / f"{table}.parquet", table, rows)
    swap_folder(staged, final)
    return sum(len(rows) for rows in by_table.values())


def write_records(path: Path, table: str, rows: list[Keyed]) -> None:
    """One Parquet file of records of one kind, with that kind's schema."""
    schema = arrow_schema(BRONZE[table])
    columns = {c.name: [c.value_of(r) for r in rows] for c in columns_of(BRONZE[table])}
    pq.write_table(pa.table(columns, schema=schema), path, compression="zstd")


def read_bronze(home: Home, table: str) -> pa.Table:
    """All rows of one kind, every batch, oldest batch first."""
    files = sorted(home.bronze.glob(f"[!.]*/{table}.parquet"))
    schema = arrow_schema(BRONZE[table])
    return pa.concat_tables([pq.read_table(f, schema=schema) for f in files]) if files else schema.empty_table()
