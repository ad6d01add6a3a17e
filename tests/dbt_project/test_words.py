"""Words are read a second time in SQL: what the readers make of real strings holds, what is planted in it is seen."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import duckdb
import jinja2
import pytest

from expectations.sheets.load import DBT_PROJECT
from ingest.records import StatedDate
from ingest.text.amounts import amount_of_cell, stated_amount
from ingest.text.dates import parse_first, resolve

AMOUNTS = [
    "250.000,00 درهم", "أزيد من 66 مليون درهم", "2,418 milliards de dirhams", "1.916 MDH", "1,92 MMDH", "11.5 مليار سنتيم",
    "406 مليون و 362 ألف درهم", "مليوني درهم", "خمسمائة ألف درهم", "340 000,00 DH", "2 millions 500 mille dirhams", "درهم 250.000,00",
    "٢٥٠٫٠٠٠ درهم", "50.000 (خمسون ألف) درهم", "بكلفة 2.006244.54 درهم", "200.000 درهم و300.000 درهم", "0,50 DH",
]  # fmt: skip
DATES = [
    "11 أبريل 2023", "الثلاثاء 11 أبريل 2023", "11/04/2023", "2023-04-11", "١١/٠٤/٢٠٢٣", "أبريل 2023", "سنة 2023", "1er mars 2024",
    "11 أبريل الماضي", "mars dernier", "hier mardi", "يوم الثلاثاء", "شهر أبريل", "31/02/2023", "1 يناير 1970",
]  # fmt: skip
PUBLISHED = dt.date(2023, 4, 12)
BASED = {"d_basis_code": {"config": {"meta": {"codes": ["stated", "publication_date"]}}}, "d_precision_code": {}}


@pytest.fixture(scope="module")
def macros() -> Any:
    text = (DBT_PROJECT / "macros" / "words.sql").read_text("utf-8")
    return jinja2.Environment().from_string(text).module


def breaches(sql: str, columns: str, rows: list[tuple[object, ...]]) -> list[str]:
    """Names of the rules that some rows break; `sql` is what a macro gives for the table `facts`."""
    with duckdb.connect() as con:
        con.execute(f"create table facts ({columns})")
        con.executemany(f"insert into facts values ({', '.join('?' * len(rows[0]))})", rows)
        queries = [f"select {q}" for q in sql.split("union all select ")[1:]]
        return sorted({r[0] for q in queries for r in con.execute(q).fetchall()})


def amounts_told(macros: Any, rows: list[tuple[Decimal | None, str | None]]) -> list[str]:
    sql = macros.amount_breaches("facts", {"amount_mad": "amount_raw"})
    return breaches(sql, "amount_mad decimal(18, 2), amount_raw varchar", list(rows))


def dates_told(macros: Any, rows: list[tuple[str | None, str, str | None, str | None]]) -> list[str]:
    sql = macros.date_breaches("facts", {"d": "d_raw"}, BASED)
    return breaches(sql, "d varchar, d_precision_code varchar, d_raw varchar, d_basis_code varchar", list(rows))


@pytest.mark.parametrize("text", AMOUNTS)
def test_an_amount_that_was_read_agrees_with_its_words(macros: Any, text: str) -> None:
    assert amounts_told(macros, [stated_amount(text)[:2]]) == []


def test_an_amount_of_a_cell_has_the_unit_of_its_column(macros: Any) -> None:
    amount = amount_of_cell("1 250", "Montant en milliers de dirhams")
    assert amount is not None
    assert amount.certain_mad == 1_250_000
    assert amounts_told(macros, [(amount.certain_mad, amount.raw)]) == []


@pytest.mark.parametrize(
    ("mad", "raw"),
    [
        (Decimal(250_001), "250.000,00 درهم"),
        (Decimal(66_000_000), "340 000,00 DH"),
        (Decimal(250_000), "2"),
        (Decimal(250_000), None),
        (Decimal(1_916_000_001), "1.916 MDH"),
    ],
)
def test_another_amount_than_its_words_is_seen(macros: Any, mad: Decimal | None, raw: str | None) -> None:
    assert amounts_told(macros, [(mad, raw)]) == ["amount_agrees_with_raw"]


def test_words_from_which_something_was_removed_tell_nothing(macros: Any) -> None:
    assert amounts_told(macros, [(Decimal(250_000), "[…] درهم")]) == []
    assert dates_told(macros, [("2023-04-11", "day", "[…]", "stated")]) == []


@pytest.mark.parametrize("text", DATES)
@pytest.mark.parametrize("published", [None, PUBLISHED])
def test_a_date_that_was_read_agrees_with_its_words(macros: Any, text: str, published: dt.date | None) -> None:
    date = parse_first(text)
    assert date is not None
    stated = StatedDate.of(resolve(date, published))
    assert dates_told(macros, [(stated.value, stated.precision_code, stated.raw, stated.basis_code)]) == []


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (("2024-04-11", "day", "11 أبريل 2023", "stated"), "date_agrees_with_raw"),
        (("2023-04-12", "day", "11 أبريل 2023", "stated"), "date_agrees_with_raw"),
        (("2023-05-11", "day", "11/04/2023", "stated"), "date_agrees_with_raw"),
        (("2023-04-11", "day", None, "stated"), "date_agrees_with_raw"),
        (("2023-04-11", "month", "11 أبريل 2023", "stated"), "date_as_precise_as_said"),
        (("2023-04", "day", "أبريل 2023", "stated"), "date_as_precise_as_said"),
        ((None, "day", "11 أبريل", "stated"), "date_on_its_basis"),
        (("2023-04-11", "day", "11 أبريل 2023", None), "date_on_its_basis"),
    ],
)
def test_another_date_than_its_words_is_seen(macros: Any, row: tuple[Any, ...], rule: str) -> None:
    assert rule in dates_told(macros, [row])


def evidence_told(macros: Any, rows: list[tuple[object, ...]]) -> list[str]:
    columns = ("evidence_position", "evidence_sha256", "capture_sha256", "source_id", "extractor_version")
    return breaches(macros.evidence_breaches("facts"), ", ".join(f"{c} varchar" for c in columns), rows)


WHOLE = ("document", "capture", "capture", "one", "v1")


def test_the_evidence_of_a_whole_document_is_its_capture(macros: Any) -> None:
    assert evidence_told(macros, [WHOLE]) == []
    assert evidence_told(macros, [("document", "another", *WHOLE[2:])]) == ["whole_document_is_its_capture"]


@pytest.mark.parametrize(("position", "told"), [("chars:4-9", []), ("chars:9-9", ["evidence_has_its_place"])])
def test_evidence_has_its_place(macros: Any, position: str, told: list[str]) -> None:
    assert evidence_told(macros, [(position, "digest", *WHOLE[2:])]) == told


def test_one_reader_reads_a_source(macros: Any) -> None:
    assert evidence_told(macros, [WHOLE, (*WHOLE[:3], "two", "v2")]) == []
    assert evidence_told(macros, [WHOLE, (*WHOLE[:3], "one", "v2")]) == ["one_reader_a_source"]
