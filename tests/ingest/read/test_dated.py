"""Every date of a sentence has the role that its clause gives it."""

from __future__ import annotations

import pytest

from ingest.read.dated import bind
from ingest.text.dates import find_dates
from ingest.text.fold import fold_with_offsets


def roles(text: str) -> list[tuple[str | None, str]]:
    folded = fold_with_offsets(text)
    return [(d.date.value, d.role) for d in bind(folded.text, find_dates(folded))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "طبقا لمقتضيات القانون التنظيمي رقم 113.14 المتعلق بالجماعات، يعقد مجلس جماعة عين الحجل دورة عادية يوم الخميس 6 فبراير 2020",
            [("2020-02-06", "session")],
        ),
        ("دورة استثنائية بناءً على رسالة عدد 812 بتاريخ 24 نونبر 2023", [("2023-11-24", "letter")]),
        (
            "دورة استثنائية بناءً على رسالة عدد 812 بتاريخ 24 نونبر 2023 يوم الأربعاء 29 نونبر 2023",
            [("2023-11-24", "letter"), ("2023-11-29", "session")],
        ),
        (
            "Vu la loi organique n° 113-14 du 7 juillet 2015, le conseil communal a tenu sa session le 5 octobre 2023",
            [("2015-07-07", "law"), ("2023-10-05", "session")],
        ),
        ("الظهير الشريف رقم 1.15.85 الصادر في 20 من رمضان 1436 (7 يوليوز 2015)", [("2015-07-07", "law")]),
        ("دورية وزير الداخلية عدد D2185 بتاريخ 05 أبريل 2018", [("2018-04-05", "law")]),
        ("إلغاء الدورة الاستثنائية لمجلس جماعة تطوان المقررة يوم 20 دجنبر 2023", [("2023-12-20", "planned")]),
        (
            "تقرر تأجيل الدورة العادية المقررة يوم 5 أكتوبر 2023 إلى يوم 12 أكتوبر 2023",
            [("2023-10-05", "planned"), ("2023-10-12", "moved_to")],
        ),
        (
            "La session prévue le 5 octobre 2023 est reportée au 12 octobre 2023",
            [("2023-10-05", "planned"), ("2023-10-12", "moved_to")],
        ),
        (
            "تلقي الطلبات ابتداء من يوم الاثنين 26 شتنبر 2022 إلى غاية يوم الاثنين 17 أكتوبر 2022",
            [("2022-09-26", "start"), ("2022-10-17", "until")],
        ),
        ("آخر أجل لإيداع الملفات هو 30 أبريل 2024 على الساعة 16:30", [("2024-04-30", "deadline")]),
        ("Les dossiers sont à déposer avant le 30 avril 2024 à 16h30", [("2024-04-30", "deadline")]),
        ("le 30 avril 2024, date limite de dépôt", [("2024-04-30", "deadline")]),
        ("24 سبتمبر 2023", [("2023-09-24", "stamp")]),
        (
            "وتأتي بعد دورة استثنائية عقدها مجلس الجهة يوم الاثنين 18 شتنبر 2023",
            [("2023-09-18", "held")],
        ),
        ("Session extraordinaire du 19 décembre 2022", [("2022-12-19", "session")]),
        ("بعد انتخابات 08 شتنبر 2021", [("2021-09-08", "elected")]),
        ("تم نشر الإعلان بتاريخ 4 ماي 2023", [("2023-05-04", "published")]),
        (
            "بناء على طلب من السيد العامل بتاريخ 3 ماي 2023، انعقدت يوم 10 ماي 2023",
            [("2023-05-03", "letter"), ("2023-05-10", "held")],
        ),
        ("يجتمع المجلس يومي الجمعة 6 والخميس 19 أكتوبر 2023", [("2023-10-06", "held"), ("2023-10-19", "held")]),
        ("Convention signée le 3 mars 2021 entre la région et l'agence", [("2021-03-03", "signed")]),
        ("The council will hold an ordinary session on Monday October 2, 2023", [("2023-10-02", "session")]),
        ("مهرجان الزيتون؛ 3 ماي 2023 بالمركب", [("2023-05-03", "unbound")]),
    ],
)
def test_what_governs_a_date(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected
