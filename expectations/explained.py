"""Old release + `_changes` = new release, judged on the published files, without the code that wrote the changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb


@dataclass(frozen=True)
class Compared:
    """A table that `_changes` follows: its files of both releases, its key, and the columns that are compared."""

    table: str
    old: Path
    new: Path
    key: str
    columns: list[str]


def unexplained(compared: list[Compared], changes: Path) -> list[str]:
    """Per table, how many cells differ between (old + changes) and new; empty when the changes tell all, and no more.

    A cell is (key, column, value as text); an empty value is no cell. Old values in `changes` must be those of the old
    file, unless withdrawn.
    """
    problems = []
    with duckdb.connect() as con:
        con.execute("set TimeZone = 'UTC'")
        con.execute("create temp table changes as select * from read_parquet(?)", [str(changes)])
        for one in compared:
            con.execute("create or replace temp table told as select * from changes where table_name = ?", [one.table])
            _fractions(con, one)
            _cells(con, "old_cells", one.old, one)
            _cells(con, "new_cells", one.new, one)
            n = con.execute(_DIFFERENCE).fetchall()[0][0]
            if n:
                problems.append(f"{one.table}: {n} cell(s) or row(s) that the changes do not explain")
    return problems


def _fractions(con: duckdb.DuckDBPyConnection, one: Compared) -> None:
    """`text_of(field, value)`: JSON writes 12.50 as 12.5, so fractions are compared as numbers."""
    described = con.execute("describe select * from read_parquet(?)", [str(one.new)]).fetchall()
    names = [f"'{r[0]}'" for r in described if r[1].startswith(("DECIMAL", "DOUBLE"))]
    shorter = f"when field in ({', '.join(names)}) then cast(cast(value as double) as varchar)" if names else ""
    con.execute(f"create or replace temp macro text_of(field, value) as case {shorter} when true then value end")


def _cells(con: duckdb.DuckDBPyConnection, name: str, file: Path, one: Compared) -> None:
    """`name` (row, field, value) from a Parquet file; columns that it does not have yet are skipped."""
    had = {r[0] for r in con.execute("describe select * from read_parquet(?)", [str(file)]).fetchall()}
    columns = [c for c in one.columns if c in had and c != one.key]
    texts = ", ".join(f'cast("{c}" as varchar) as "{c}"' for c in columns)
    # A row without any value but its key is still a row: the key itself is one cell.
    con.execute(
        f"""create or replace temp table {name} as
        select "row", field, text_of(field, value) as value from (
            unpivot (select "{one.key}" as "row", "{one.key}" as "{one.key}", {texts} from read_parquet('{file}'))
            on columns(* exclude "row") into name field value value)"""
    )


_DIFFERENCE = """
with added as (
    select row_key as "row", key as field, text_of(key, json_extract_string(new_value, '$."' || key || '"')) as value
    from told, unnest(json_keys(new_value)) as k(key) where operation_code = 'added'
), changed as (
    select row_key as "row", column_name as field, text_of(column_name, new_value) as value,
        text_of(column_name, old_value) as old_value, cause_code
    from told where operation_code = 'changed'
), removed as (
    select row_key as "row" from told where operation_code = 'removed'
), rebuilt as (
    select "row", field, value from old_cells
    where "row" not in (select "row" from removed) and ("row", field) not in (select ("row", field) from changed)
    union all select "row", field, value from changed where value is not null
    union all select "row", field, value from added where value is not null
), wrong_old as (
    select c."row" from changed as c left join old_cells as o on c."row" = o."row" and c.field = o.field
    where c.old_value is distinct from o.value and c.cause_code <> 'withdrawn'
), wrong_removed as (
    select "row" from removed group by "row" having count(*) > 1 or "row" not in (select "row" from old_cells)
)
select (select count(*) from (select * from rebuilt except all select * from new_cells))
    + (select count(*) from (select * from new_cells except all select * from rebuilt))
    + (select count(*) from wrong_old) + (select count(*) from wrong_removed)
"""
