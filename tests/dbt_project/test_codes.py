"""A code is of its column's closed list; of several each once, in the order of the list."""

from __future__ import annotations

import duckdb
import jinja2
import pytest

from expectations.sheets.load import DBT_PROJECT, load_tables

CODES = list(load_tables()["decisions"].column("subjects").codes)


@pytest.mark.parametrize(
    ("value", "is_right"),
    [
        ("water", True),
        ("water sanitation digital", True),
        ("sanitation water", False),
        ("water water", False),
        ("water  roads", False),
        ("water, roads", False),
        ("Water", False),
        ("waters", False),
        (" water", False),
        ("water other_thing", False),
        ("", False),
    ],
)
def test_several_codes(value: str, is_right: bool) -> None:
    assert held({"class": "codes", "codes": CODES}, value) == is_right


@pytest.mark.parametrize(("value", "is_right"), [("water", True), ("water roads", False), ("other", False)])
def test_one_code(value: str, is_right: bool) -> None:
    assert held({"class": "code", "codes": CODES}, value) == is_right


def held(meta: dict[str, object], value: str) -> bool:
    """What the macro says of a value."""
    text = (DBT_PROJECT / "macros" / "breaches.sql").read_text("utf-8")
    macros = jinja2.Environment().from_string(text).module
    with duckdb.connect() as con:
        found = con.execute(f"select {macros.are_of_list('told', meta)} from (select ? as told)", [value]).fetchone()  # type: ignore[attr-defined]
    return bool(found and found[0])
