"""Numbers of things in digits and in words, whole or not at all; folding and display text."""

from __future__ import annotations

import time

import pytest

from ingest.text.fold import clean, fold, fold_with_offsets
from ingest.text.numbers import counted, number_of, number_pattern, parse_number

VOICES = number_pattern(r"(?P<n>{N})(?: \((?P<d>\d{1,3})\))? (?:صوتا|أصوات|voix|votes|نقط)")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ثماني", 8),
        ("خمسة", 5),
        ("اثنا عشر", 12),
        ("خمسة وعشرون", 25),
        ("ست (06)", 6),
        ("2500", 2500),
        ("2 500", 2500),
        ("١٢", 12),
        ("vingt-deux", 22),
        ("quatre-vingt-dix-sept", 97),
        ("onze", 11),
        ("deux cents", 200),
        ("مئتان وأحد عشر", 211),
        ("twenty-three", 23),
    ],
)
def test_numbers_in_digits_and_words(text: str, value: int) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["نصف", "خمسة وثلاثة", "ست (07)", "عشرون ثلاثون", "deux trois", "لا شيء"])
def test_what_is_no_whole_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("بأغلبية ثلاثة وعشرين صوتا", 23),
        ("بثلاثة أصوات", 3),
        ("الخمسة وعشرون صوتا", 25),
        ("cent vingt et une voix", 121),
        ("ثلاثة آلاف وخمسة أصوات", 3005),
        ("2,5 مليون أصوات", 2_500_000),
        ("15 و4 أصوات", 4),
        ("سنة 2023 15 صوتا", 15),
        ("خطة 2025-2027 تسعة أصوات", 9),
        ("plan 2024 – 2026 douze voix", 12),
        ("2026/2028 ثلاثة وعشرون صوتا", 23),
        ("خمسة عشر عضوا وأربعة أصوات", 4),
        # Something beside the number stays unread.
        ("ثلاتة وعشرون صوتا", None),
        ("خمسة وثلاثة أصوات", None),
        ("ألف و15 صوتا", None),
        ("ثلاثة ونصف أصوات", None),
    ],
)
def test_a_number_before_its_noun_has_all_that_belongs_to_it(text: str, value: int | None) -> None:
    m = VOICES.search(fold(text))
    assert m is not None
    assert number_of(m) == value


def test_a_number_in_words_and_digits_that_differ_is_none() -> None:
    same, other = VOICES.search(fold("ست (06) نقط")), VOICES.search(fold("ست (07) نقط"))
    assert same is not None and other is not None
    assert (counted(same), counted(other)) == (6, None)


@pytest.mark.parametrize("piece", ["خمسة وعشرون ", "quatre vingt ", "12 345 ", "و", "1", "مليون و 200 ألف و "])
def test_a_hundred_thousand_letters_are_read_in_bounded_time(piece: str) -> None:
    text = fold(piece * (100_000 // len(piece)) + " صوتا")
    began = time.monotonic()
    for m in VOICES.finditer(text):
        number_of(m)
    parse_number(text)
    assert time.monotonic() - began < 20


def test_folding_keeps_the_way_back_to_the_original() -> None:
    text = "جَمَاعَة \u200fأيت—ملّول"
    folded = fold_with_offsets(text)
    at = folded.text.index("ايت")
    assert folded.raw(at, at + 3) == "أيت"


def test_display_text_is_cleaned_of_invisible_marks_only() -> None:
    assert clean("تطوان\u200f  —\u202a جماعة") == "تطوان — جماعة"
