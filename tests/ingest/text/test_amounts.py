"""Amounts in dirhams as councils and press write them: whole, or in their words alone."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from ingest.text.amounts import amount_of_cell, find_amounts, stated_amount
from ingest.text.limits import MAX_GRANT_MAD
from tests.ingest.text.sums import SUMS


def decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


@pytest.mark.parametrize(("fault", "text", "value"), SUMS)
def test_the_faults_that_were_seen(fault: str, text: str, value: str | None) -> None:
    found = find_amounts(text)
    assert [a.certain_mad for a in found] == [decimal(value)], fault
    assert found[0].raw in text, "the words stay"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("250.000,00 درهم", "250000"),
        ("2,418 milliards de dirhams", "2418000000"),
        ("1.916 MDH", "1916000000"),
        ("1,92 MMDH", "1920000000"),
        ("2,5 Md DH", "2500000000"),
        ("406 مليون و 362 ألف درهم", "406362000"),
        ("250 مليون سنتيم", "2500000"),
        ("11.5 مليار سنتيم", "115000000"),
        ("خمسة آلاف مليون سنتيم", "50000000"),
        ("نصف مليار سنتيم", "5000000"),
        ("مليوني درهم", "2000000"),
        ("ألفا درهم", "2000"),
        ("بلغ مليونا ومائتي ألف درهم", "1200000"),
        ("خمسمائة ألف درهم", "500000"),
        ("مبلغ الخمسمائة ألف درهم", "500000"),
        ("مليون، وخمسمائة ألف درهم", "1500000"),
        ("340 000,00 درهم", "340000"),
        ("2 millions 500 mille dirhams", "2500000"),
        ("deux cents cinquante mille dirhams", "250000"),
        ("septante-cinq mille dirhams", "75000"),
        ("nonante et un mille dirhams", "91000"),
        ("mil neuf cents dirhams", "1900"),
        ("quinze cents dirhams", "1500"),
        ("un demi-million de dirhams", "500000"),
        ("half a million dirhams", "500000"),
        ("two and a half million dirhams", "2500000"),
        ("one million, two hundred and fifty thousand dirhams", "1250000"),
        ("1.5 billion dirhams", "1500000000"),
        ("en 2024 100 000 DH", "100000"),
        ("برسم سنة 2024 مليون درهم", "1000000"),
        ("درهم 250.000,00", "250000"),
        ("MAD 1,000,000", "1000000"),
        ("mille dirhams et cinquante centimes", "1000.5"),
        ("ألف درهم و 50 سنتيما", "1000.5"),
    ],
)
def test_an_amount(text: str, value: str) -> None:
    assert [a.certain_mad for a in find_amounts(text)] == [Decimal(value)]


@pytest.mark.parametrize(
    "text",
    [
        "الرسم العقاري 30764/17",
        "الطريق رقم 4507",
        "20 درهما عن كل متر مربع",
        "ملايير",
        "القانون 113.14",
        "des millions de dirhams",
        "0,00 DH",
        "T76583 DH",
    ],
)
def test_no_amount(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("بكلفة 2.006244.54 درهم", "malformed"),
        ("15 0000 DH", "partly_read"),
        ("ثلث مليون درهم", "partly_read"),
        ("500 ألف و 250 ألف درهم", "partly_read"),
        ("5 دراهم ونصف", "partly_read"),
        ("مليون درهم و500 ألف", "partly_read"),
        ("½ million de dirhams", "partly_read"),
        ("des dizaines de millions de dirhams", "partly_read"),
        # A word of a number that is misspelt.
        ("cent cinquant mille dirhams", "partly_read"),
        ("تلاتمائة ألف درهم", "partly_read"),
        ("quatre-vint-douze mille dirhams", "partly_read"),
        ("trois cent trente-deux mile huit cent six dirhams", "partly_read"),
        ("un milion sept cent trente mille dirhams", "partly_read"),
        ("سبعة أفل وخمسمائة درهم", "partly_read"),
        ("تسعةو ثمانون ألف درهم", "partly_read"),
        ("واح وخمسون ألف درهم", "partly_read"),
        ("10-20 مليون درهم", "partly_read"),
        ("de 10 à 20 millions de dirhams", "range"),
        ("من 500.000 درهم إلى 700.000 درهم", "range"),
        ("entre 500.000 DH et 700.000 DH", "range"),
        ("22000000 درهم", "doubled"),
        ("1500 مليار درهم", "over_ceiling"),
        ("حصة 12 291,040.979 ألف درهم", "partly_read"),
        # A billion is another number in French.
        ("deux billions de dirhams", "partly_read"),
    ],
)
def test_what_is_not_read_whole_keeps_its_words_alone(text: str, flag: str) -> None:
    assert [(a.certain_mad, a.flag) for a in find_amounts(text)] == [(None, flag)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("150.000 (مائة وخمسون ألف) درهم", "150000"),
        ("150 000,00 DH TTC (cent cinquante mille dirhams)", "150000"),
        ("مليون ومائتا ألف درهم أي 1.200.000,00 درهم", "1200000"),
        ("150.000,00 درهم فقط (مائة وخمسون ألف درهم)", "150000"),
        ("150.000,00 درهم : مائة وخمسون ألف درهم", "150000"),
        ("مائة وخمسون ألف درهم 150.000 درهم", "150000"),
        ("10 ملايين درهم (مليار سنتيم)", "10000000"),
        ("90 400,50 DH, soit quatre-vingt-dix mille quatre cents dirhams et 50 centimes", "90400.5"),
        # A year, a footnote, a share are no other writing of a sum.
        ("trois millions de dirhams (2024)", "3000000"),
        ("250.000 درهم (2)", "250000"),
        ("150 dirhams, soit 20 % du total", "150"),
        ("les trois : 150 000 DH", "150000"),
    ],
)
def test_one_sum_in_two_writings_is_one(text: str, value: str) -> None:
    assert [a.certain_mad for a in find_amounts(text)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "relation", "words"),
    [
        ("بمبلغ أزيد من 66 مليون درهم", "more_than", "أزيد من 66 مليون درهم"),
        ("soit plus de 13 milliards de dirhams", "more_than", "plus de 13 milliards de dirhams"),
        ("تتجاوز كلفته الإجمالية 5 ملايين درهم", "more_than", "تتجاوز كلفته الإجمالية 5 ملايين درهم"),
        ("over 5 million dirhams", "more_than", "over 5 million dirhams"),
        ("بكلفة تبلغ حوالي 2 مليون درهم", "about", "حوالي 2 مليون درهم"),
        ("بما يناهز 3 ملايين درهم", "about", "بما يناهز 3 ملايين درهم"),
        ("un million de dirhams environ", "about", "un million de dirhams environ"),
        ("500 ألف درهم على الأقل", "at_least", "500 ألف درهم على الأقل"),
        ("في حدود 350 ألف درهم", "up_to", "في حدود 350 ألف درهم"),
        ("plafonné à 500.000 DH", "up_to", "plafonné à 500.000 DH"),
        ("ne dépassant pas 500.000 DH", "up_to", "ne dépassant pas 500.000 DH"),
        ("moins de 200 000 DH", "less_than", "moins de 200 000 DH"),
        ("une hausse de 3 millions de dirhams", "exactly", "3 millions de dirhams"),
        ("en plus de 200.000 DH", "exactly", "200.000 DH"),
    ],
)
def test_what_the_words_around_make_of_an_amount(text: str, relation: str, words: str) -> None:
    stated = stated_amount(text)
    assert (stated.relation, stated.raw) == (relation, words)
    assert (stated.mad is not None) == (relation in ("exactly", "up_to"))


def test_of_several_amounts_only_the_words_are_given() -> None:
    assert stated_amount("200.000 درهم و300.000 درهم")[:3] == (None, "200.000 درهم؛ 300.000 درهم", None)


def test_a_sum_above_what_its_kind_of_fact_comes_to_is_not_read() -> None:
    assert stated_amount("10000000000 DH").mad == 10**10
    assert stated_amount("10000000000 DH", most=MAX_GRANT_MAD)[:2] == (None, "10000000000 DH")


@pytest.mark.parametrize(
    ("cell", "header", "value", "flag"),
    [
        ("150.000", "المبلغ بالدرهم", "150000", None),
        ("مائة ألف", "المبلغ بالدرهم", "100000", None),
        ("1,5", "en millions de dirhams", "1500000", None),
        ("250", "بآلاف الدراهم", "250000", None),
        ("1 500", "Montant en milliers de DH", "1500000", None),
        ("250", "Budget (KDH)", "250000", None),
        ("115500000000", "Montant (DH)", None, "doubled"),
        ("150 ألف", "بآلاف الدراهم", None, "partly_read"),
    ],
)
def test_a_cell_has_the_unit_of_its_column(cell: str, header: str, value: str | None, flag: str | None) -> None:
    amount = amount_of_cell(cell, header)
    assert amount is not None
    assert (amount.certain_mad, amount.flag, amount.raw) == (decimal(value), flag, cell)


def test_a_cell_of_something_else_is_no_amount() -> None:
    assert amount_of_cell("lot 5", "Montant (DH)") is None
    assert amount_of_cell("5", "Nombre") is None


#: Pieces that a pattern might go back and forth over.
REPEATED = (
    "مليون و 200 ألف و ", "خمسة وعشرون مائة ", "cent ", "quatre vingt ", "1", "1,1.", "12 345 ", "(", "5 درهم (", "مليون درهم و500 ألف ",
    "dh 5", "5 dh soit ", "5 dh : ", "(5) dh ", "و", "entre 5 dh et 6 dh ", "5-", "5 (5) درهم ", "يفوق عدد ", "plus de ", "a", " ",
)  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_a_hundred_thousand_letters_are_read_in_bounded_time(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000] + " درهم"
    began = time.monotonic()
    find_amounts(text)
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("the project costs several billion dirhams", []),
        ("بعدة مليار درهم", []),
        ("الكلفة (مليون درهم)", []),
        ("coût (en million de dirhams)", []),
        ("مليون درهم", ["1000000"]),
        ("un loyer de 900 dirhams mensuels", []),
        ("450 dirhams per square metre and 300 dirhams a month", []),
        ("200 درهم للطن و700 درهم لكل طالب", []),
        ("90 DH le quintal, 700 DH à chaque étudiant, 50 DH/mois", []),
        ("في حدود 300.000 درهم لكل تعاونية", ["300000"]),
        ("150 000 DH pour chaque association", ["150000"]),
        ("1 200 000 DH et non pas 2 100 000 DH", ["1200000"]),
        ("1.500.000 درهم بدلا من 900.000 درهم", ["1500000"]),
        ("1.5 million dirhams instead of 900,000 dirhams", ["1500000"]),
        ("le tiers des 9 millions de dirhams", [None]),
        ("بنصف مبلغ 8 ملايين درهم", [None]),
        ("30 % of the 12 million dirhams", [None]),
        ("between 2 and 3 million dirhams", [None]),
        ("ما بين مليونين وثلاثة ملايين درهم", [None]),
        ("entre 400 000 et 500 000 DH", [None]),
    ],
)
def test_what_is_not_the_sum_that_is_meant(text: str, values: list[str | None]) -> None:
    assert [a.certain_mad for a in find_amounts(text)] == [decimal(v) for v in values]
