"""Days that are said by another day: by that of publication, or by a month named before."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.text.dates import find_dates, resolve

#: A Wednesday.
PUBLISHED = dt.date(2024, 11, 20)


def days(text: str, published: dt.date | None = PUBLISHED) -> list[str | None]:
    return [resolve(d, published).value for d in find_dates(text) if d.precision != "year"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La commission s’est réunie hier.", "2024-11-19"),
        ("استقبل السيد الرئيس أمس وفدا", "2024-11-19"),
        ("The mayor received yesterday a delegation", "2024-11-19"),
        ("Le bureau s'est réuni avant-hier", "2024-11-18"),
        ("يعقد المكتب اجتماعه غدا", "2024-11-21"),
        ("صباح هذا اليوم انعقد الاجتماع", "2024-11-20"),
        ("Une réunion s'est tenue cet après-midi", "2024-11-20"),
        ("was opened this morning", "2024-11-20"),
        ("Le maire a reçu, mardi dernier, l'ambassadeur", "2024-11-19"),
        ("يوم الأربعاء الماضي", "2024-11-13"),
        ("last Friday", "2024-11-15"),
        ("يوم الاثنين المقبل", "2024-11-25"),
        ("mercredi prochain", "2024-11-27"),
        ("next Thursday", "2024-11-21"),
        ("تنطلق يوم غد الخميس 21 نونبر 2024", "2024-11-21"),
        ("le 12 courant", "2024-11-12"),
        ("يوم 28 من الشهر الجاري", "2024-11-28"),
        ("يوم الخميس 6 فبراير القادم", "2025-02-06"),
        ("le 5 décembre prochain", "2024-12-05"),
    ],
)
def test_by_the_day_of_publication(text: str, expected: str) -> None:
    assert days(text) == [expected]
    if "2024" not in text:
        assert all(value is None or len(value) < 10 for value in days(text, None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دورته العادية لشهر يناير 2023 يوم 9 منه ابتداء من العاشرة", ["2023-01", "2023-01-09"]),
        ("ورشة يوم 24 مارس 2022 تلتها أخرى في 31 من الشهر نفسه", ["2022-03-24", "2022-03-31"]),
        ("le 3 mai 2024, puis le 17 du même mois", ["2024-05-03", "2024-05-17"]),
        ("on 3 May 2024 and on the 10th of the same month", ["2024-05-03", "2024-05-10"]),
        ("القانون الصادر في يوليوز 2015 لا سيما المادة 9 منه", ["2015-07"]),
        ("في 31 من الشهر نفسه", []),
        ("en trois séances (4, 11 et 18 mai 2023)", ["2023-05-04", "2023-05-11", "2023-05-18"]),
    ],
)
def test_by_the_month_named_before(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    ["la ville de demain", "the city of tomorrow", "المغرب اليوم", "Today the town has two markets", "تاريخ الأمس"],
)
def test_words_that_say_no_day(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في ماي 2024 نظم يوم 12 من الشهر الماضي", ["2024-05", "2024-10-12"]),
        ("le 12 du mois dernier", ["2024-10-12"]),
        ("on the 3rd of next month", ["2024-12-03"]),
        ("les 12/13 mai 2025", ["2025-05-12", "2025-05-13"]),
    ],
)
def test_by_the_month_before_and_behind(text: str, expected: list[str]) -> None:
    assert days(text) == expected
