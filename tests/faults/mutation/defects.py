"""Defects per class of column, fixed here; the checks must catch each of them (test_mutation.py keeps the score).

An UPDATE each, planted in the mart of a finished build inside a transaction. {t} table, {c} column, {k} key.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from expectations.sheets.model import Column, Table

_ONE = '(select {k} from marts."{t}" where {c} is not null order by hash({k}) limit 1)'
_SWAP = """update marts."{t}" set {c} = case when {k} = a.k then b.v else a.v end
from (select {k} as k, {c} as v from marts."{t}" where {c} is not null order by hash({k}) limit 1) as a,
     (select {k} as k, {c} as v from marts."{t}" where {c} is not null and {c} <>
        (select {c} from marts."{t}" where {c} is not null order by hash({k}) limit 1) order by hash({k}) limit 1) as b
where {k} in (a.k, b.k)"""
_SET = 'update marts."{t}" set {c} = {v} where {k} = ' + _ONE

#: class of column → name of defect → SQL.
DEFECTS: dict[str, dict[str, str]] = {
    "key": {"null": _SET.replace("{v}", "null"), "duplicate": _SET.replace("{v}", "(select max({c}) from marts.\"{t}\")")},
    "foreign_key": {"null": _SET.replace("{v}", "null"), "unknown_code": _SET.replace("{v}", "'ct-9999'"), "swap": _SWAP},
    "reference": {"null": _SET.replace("{v}", "null"), "unknown_code": _SET.replace("{v}", "'evt-bbbbbbbbbbbb'"), "swap": _SWAP},
    "code": {"null": _SET.replace("{v}", "null"), "unknown_code": _SET.replace("{v}", "'other_thing'"), "swap": _SWAP},
    "codes": {
        "null": _SET.replace("{v}", "null"), "unknown_code": _SET.replace("{v}", "{c} || ' other_thing'"), "swap": _SWAP,
        "twice": _SET.replace("{v}", "{c} || ' ' || {c}"),
    },
    "date": {
        "null": _SET.replace("{v}", "null"), "shifted_date": _SET.replace("{v}", "cast(cast(substr({c}, 1, 4) as int) + 1 as varchar) || substr({c}, 5)"),
        "out_of_range": _SET.replace("{v}", "'1970-01-01'"), "swap": _SWAP,
    },
    "timestamp": {"null": _SET.replace("{v}", "null"), "shifted_date": _SET.replace("{v}", "{c} + interval 40 day"), "out_of_range": _SET.replace("{v}", "timestamp '2099-01-01'")},
    "count": {"null": _SET.replace("{v}", "null"), "out_of_range": _SET.replace("{v}", "-1"), "shifted": _SET.replace("{v}", "{c} + 1"), "swap": _SWAP},
    "amount": {"null": _SET.replace("{v}", "null"), "out_of_range": _SET.replace("{v}", "-1"), "shifted": _SET.replace("{v}", "{c} + 1"), "swap": _SWAP},
    "text": {"null": _SET.replace("{v}", "null"), "swap": _SWAP, "hidden_mark": _SET.replace("{v}", "{c} || chr(8207)"), "truncated": _SET.replace("{v}", "left({c}, 1)")},
    "flag": {"null": _SET.replace("{v}", "null"), "flipped": _SET.replace("{v}", "not {c}")},
    "url": {"null": _SET.replace("{v}", "null"), "unknown_code": _SET.replace("{v}", "'nowhere'"), "swap": _SWAP},
    "hash": {"null": _SET.replace("{v}", "null"), "malformed": _SET.replace("{v}", "left({c}, 9)"), "swap": _SWAP},
    "position": {"null": _SET.replace("{v}", "null"), "malformed": _SET.replace("{v}", "'somewhere'"), "swap": _SWAP},
}  # fmt: skip


@dataclass(frozen=True)
class Defect:
    """One defect in one column."""

    table: str
    column: str
    kind: str
    sql: str

    @property
    def name(self) -> str:
        return f"{self.table}.{self.column}:{self.kind}"


def defects_of(table: Table, column: Column) -> list[Defect]:
    """Every defect of the column's class."""
    key = f'"{table.primary_key}"'
    return [
        Defect(
            table.name,
            column.name,
            kind,
            sql.replace("{t}", table.name).replace("{c}", f'"{column.name}"').replace("{k}", key),
        )
        for kind, sql in DEFECTS[column.kind].items()
    ]


def plant(con: duckdb.DuckDBPyConnection, defect: Defect) -> bool:
    """Plant it in the open transaction; False when the table's data leaves it nothing to change."""
    before = con.execute(
        f"select md5(string_agg(coalesce(cast(\"{defect.column}\" as varchar), '∅'), '|' order by rowid)) from marts.\"{defect.table}\""
    ).fetchall()
    con.execute(defect.sql)
    after = con.execute(
        f"select md5(string_agg(coalesce(cast(\"{defect.column}\" as varchar), '∅'), '|' order by rowid)) from marts.\"{defect.table}\""
    ).fetchall()
    return before != after
