"""Points and outcomes in the layouts of council pages.

Headings over several points, lines that begin with the decision, lines below a point.
"""

from __future__ import annotations

import pytest

from ingest.read.councils.acts import read_acts


def read(text: str) -> list[tuple[str, str | None, bool | None]]:
    return [
        (i.title(text), i.outcome.result if i.outcome else None, i.outcome.is_unanimous if i.outcome else None)
        for i in read_acts(text).items
    ]


def test_a_heading_says_what_became_of_the_points_below_it() -> None:
    text = (
        "عقد المجلس دورته العادية لشهر ماي 2025 وخلصت أشغالها إلى ما يلي\nالنقط المصادق عليها بالإجماع:\n"
        "- مشروع الميزانية\n- تسمية الشوارع\nوبالأغلبية على النقط التالية:\n- كراء السوق\nالنقط المؤجلة:\n"
        "1- اقتناء عقار\n"
        "النقط المرفوضة:\n1- قرض لتمويل المسبح\n"
    )
    assert read(text) == [
        ("مشروع الميزانية", "adopted", True),
        ("تسمية الشوارع", "adopted", True),
        ("كراء السوق", "adopted", False),
        ("اقتناء عقار", "postponed", False),
        ("قرض لتمويل المسبح", "rejected", False),
    ]


def test_a_line_may_begin_with_the_decision() -> None:
    text = (
        "أسفرت الدورة العادية لشهر ماي عن القرارات التالية:\n- المصادقة بالإجماع على مشروع الميزانية؛\n"
        "- صادق المجلس بالأغلبية على كناش التحملات؛\n- تأجيل البت في تسمية الشوارع؛\n- رفض اقتناء العقار؛\n"
    )
    assert read(text) == [
        ("مشروع الميزانية", "adopted", True),
        ("كناش التحملات", "adopted", False),
        ("تسمية الشوارع", "postponed", False),
        ("اقتناء العقار", "rejected", False),
    ]


def test_a_noun_that_titles_begin_with_as_well_is_no_decision_alone() -> None:
    text = (
        "Ordre du jour de la session :\n- Rejet des eaux usées dans l'oued\n- Report de l'excédent\n"
        "- Examen du budget\n"
    )
    assert read(text) == [
        ("Rejet des eaux usées dans l'oued", None, None),
        ("Report de l'excédent", None, None),
        ("Examen du budget", None, None),
    ]


@pytest.mark.parametrize("mark", [": ", " (", "؛ ", ". ", " - ", "، "])
def test_words_of_votes_that_stand_apart_are_no_part_of_the_title(mark: str) -> None:
    end = ")" if mark == " (" else ""
    text = (
        f"جدول الأعمال:\n"
        f"1- تهيئة الطريق رقم 12 ب 250.000,00 درهم{mark}الموافقون: 21، المعارضون: 3، الممتنعون: 2{end}\n"
        f"2- تسمية الشوارع{mark}نالت إجماع الحاضرين{end}\n"
    )
    assert read(text) == [
        ("تهيئة الطريق رقم 12 ب 250.000,00 درهم", "adopted", False),
        ("تسمية الشوارع", "adopted", True),
    ]


def test_the_rest_of_a_title_is_no_outcome() -> None:
    """Words of votes inside a title ('study and adoption') stay in it."""
    text = (
        "جدول الأعمال:\n1- مشروع الميزانية: دراسة ومصادقة\n2- اتفاقية الشراكة (للدراسة والتصويت)\n"
        "3- التصويت على الحساب الإداري\n"
    )
    assert [x[0] for x in read(text)] == [
        "مشروع الميزانية: دراسة ومصادقة",
        "اتفاقية الشراكة (للدراسة والتصويت)",
        "التصويت على الحساب الإداري",
    ]
    assert all(x[1] is None for x in read(text))


def test_the_heading_of_a_second_sitting_is_no_part_of_a_point() -> None:
    text = (
        "النقط التالية:\n1- الدراسة والمصادقة على مشروع الميزانية برسم 2026\nالجلسة الثانية: يوم الخميس 9 ماي 2019\n"
        "2- تسمية الشوارع\n"
    )
    assert [x[0] for x in read(text)] == ["الدراسة والمصادقة على مشروع الميزانية برسم 2026", "تسمية الشوارع"]


@pytest.mark.parametrize(
    "marks",
    [
        ("أولا: ", "ثانيا: ", "ثالثا: "),
        ("أولاً- ", "ثانياً- ", "ثالثاً- "),
        ("I- ", "II- ", "III- "),
        ("1° ", "2° ", "3° "),
        ("1) ", "2) ", "3) "),
        ("١- ", "٢- ", "٣- "),
    ],
)
def test_marks_of_points(marks: tuple[str, ...]) -> None:
    titles = ("مشروع الميزانية", "تسمية الشوارع", "كراء السوق")
    text = "جدول الأعمال:\n" + "".join(f"{m}{t}\n" for m, t in zip(marks, titles, strict=True))
    assert [(i.number, i.title(text)) for i in read_acts(text).items] == list(enumerate(titles, 1))


def test_a_sentence_ahead_of_the_points_says_what_became_of_as_many() -> None:
    head = (
        "تدارس المجلس {} نقط وصادق عليها بالإجماع.\nجدول الأعمال:\n1- مشروع الميزانية\n2- تسمية الشوارع\n"
        "3- كراء السوق\n"
    )
    assert [x[1:] for x in read(head.format("ثلاث (03)"))] == [("adopted", True)] * 3
    # It counts other points than are listed: nobody can say which.
    assert [x[1:] for x in read(head.format("أربع (04)"))] == [(None, None)] * 3


def test_pictographs_are_marks_and_a_point_that_is_named_is_another() -> None:
    text = (
        "تضمن جدول الأعمال 12 نقطة تمت المصادقة على 10 منها بالإجماع وتأجيل نقطتين، وهي كالتالي:\n"
        "✅ مشروع الميزانية.\n🔹 برمجة الفائض.\n▪️ تسمية الشوارع.\nتأجيل النقطة المتعلقة بكراء المسبح."
    )
    assert [x[:2] for x in read(text)] == [
        ("مشروع الميزانية", None),
        ("برمجة الفائض", None),
        ("تسمية الشوارع", None),
        ("كراء المسبح", "postponed"),
    ]


def test_a_list_of_sittings_is_no_agenda() -> None:
    text = (
        "تقرر عقد الدورة العادية لشهر ماي 2024 في جلستين:\n- الجلسة الأولى : يوم الثلاثاء 07 ماي 2024\n"
        "- الجلسة الثانية : يوم الثلاثاء 14 ماي 2024\nوذلك لدراسة النقط التالية :\n01) تقرير إخباري.\n"
        "02) كراء السوق.\n"
    )
    assert [x[0] for x in read(text)] == ["تقرير إخباري", "كراء السوق"]


def test_a_list_of_sessions_is_no_agenda() -> None:
    text = (
        "حصيلة المجلس في الدورات التالية:\n- الدورة العادية لشهر أكتوبر 2021: 12 نقطة\n"
        "- الدورة الاستثنائية لشهر يناير 2022: نقطتان\n1- الدورة العادية لشهر ماي 2022: 15 نقطة\n"
    )
    assert read(text) == []


def test_a_decision_below_its_point_is_no_further_point() -> None:
    text = (
        "محضر\nالنقطة رقم 5 : الدراسة والتصويت على القرار الجبائي.\n"
        "التصويت: الموافقون: 30، الرافضون: 5، الممتنعون: 3\n"
        "مقرر عدد 12 : وافق المجلس الجماعي بأغلبية الأصوات المعبر عنها على القرار الجبائي.\n"
        "النقطة رقم 6 : انتخاب نائب الكاتب.\n"
    )
    items = read_acts(text).items
    assert [(i.number, i.title(text), i.decision_number) for i in items] == [
        (5, "الدراسة والتصويت على القرار الجبائي", 12),
        (6, "انتخاب نائب الكاتب", None),
    ]
    assert items[0].outcome is not None and items[0].outcome.for_count == 30


def test_columns_of_counts_are_the_vote() -> None:
    text = (
        "مقررات الدورة العادية\nرقم المقرر | موضوع المقرر | عدد المصوتين بنعم | عدد المصوتين بلا | الممتنعون\n"
        "21 | اتفاقية شراكة مع جمعية | 25 | 0 | 0\n22 | كراء المجزرة | 9 | 14 | 2\n23 | تسمية الشوارع | 10 | 10 | 0\n"
    )
    found = [i.outcome for i in read_acts(text).items]
    assert [(o.result, o.for_count, o.against_count, o.abstention_count) if o else None for o in found] == [
        ("adopted", 25, 0, 0),
        ("rejected", 9, 14, 2),
        None,
    ]


def test_articles_of_an_order_are_no_points() -> None:
    text = (
        "بناء على مداولات المجلس خلال دورته العادية لشهر فبراير 2024 يقرر ما يلي:\n"
        "الفصل الأول: تحدد الرسوم كما يلي:\n1- الرسم على محال بيع المشروبات: 5%\n2- رسم النظافة: 10 دراهم\n"
    )
    assert read(text) == []


@pytest.mark.parametrize(
    "opening",
    [
        "الدورة العادية لشهر فبراير 2024 لمجلس جماعة بني خيال. جدول الأعمال:",
        "الجلسة الأولى من الدورة العادية. جدول الأعمال:",
        "Session ordinaire de février 2024. Ordre du jour :",
    ],
)
def test_a_session_and_its_agenda_on_one_line_open_the_list(opening: str) -> None:
    assert [title for title, *_ in read(f"{opening}\n1. كراء السوق الأسبوعي")] == ["كراء السوق الأسبوعي"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("الجلسة الأولى : الاثنين 14 شتنبر 2026 (س 10)", "الجلسة الثانية : الاثنين 21 شتنبر 2026"),
        ("Première séance :", "Deuxième séance :"),
        ("الجلسة الأولى يوم 5 ماي 2025 على الساعة العاشرة:", "الجلسة الثانية يوم 12 ماي 2025:"),
    ],
)
def test_the_heading_of_a_sitting_opens_its_points(first: str, second: str) -> None:
    text = f"الدورة العادية لشهر شتنبر 2026\n{first}\n- كراء السوق الأسبوعي\n- بناء قنطرة\n{second}\n- مشروع الميزانية"
    assert [title for title, *_ in read(text)] == ["كراء السوق الأسبوعي", "بناء قنطرة", "مشروع الميزانية"]


@pytest.mark.parametrize("mark", ["-{} ", "–{}  ", "{}- ", "{} - "])
def test_a_number_has_its_mark_on_either_side(mark: str) -> None:
    titles = ["كراء السوق الأسبوعي", "بناء قنطرة", "مشروع الميزانية"]
    lines = "\n".join(mark.format(n) + title for n, title in enumerate(titles, 1))
    assert [title for title, *_ in read(f"جدول أعمال الدورة العادية:\n{lines}")] == titles
