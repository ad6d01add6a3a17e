"""Points and outcomes in the layouts of council pages: headings over several points, lines that begin with the decision, lines below a point."""

from __future__ import annotations

import pytest

from ingest.extract.agenda import find_items


def read(text: str) -> list[tuple[str, str | None, bool | None]]:
    return [
        (i.title(text), i.outcome.result if i.outcome else None, i.outcome.is_unanimous if i.outcome else None)
        for i in find_items(text)
    ]


def test_a_heading_says_what_became_of_the_points_below_it() -> None:
    text = (
        "عقد المجلس دورته العادية لشهر ماي 2025 وخلصت أشغالها إلى ما يلي\nالنقط المصادق عليها بالإجماع:\n- مشروع الميزانية\n- تسمية الشوارع\nوبالأغلبية على النقط التالية:\n- كراء السوق\nالنقط المؤجلة:\n1- اقتناء عقار\n"
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
    text = "أسفرت الدورة العادية لشهر ماي عن القرارات التالية:\n- المصادقة بالإجماع على مشروع الميزانية؛\n- صادق المجلس بالأغلبية على كناش التحملات؛\n- تأجيل البت في تسمية الشوارع؛\n- رفض اقتناء العقار؛\n"
    assert read(text) == [
        ("مشروع الميزانية", "adopted", True),
        ("كناش التحملات", "adopted", False),
        ("تسمية الشوارع", "postponed", False),
        ("اقتناء العقار", "rejected", False),
    ]


def test_a_noun_that_titles_begin_with_as_well_is_no_decision_alone() -> None:
    text = "Ordre du jour de la session :\n- Rejet des eaux usées dans l'oued\n- Report de l'excédent\n- Examen du budget\n"
    assert read(text) == [
        ("Rejet des eaux usées dans l'oued", None, None),
        ("Report de l'excédent", None, None),
        ("Examen du budget", None, None),
    ]


@pytest.mark.parametrize("mark", [": ", " (", "؛ ", ". ", " - ", "، "])
def test_words_of_votes_that_stand_apart_are_no_part_of_the_title(mark: str) -> None:
    end = ")" if mark == " (" else ""
    text = f"جدول الأعمال:\n1- تهيئة الطريق رقم 12 ب 250.000,00 درهم{mark}الموافقون: 21، المعارضون: 3، الممتنعون: 2{end}\n2- تسمية الشوارع{mark}نالت إجماع الحاضرين{end}\n"
    assert read(text) == [
        ("تهيئة الطريق رقم 12 ب 250.000,00 درهم", "adopted", False),
        ("تسمية الشوارع", "adopted", True),
    ]


def test_the_rest_of_a_title_is_no_outcome() -> None:
    """Words of votes inside a title ('study and adoption') stay in it."""
    text = "جدول الأعمال:\n1- مشروع الميزانية: دراسة ومصادقة\n2- اتفاقية الشراكة (للدراسة والتصويت)\n3- التصويت على الحساب الإداري\n"
    assert [x[0] for x in read(text)] == [
        "مشروع الميزانية: دراسة ومصادقة",
        "اتفاقية الشراكة (للدراسة والتصويت)",
        "التصويت على الحساب الإداري",
    ]
    assert all(x[1] is None for x in read(text))


def test_the_heading_of_a_second_sitting_is_no_part_of_a_point() -> None:
    text = "النقط التالية:\n1- الدراسة والمصادقة على مشروع الميزانية برسم 2026\nالجلسة الثانية: يوم الخميس 9 ماي 2019\n2- تسمية الشوارع\n"
    assert [x[0] for x in read(text)] == ["الدراسة والمصادقة على مشروع الميزانية برسم 2026", "تسمية الشوارع"]


@pytest.mark.parametrize(
    "marks",
    [("أولا: ", "ثانيا: ", "ثالثا: "), ("أولاً- ", "ثانياً- ", "ثالثاً- "), ("I- ", "II- ", "III- "), ("1° ", "2° ", "3° "), ("1) ", "2) ", "3) "), ("١- ", "٢- ", "٣- ")],
)  # fmt: skip
def test_marks_of_points(marks: tuple[str, ...]) -> None:
    titles = ("مشروع الميزانية", "تسمية الشوارع", "كراء السوق")
    text = "جدول الأعمال:\n" + "".join(f"{m}{t}\n" for m, t in zip(marks, titles, strict=True))
    assert [(i.number, i.title(text)) for i in find_items(text)] == list(enumerate(titles, 1))


def test_a_sentence_ahead_of_the_points_says_what_became_of_as_many() -> None:
    head = "تدارس المجلس {} نقط وصادق عليها بالإجماع.\nجدول الأعمال:\n1- مشروع الميزانية\n2- تسمية الشوارع\n3- كراء السوق\n"
    assert [x[1:] for x in read(head.format("ثلاث (03)"))] == [("adopted", True)] * 3
    # It counts other points than are listed: nobody can say which.
    assert [x[1:] for x in read(head.format("أربع (04)"))] == [(None, None)] * 3
