from __future__ import annotations

import datetime as dt

import pytest

from ingest.text.dates import find_dates, parse_first, resolve


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("يوم الخميس 07 شتنبر 2023", "2023-09-07"),
        ("16نونبر2024", "2024-11-16"),
        ("فاتح ماي 2022", "2022-05-01"),
        ("ماي سنة 2022", "2022-05"),
        ("29/07/2024", "2024-07-29"),
        ("٢٩/٠٧/٢٠٢٤", "2024-07-29"),
        ("08 mai 2024", "2024-05-08"),
        ("1er août 2022", "2022-08-01"),
        ("مـاي 2021", "2021-05"),
        ("سبتمبر 2011", "2011-09"),
        ("en 2016", "2016"),
    ],
)
def test_reads_the_forms_that_council_pages_use(text: str, value: str) -> None:
    date = parse_first(text)
    assert date is not None
    assert date.value == value


@pytest.mark.parametrize("text", ["2023-2026", "القانون رقم 113.14", "300.000 درهم", "06 12 34"])
def test_reads_no_date_where_there_is_none(text: str) -> None:
    assert [d.value for d in find_dates(text) if d.value] == []


def test_a_weekday_that_contradicts_the_date_is_flagged_and_the_date_kept() -> None:
    date = parse_first("الاثنين 5 يوليوز 2022")  # a Tuesday
    assert date is not None
    assert (date.value, date.flag) == ("2022-07-05", "weekday_mismatch")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("اليوم الثلاثاء", "2023-04-11"),
        ("شهر يناير المنصرم", "2023-01"),
        ("نونبر من السنة المنصرمة", "2022-11"),
        ("novembre de l'année dernière", "2022-11"),
        ("en février dernier", "2023-02"),
        ("ce mardi", "2023-04-11"),
    ],
)
def test_relative_dates_are_resolved_against_the_publication_date_alone(text: str, value: str) -> None:
    date = parse_first(text)
    assert date is not None
    assert date.value is None
    assert resolve(date, None).value is None
    resolved = resolve(date, dt.date(2023, 4, 11))
    assert (resolved.value, resolved.basis) == (value, "publication_date")


def test_today_on_another_weekday_stays_empty_and_is_flagged() -> None:
    date = parse_first("اليوم الثلاثاء")
    assert date is not None
    resolved = resolve(date, dt.date(2023, 4, 12))
    assert (resolved.value, resolved.flag) == (None, "weekday_mismatch")


def test_1970_is_no_date() -> None:
    date = parse_first("01/01/1970")
    assert date is not None
    assert (date.value, date.flag) == (None, "impossible_date")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("السابع من فبراير 2024", "2024-02-07"),
        ("ثالث أكتوبر 2022", "2022-10-03"),
        ("May 30, 2018", "2018-05-30"),
        ("Tue, 14 Mar 2023 10:00:00 +0000", "2023-03-14"),
        ("تشرين الأول(أكتوبر) 2023", "2023-10"),
        ("le 3 oct. 2022", "2022-10-03"),
        ("05-10-2023", "2023-10-05"),
        ("2023/10/05", "2023-10-05"),
        ("16نونبر2024", "2024-11-16"),
        ("30 نونبر, 2023", "2023-11-30"),
        ("مـاي 2022", "2022-05"),
        ("المحور الأول ماي 2023", "2023-05"),
    ],
)
def test_forms_met_on_council_sites(text: str, value: str) -> None:
    assert [d.value for d in find_dates(text)] == [value]


@pytest.mark.parametrize("text", ["القانون 31-13-2018", "2022/2027", "10/2022", "13.31", "الرسم العقاري 12-05-99"])
def test_what_is_no_day(text: str) -> None:
    assert [d for d in find_dates(text) if d.precision == "day"] == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("الدورة الاستثنائية رقم 02 لشهر مارس 2026 يوم الخميس 12 مارس 2026", ["2026-03", "2026-03-12"]),
        ("الدورة رقم: 03 لشهر غشت 2026", ["2026-08"]),
        ("الدورة الاستثنائية 02 لشهر مارس 2026", ["2026-03"]),
        ("المحضر عدد 5 مارس 2024", ["2024-03"]),
        ("procès-verbal n° 5 mars 2024", ["2024-03"]),
        ("session numéro 3 octobre 2024, tenue le 8 octobre 2024", ["2024-10", "2024-10-08"]),
        ("meeting no. 4 May 2024", ["2024-05"]),
        ("يوم 05 لشهر مارس 2026", ["2026-03-05"]),
        ("يوم الخميس 05 لشهر مارس 2026", ["2026-03-05"]),
        ("session du 3 octobre 2024", ["2024-10-03"]),
    ],
)
def test_the_number_of_a_thing_is_no_day(text: str, days: list[str]) -> None:
    assert [d.value for d in find_dates(text)] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("10 - 22 août 2023", ["2023-08-10", "2023-08-22"]),
        ("2 au 5 octobre 2023", ["2023-10-02", "2023-10-05"]),
        ("from 3 to 7 July 2023", ["2023-07-03", "2023-07-07"]),
        ("يومي 4 و5 أكتوبر 2023", ["2023-10-04", "2023-10-05"]),
        ("يومي الجمعة 6 والخميس 19 أكتوبر 2023", ["2023-10-06", "2023-10-19"]),
        ("أيام 4، 5 و6 ماي 2023", ["2023-05-04", "2023-05-05", "2023-05-06"]),
        ("les 4, 5 et 6 octobre 2023", ["2023-10-04", "2023-10-05", "2023-10-06"]),
        ("من 28 شتنبر إلى غاية 2 أكتوبر 2023", ["2023-09-28", "2023-10-02"]),
        ("du 28 décembre au 3 janvier 2024", ["2023-12-28", "2024-01-03"]),
        ("من الاثنين 2 إلى الجمعة 6 أكتوبر 2023", ["2023-10-02", "2023-10-06"]),
        ("le mardi 5 et mercredi 6 mars 2024", ["2024-03-05", "2024-03-06"]),
        ("بين 3 و 7 من شهر يوليوز 2023", ["2023-07-03", "2023-07-07"]),
        # The number of an item, an article of a law.
        ("1- 22 août 2023 : visite", ["2023-08-22"]),
        ("Articles 33 et 35, octobre 2023", ["2023-10"]),
        ("L'an deux mille vingt-cinq, le lundi dix-sept mars", ["2025-03-17"]),
        ("l'an deux mille vingt-quatre et le premier février", ["2024-02-01"]),
        ("في اليوم الخامس من أكتوبر سنة ألفين وثلاثة وعشرين", ["2023-10-05"]),
        ("اليوم الحادي والعشرين من فبراير عام ألفين واثنين وعشرين", ["2022-02-21"]),
        ("Nov 14, 2025", ["2025-11-14"]),
        ("avril 10, 2026", ["2026-04-10"]),
        ("أبريل 10، 2026", ["2026-04-10"]),
        ("the 30th of May 2018", ["2018-05-30"]),
    ],
)
def test_lists_and_ranges_begin_with_their_first_day(text: str, days: list[str]) -> None:
    assert [d.value for d in find_dates(text)] == days
