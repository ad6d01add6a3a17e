"""The model of points told in prose: what it is asked, and what is taken from its answers."""

from __future__ import annotations

import time
from collections.abc import Collection
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.read.councils.acts import lists_in, read_acts
from ingest.read.councils.learned.points import points_told
from ingest.read.councils.learned.tokens import features_of, tokens_of
from ingest.read.lines import Line, lines_of
from ingest.read.rules import heard

REPORT = (
    "عقد مجلس جماعة بني خيال دورته العادية لشهر ماي، وصادق خلالها بالإجماع على اتفاقية شراكة لتهيئة السوق الأسبوعي،"
    " كما قرر تأجيل النقطة المتعلقة بكراء المسبح البلدي."
)


def test_a_number_is_one_token_and_told_by_its_length() -> None:
    words = [t.word for t in tokens_of(lines_of("مبلغ 2.006.244,54 درهم سنة 2025"))]
    assert words == ["مبلغ", "<N5>", "درهم", "سنه", "<N4>", "<NL>"]


def test_each_token_has_its_features_and_listed_lines_say_so() -> None:
    tokens = tokens_of(lines_of("سطر اول\nسطر ثان"))
    features = features_of(tokens, {1})
    assert len(features) == len(tokens)
    assert [("listed" in f) for f in features] == [False, False, False, True, True, True]


def test_points_are_told_with_their_words_and_certainty() -> None:
    found = points_told(*_asked(REPORT))
    assert [s.words for s in found] == ["اتفاقيه شراكه لتهييه السوق الاسبوعي", "كراء المسبح البلدي"]
    assert all(0 < s.certainty <= 1 for s in found)


def test_a_letter_joined_to_a_title_is_none_of_it() -> None:
    """'related to-leasing' is one word in Arabic: the title begins behind its first letter."""
    title = next(i.title(REPORT) for i in read_acts(REPORT).items if "كراء" in i.title(REPORT))
    assert title == "كراء المسبح البلدي"


def test_explain_tells_what_the_model_found_and_how_certain_it_was() -> None:
    with heard() as spoken:
        read_acts(REPORT)
    told = [s for s in spoken if s.rule_id == "points.learned"]
    assert [s.overruled_by for s in told] == [None, None]
    assert "السوق" in told[0].words


def test_a_point_of_an_earlier_session_is_not_this_ones() -> None:
    text = f"{REPORT} وكان المجلس قد صادق في دورة استثنائية سابقة على اتفاقية بناء دار الطالبة."
    with heard() as spoken:
        titles = [i.title(text) for i in read_acts(text).items]
    assert not any("الطالبة" in t for t in titles)
    assert all(s.overruled_by for s in spoken if s.rule_id == "points.learned" and "الطالبه" in s.words)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="صادق المجلس على اتفاقية،.\n:0123 lecnsio'-|", max_size=600))
def test_spans_stand_in_order_inside_their_lines(text: str) -> None:
    found = points_told(*_asked(text))
    assert all(0 <= s.start < s.end <= len(s.line.text) for s in found)
    assert all((a.line.index, a.end) <= (b.line.index, b.start) for a, b in pairwise(found) if a.line is b.line)


@pytest.mark.parametrize("unit", [REPORT + "\n", REPORT + " ", "صادق المجلس على كراء السوق، ", "a. " * 80 + "\n"])
def test_time_grows_with_length(unit: str) -> None:
    """A hang limit: 200,000 characters, in one line too, take no more than half a minute of the processor."""
    text = unit * (200_000 // len(unit))
    began = time.process_time()
    read_acts(text)
    assert time.process_time() - began < 30


def _asked(text: str) -> tuple[list[Line], Collection[int]]:
    lines, lists = lists_in(text)
    return lines, lists.lines
