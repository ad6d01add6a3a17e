"""Records as columns: origin and dates spread out, one column a value."""

from __future__ import annotations

import dataclasses
import datetime as dt
import decimal
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

import pyarrow as pa

from ingest.records.origin import Keyed, Origin

_ARROW = {
    str: pa.string(),
    int: pa.int64(),
    bool: pa.bool_(),
    float: pa.float64(),
    dt.datetime: pa.timestamp("us"),
    decimal.Decimal: pa.decimal128(18, 2),
}


@dataclass(frozen=True)
class Column:
    """One column of a record type."""

    name: str
    value_of: Callable[[Keyed], object]
    type: pa.DataType
    is_nullable: bool


def columns_of(record: type[Keyed]) -> tuple[Column, ...]:
    """The columns of a record type: its origin's, its own, and for a date one for each of its parts."""
    hints = typing.get_type_hints(record, include_extras=True)
    found: list[Column] = []
    for field in dataclasses.fields(record):
        hint = hints[field.name]
        if hint is Origin:
            found += [_column(f"origin.{n}", n, h) for n, h in typing.get_type_hints(Origin).items()]
        elif typing.get_origin(hint) is typing.Annotated:
            date, wanted = typing.get_args(hint)
            parts = typing.get_type_hints(date)
            found.append(_column(f"{field.name}.value", field.name, parts["value"]))
            found += [_column(f"{field.name}.{p}", f"{field.name}_{p}", parts[p]) for p in wanted]
        else:
            found.append(_column(field.name, field.name, hint))
    return tuple(found)


def _column(path: str, name: str, hint: object) -> Column:
    is_nullable = isinstance(hint, types.UnionType)
    if is_nullable:
        hint = next(a for a in typing.get_args(hint) if a is not type(None))
    return Column(name, attrgetter(path), _ARROW[typing.cast(type, hint)], is_nullable)


def arrow_schema(record: type[Keyed]) -> pa.Schema:
    """The Parquet schema of a record type: nullable only where the value may be None."""
    return pa.schema([pa.field(c.name, c.type, nullable=c.is_nullable) for c in columns_of(record)])


def flat(record: Keyed) -> dict[str, object]:
    """One record as column → value."""
    return {c.name: c.value_of(record) for c in columns_of(type(record))}
