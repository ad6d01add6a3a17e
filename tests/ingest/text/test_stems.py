"""Stems hide no match: whatever a pattern matches holds one of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.text.fold import _FOLDED, _USUAL, _fold_char, clean, compile_folded, fold, fold_with_offsets
from ingest.text.standing import Stems
from ingest.text.stems import Stemmed, stems_of, without_longer

PATTERNS = {
    r"(?<!\w)(?:ال)?ورشه (?:ال)?تكوينيه": ("ورشه تكوينيه", "ورشه التكوينيه"),
    r"session(?:s)? (?:ordinaire|extraordinaire)": ("ordinaire",),
    r"a(?:b|c)?d": ("ad", "abd", "acd"),
    r"(?:un|deux){1,3} points": (" points",),
    r"\d+ dirhams?": (" dirham",),
    r"[ab]x|[cd]y": ("ax", "bx", "cy", "dy"),
    r"(?:ا(?:ول(?:ي)?|ربع(?:ون|ين)))": ("اول", "اربعون", "اربعين"),
    r"x?": ("",),
    r"\w+": ("",),
    r"a|b": ("",),
    r"(?i:adopte)s": ("",),
    r"(?=la)la veille": ("la veille",),
    r"[^a]bc+d": ("bc",),
}  # fmt: skip


@pytest.mark.parametrize(("pattern", "stems"), PATTERNS.items())
def test_stems_are_those_of_the_pattern(pattern: str, stems: tuple[str, ...]) -> None:
    assert set(stems_of(re.compile(pattern)).all) == set(without_longer(stems))


def test_a_pattern_without_regard_to_case_has_none() -> None:
    assert stems_of(re.compile("adopte", re.IGNORECASE)).all == ("",)


@pytest.mark.parametrize("pattern", PATTERNS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_whatever_matches_holds_a_stem(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern))
    stemmed = Stemmed(pattern)
    assert (stemmed.search(text) is None) == (stemmed.regex.search(text) is None)
    assert [m.span() for m in stemmed.finditer(text)] == [m.span() for m in stemmed.regex.finditer(text)]


@pytest.mark.parametrize("text", ["عقد المجلس دورته", "la session ordinaire", "دورة session", "12/10/2025", ""])
@pytest.mark.parametrize("stem", ["دور", "session", "12", "", "دورة session"])
def test_a_script_that_is_not_there_changes_nothing(text: str, stem: str) -> None:
    assert Stems((stem,)).stand_in(text) == (stem in text)


def test_places_in_a_text_are_those_of_the_pattern() -> None:
    pattern = compile_folded("دورة|session")
    text = fold("بعد الدورة session")
    assert pattern.search(text, 10) is not None
    assert pattern.search(text, 0, 4) is None
    assert pattern.match(text, 6) is not None
    assert pattern.fullmatch("session") is not None


@given(st.text(alphabet=st.sampled_from(_USUAL + "\u064e*\u0640\u200e\u00adœßﷲ漢  ")))
def test_the_code_page_folds_as_each_character_does(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == re.sub("  +", " ", "".join(map(_fold_char, text))).removeprefix(" ")
    assert len(folded.offsets) == len(folded.text)
    assert text.translate(_FOLDED) == "".join(map(_fold_char, text))


@pytest.mark.parametrize(("raw", "shown"), [("a\u200eb", "ab"), ("a\xa0\n b", "a b"), ("\u202bجماعة\u202c ", "جماعة")])
def test_display_text_has_no_controls(raw: str, shown: str) -> None:
    assert clean(raw) == shown
