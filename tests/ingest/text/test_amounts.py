"""Amounts in dirhams as councils and press write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.text.amounts import find_amounts, stated_amount


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("250.000,00 درهم", "250000"),
        ("أزيد من 66 مليون درهم", "66000000"),
        ("2,418 milliards de dirhams", "2418000000"),
        ("1.916 MDH", "1916000000"),
        ("1,92 MMDH", "1920000000"),
        ("406 مليون و 362 ألف درهم", "406362000"),
        ("250 مليون سنتيم", "2500000"),
        ("11.5 مليار سنتيم", "115000000"),
        ("مليوني درهم", "2000000"),
        ("خمسمائة ألف درهم", "500000"),
        ("340 000,00 درهم", "340000"),
        ("2 millions 500 mille dirhams", "2500000"),
        ("en 2024 100 000 DH", "100000"),
        ("درهم 250.000,00", "250000"),
    ],
)
def test_an_amount(text: str, value: str) -> None:
    assert [a.value_mad for a in find_amounts(text)] == [Decimal(value)]


@pytest.mark.parametrize(
    "text", ["الرسم العقاري 30764/17", "الطريق رقم 4507", "20 درهما عن كل متر مربع", "ملايير", "القانون 113.14"]
)
def test_no_amount(text: str) -> None:
    assert find_amounts(text) == []


def test_a_number_of_which_only_a_part_can_be_read_is_none() -> None:
    """It was read as twelve dirhams."""
    assert find_amounts("حصة 12 291,040.979 ألف درهم") == []


def test_what_had_to_be_repaired_keeps_its_words_alone() -> None:
    assert stated_amount("بكلفة 2.006244.54 درهم") == (None, "2.006244.54 درهم")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("بمبلغ أزيد من 66 مليون درهم", "أزيد من 66 مليون درهم"),
        ("soit plus de 13 milliards de dirhams", "plus de 13 milliards de dirhams"),
        ("بكلفة تبلغ حوالي 2 مليون درهم", "حوالي 2 مليون درهم"),
        ("une hausse de 3 millions de dirhams", "3 millions de dirhams"),
    ],
)
def test_an_inexact_amount_says_so_in_its_words(text: str, words: str) -> None:
    assert stated_amount(text)[1] == words


def test_of_several_amounts_only_the_words_are_given() -> None:
    assert stated_amount("200.000 درهم و300.000 درهم") == (None, "200.000 درهم؛ 300.000 درهم")
