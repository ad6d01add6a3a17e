"""A weekday with a part of the day is the one before the page's date or behind it, as its sentence tells."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.read.near_days import near_day
from ingest.text.dates import find_dates
from ingest.text.fold import fold_with_offsets

#: A Wednesday.
PUBLISHED = dt.date(2024, 11, 20)


def day_of(text: str) -> list[str | None]:
    folded = fold_with_offsets(text)
    return [near_day(d, folded.text, PUBLISHED).value for d in find_dates(folded)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نظمت الجماعة مساء الاثنين لقاء", "2024-11-18"),
        ("وافق المجلس في ساعة متأخرة من ليلة الثلاثاء على المنحة", "2024-11-19"),
        ("Le conseil a voté samedi matin la convention", "2024-11-16"),
        ("The hall was opened on Friday afternoon", "2024-11-15"),
        ("ستنظم الجماعة صباح الجمعة لقاء", "2024-11-22"),
        ("La rencontre se tiendra jeudi soir", "2024-11-21"),
        ("The meeting will be held on Monday evening", "2024-11-25"),
    ],
)
def test_the_verb_says_which(text: str, expected: str) -> None:
    assert day_of(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["Rendez-vous jeudi soir", "نظمت الجماعة مساء الأربعاء لقاء", "لقاء مساء الخميس بدار الشباب"],
)
def test_what_nothing_says_stays_open(text: str) -> None:
    assert day_of(text) == [None]


@pytest.mark.parametrize(
    "text",
    ["L'atelier s'est tenu chaque jeudi soir", "was open every Friday evening", "was open on Tuesday mornings"],
)
def test_every_week_is_no_day(text: str) -> None:
    assert day_of(text) == []
