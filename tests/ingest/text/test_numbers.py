from __future__ import annotations

import pytest

from ingest.text.fold import clean, fold, fold_with_offsets
from ingest.text.numbers import number_pattern, parse_number


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
    ],
)
def test_numbers_in_digits_and_words(text: str, value: int) -> None:
    assert parse_number(text) == value


def test_a_number_before_its_noun() -> None:
    pattern = number_pattern("(?P<n>{N}) (?:محاور|axes)")
    m = pattern.search(fold("تتوزع على خمسة محاور"))
    assert m is not None
    assert parse_number(m["n"]) == 5


def test_folding_keeps_the_way_back_to_the_original() -> None:
    text = "جَمَاعَة \u200fأيت—ملّول"
    folded = fold_with_offsets(text)
    at = folded.text.index("ايت")
    assert folded.raw(at, at + 3) == "أيت"


def test_display_text_is_cleaned_of_invisible_marks_only() -> None:
    assert clean("تطوان\u200f  —\u202a جماعة") == "تطوان — جماعة"
