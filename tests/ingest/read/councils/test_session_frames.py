"""Sessions of a page: each with its own days and status, bound by the clauses that name it."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.read.context import make_context
from ingest.read.councils.session_finding import find_sessions
from tests.accuracy.predict import gazetteer
from tests.accuracy.real.measure import place

#: (text, day of publication, whose site, sessions as (kind, year, month, status, day, whether the page is about it)).
CASES = [
    (
        "إعلان عن إلغاء دورة\nتقرر إلغاء الدورة الاستثنائية لمجلس جماعة تطوان المقررة يوم 20 دجنبر 2023.",
        None,
        "Tétouan",
        [("extraordinary", 2023, 12, "cancelled", "2023-12-20", True)],
    ),
    (
        "La session ordinaire du conseil communal de Sefrou prévue le 5 octobre 2023 est annulée.",
        None,
        "Sefrou",
        [("ordinary", 2023, 10, "cancelled", "2023-10-05", True)],
    ),
    (
        "تقرر تأجيل الدورة العادية لشهر أكتوبر 2023 لمجلس جماعة صفرو المقررة يوم الخميس 5 أكتوبر 2023 إلى يوم الخميس 12 أكتوبر 2023.",
        None,
        "Sefrou",
        [("ordinary", 2023, 10, "postponed", "2023-10-12", True)],
    ),
    (
        "Report de la session ordinaire de mai 2024\n"
        "Le président du conseil communal de Sefrou informe que la session initialement programmée le jeudi 2 mai 2024 est reportée au jeudi 9 mai 2024.",
        None,
        "Sefrou",
        [("ordinary", 2024, 5, "postponed", "2024-05-09", True)],
    ),
    (
        "أُرجئت أشغال الدورة الاستثنائية لمجلس جماعة آسفي إلى موعد لاحق بعدما كانت ستنعقد يوم الاثنين 13 ماي 2024.",
        None,
        "Safi",
        [("extraordinary", 2024, 5, "postponed", "2024-05-13", True)],
    ),
    (
        "The extraordinary session of the council of Sefrou scheduled for June 3, 2024 has been cancelled.",
        None,
        "Sefrou",
        [("extraordinary", 2024, 6, "cancelled", "2024-06-03", True)],
    ),
    (
        "صادق مجلس جماعة صفرو خلال دورته العادية لشهر فبراير 2024 المنعقدة يوم الأربعاء 7 فبراير 2024 على جميع النقط باستثناء نقطة واحدة تم تأجيلها.",
        None,
        "Sefrou",
        [("ordinary", 2024, 2, "held", "2024-02-07", True)],
    ),
    (
        "Lors de sa session ordinaire de février 2024, tenue le mercredi 7 février 2024, le conseil communal de Sefrou a reporté l'examen de trois points à la prochaine session.",
        None,
        "Sefrou",
        [("ordinary", 2024, 2, "held", "2024-02-07", True)],
    ),
    (
        "يعقد مجلس جهة سوس ماسة دورته العادية لشهر أكتوبر 2019 يوم الاثنين 7 أكتوبر 2019. وتأتي هذه الدورة بعد دورة استثنائية عقدها المجلس يوم 16 شتنبر 2019 صودق خلالها على اتفاقيتين.",
        None,
        "Souss-Massa",
        [
            ("ordinary", 2019, 10, "announced", "2019-10-07", True),
            ("extraordinary", 2019, 9, "held", "2019-09-16", False),
        ],
    ),
    (
        "عقد مكتب مجلس جماعة صفرو اجتماعا يوم الثلاثاء 3 شتنبر 2024 خصص للتحضير للدورة العادية لشهر أكتوبر 2024.",
        None,
        "Sefrou",
        [("ordinary", 2024, 10, "announced", None, False)],
    ),
    (
        "Réunion du bureau du conseil communal de Sefrou le mardi 3 septembre 2024 en préparation de la session ordinaire d'octobre 2024.",
        None,
        "Sefrou",
        [("ordinary", 2024, 10, "announced", None, False)],
    ),
    (
        "عملا بأحكام المادة 33 من القانون التنظيمي رقم 113.14، سيعقد المجلس الجماعي لصفرو دورته العادية لشهر ماي يوم الخميس 4 ماي 2023 على الساعة العاشرة صباحا.",
        None,
        "Sefrou",
        [("ordinary", 2023, 5, "announced", "2023-05-04", True)],
    ),
    (
        "En application de l'article 33 de la loi organique n° 113-14 du 7 juillet 2015, le conseil communal de Sefrou tiendra sa session ordinaire du mois de mai le jeudi 4 mai 2023.",
        None,
        "Sefrou",
        [("ordinary", 2023, 5, "announced", "2023-05-04", True)],
    ),
    (
        "بناء على رسالة السيد عامل الإقليم عدد 441 بتاريخ 2 يناير 2024، انعقدت الدورة الاستثنائية لمجلس جماعة صفرو يوم الاثنين 8 يناير 2024.",
        None,
        "Sefrou",
        [("extraordinary", 2024, 1, "held", "2024-01-08", True)],
    ),
    (
        "دعوة لحضور دورة استثنائية بناءً على رسالة عدد 812 بتاريخ 24 نونبر 2023 لمجلس جماعة صفرو",
        None,
        "Sefrou",
        [],
    ),
    (
        "عقد مجلس جماعة صفرو يوم الثلاثاء 14 نونبر الجاري دورة استثنائية خصصت لنقطة فريدة.",
        "2023-11-16",
        "Sefrou",
        [("extraordinary", 2023, 11, "held", "2023-11-14", True)],
    ),
    (
        "Le conseil communal de Sefrou a tenu, mardi 14 novembre, une session extraordinaire.",
        "2023-11-16",
        "Sefrou",
        [("extraordinary", 2023, 11, "held", "2023-11-14", True)],
    ),
    (
        "عقد مجلس جماعة صفرو يوم الثلاثاء 14 نونبر الجاري دورة استثنائية خصصت لنقطة فريدة.",
        None,
        "Sefrou",
        [("extraordinary", None, 11, "held", None, True)],
    ),
    (
        "يعقد مجلس جماعة صفرو دورته العادية لشهر أكتوبر 2023 يومي الجمعة 6 والخميس 19 أكتوبر 2023.",
        "2023-09-29",
        "Sefrou",
        [("ordinary", 2023, 10, "announced", "2023-10-06", True)],
    ),
    (
        "Le conseil communal de Sefrou a tenu les 4 et 5 octobre 2023 sa session ordinaire d'octobre 2023.",
        None,
        "Sefrou",
        [("ordinary", 2023, 10, "held", "2023-10-04", True)],
    ),
    (
        "تفعيلا لمخرجات الدورة الاستثنائية التي عقدها المجلس الجماعي لصفرو يوم 3 يناير 2024، شرعت المصالح في تنزيل الاتفاقية.",
        None,
        "Sefrou",
        [("extraordinary", 2024, 1, "held", "2024-01-03", False)],
    ),
    (
        "The Sefrou communal council held its ordinary session of October 2023 on Monday October 2, 2023.",
        None,
        "Sefrou",
        [("ordinary", 2023, 10, "held", "2023-10-02", True)],
    ),
    (
        "Avis : la prochaine session ordinaire du conseil communal de Sefrou se tiendra le 3 février 2025.",
        None,
        "Sefrou",
        [("ordinary", 2025, 2, "announced", "2025-02-03", True)],
    ),
    (
        "محضر الدورة العادية لشهر فبراير 2023 لمجلس جماعة صفرو\n"
        "في يوم الأربعاء 8 فبراير 2023 اجتمع المجلس الجماعي لصفرو.",
        None,
        "Sefrou",
        [("ordinary", 2023, 2, "held", "2023-02-08", True)],
    ),
    (
        "جدول أعمال الدورة العادية لشهر فبراير 2023 لمجلس جماعة صفرو\n"
        "1- المصادقة على محضر الدورة العادية لشهر أكتوبر 2022\n"
        "2- دراسة ميزانية 2023",
        None,
        "Sefrou",
        [("ordinary", 2023, 2, "announced", None, True), ("ordinary", 2022, 10, "held", None, False)],
    ),
    (
        "اختتم مجلس جماعة صفرو أشغال الجلسة الثانية من دورته العادية برسم شهر ماي 2022، يوم الجمعة 20 ماي 2022.",
        None,
        "Sefrou",
        [("ordinary", 2022, 5, "held", "2022-05-20", True)],
    ),
    (
        "في إطار أشغال دورة أكتوبر 2021 العادية، صادق مجلس جماعة صفرو بالأغلبية على مشروع الميزانية.",
        None,
        "Sefrou",
        [("ordinary", 2021, 10, "held", None, True)],
    ),
    (
        "Le conseil de la région se réunira en session extraordinaire le 12 juin 2024 sur convocation de la présidente.",
        None,
        "Souss-Massa",
        [("extraordinary", 2024, 6, "announced", "2024-06-12", True)],
    ),
    (
        "لم تنعقد الدورة الاستثنائية لمجلس جماعة صفرو يوم 3 مارس 2024 لعدم اكتمال النصاب، وتقرر عقدها يوم 8 مارس 2024.",
        None,
        "Sefrou",
        [("extraordinary", 2024, 3, "postponed", "2024-03-08", True)],
    ),
    (
        "أعلنت رئاسة مجلس جماعة صفرو عن تأجيل انعقاد دورة فبراير العادية من سنة 2025 إلى أجل لاحق",
        None,
        "Sefrou",
        [("ordinary", 2025, 2, "postponed", None, True)],
    ),
    (
        "Suite à l'annulation de la session extraordinaire du 3 mars 2024, le conseil communal de Sefrou tiendra une nouvelle session extraordinaire le 10 mars 2024.",
        None,
        "Sefrou",
        [
            ("extraordinary", 2024, 3, "announced", "2024-03-10", True),
            ("extraordinary", 2024, 3, "cancelled", "2024-03-03", False),
        ],
    ),
]


Told = tuple[str, int | None, int | None, str, str | None, bool]


def sessions_of(text: str, published: dt.date | None, own: str) -> list[Told]:
    """(kind, year, month, status, day, whether the page is about it) of each session that a text names."""
    context = make_context(
        text=text,
        title=None,
        source_url="inbox:test",
        published=published,
        gazetteer=gazetteer(),
        publisher_collectivity_id=place(own),
    )
    return [
        (s.kind, s.year, s.month, s.status, day.value if day is not None and day.year else None, s.is_main)
        for s in find_sessions(context)
        for day in [s.moved_to or s.date]
    ]


@pytest.mark.parametrize(("text", "published", "own", "expected"), CASES)
def test_each_session_has_its_day_and_its_status(
    text: str, published: str | None, own: str, expected: list[tuple[object, ...]]
) -> None:
    found = sessions_of(text, dt.date.fromisoformat(published) if published else None, own)
    assert sorted(found, key=str) == sorted(expected, key=str)
