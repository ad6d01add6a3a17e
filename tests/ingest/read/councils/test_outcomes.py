"""Outcomes in the words of councils; titles of points speak of adoption and purpose too."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.read.councils.acts import read_acts
from ingest.read.councils.outcomes import find_outcome, read_clause
from ingest.text.fold import fold


@pytest.mark.parametrize(
    ("text", "result", "is_unanimous", "counts"),
    [
        ("صودق عليها بأغلبية 32 صوتا مقابل 6", "adopted", False, (32, 6, None)),
        ("تمت المصادقة عليها ب22 صوتا", "adopted", False, (22, None, None)),
        ("صوت لصالحها 21 عضوا وعارضها 4 وامتنع 2", "adopted", False, (21, 4, 2)),
        ("تم رفضها ب 17 صوتا مقابل 9", "rejected", False, (9, 17, None)),
        ("تمت المصادقة بالأغلبية مع امتناع عضوين", "adopted", False, (None, None, 2)),
        ("صادق المجلس بالإجماع", "adopted", True, (None, None, None)),
        ("لم تحظ بموافقة المجلس", "rejected", False, (None, None, None)),
        ("رفضت بالإجماع", "rejected", True, (None, None, None)),
        ("أجلت إلى دورة لاحقة", "postponed", False, (None, None, None)),
        ("تقرر إرجاؤها", "postponed", False, (None, None, None)),
        ("أجل البت فيها", "postponed", False, (None, None, None)),
        ("أحاط المجلس علما", "examined", False, (None, None, None)),
        ("تم سحبها من جدول الأعمال", "withdrawn", False, (None, None, None)),
        ("adopté par 21 voix contre 3 et 2 abstentions", "adopted", False, (21, 3, 2)),
        ("rejeté par 14 voix contre 9", "rejected", False, (9, 14, None)),
        ("reporté à une session ultérieure", "postponed", False, (None, None, None)),
        ("non approuvé", "rejected", False, (None, None, None)),
        ("le conseil a pris acte", "examined", False, (None, None, None)),
    ],
)
def test_an_outcome(
    text: str, result: str, is_unanimous: bool, counts: tuple[int | None, int | None, int | None]
) -> None:
    found = find_outcome(fold(text))
    assert found is not None
    assert (found.result, found.is_unanimous, (found.for_count, found.against_count, found.abstention_count)) == (
        result,
        is_unanimous,
        counts,
    )


PHRASES = [x.split("|") for x in Path(__file__).with_name("outcomes.txt").read_text("utf-8").splitlines() if x]


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda p: p[0])
def test_phrases_of_outcomes(phrase: list[str]) -> None:
    """Wordings written before the grammar of outcomes that reads them.

    Each with its result, whether it was unanimous, and the votes for, against, abstained.
    """
    words, result, manner, *counts = phrase
    found = find_outcome(fold(words)) or read_clause(fold(words))
    assert found is not None
    stated = [None if c is None else str(c) for c in (found.for_count, found.against_count, found.abstention_count)]
    assert [found.result, found.is_unanimous, *stated] == [result, manner == "u", *(c or None for c in counts)]


@pytest.mark.parametrize(
    "text",
    [
        "الدراسة والمصادقة على اتفاقية شراكة من أجل تنشيط الساحة",
        "التصويت على مشروع الميزانية",
        "الموافقة على تحويل اعتمادات",
        "فتح اعتماد إضافي",
        "تحديد أجل إيداع العروض",
        "إبرام عقد لأجل ثلاث سنوات",
        "Examen et vote du projet de budget",
        "Report de crédits",
        "Adoption du cahier des charges",
        "قبول هبة عقارية",
        "نظام الامتناع عن التدخين",
    ],
)
def test_a_title_is_no_outcome(text: str) -> None:
    assert find_outcome(fold(text)) is None


TITLES = [t for t in Path(__file__).with_name("titles.txt").read_text("utf-8").splitlines() if t]


@pytest.mark.parametrize("title", TITLES)
def test_titles_of_points_are_no_outcomes(title: str) -> None:
    """Titles in the manner of agendas, with nouns of adoption, rejection, delay and purpose in them."""
    assert find_outcome(fold(title)) is None


@pytest.mark.parametrize("title", TITLES[::4])
def test_an_outcome_after_a_title_leaves_the_title_whole(title: str) -> None:
    """The same titles, each followed by what became of it, as three points: the title is what stood before."""
    phrases = (("صودق عليها بالإجماع", "adopted"), ("تم تأجيلها", "postponed"), ("رفضت بالأغلبية", "rejected"))
    text = "جدول الأعمال:\n" + "".join(f"{i}- {title}: {words}\n" for i, (words, _) in enumerate(phrases, 1))
    items = read_acts(text).items
    assert [i.title(text) for i in items] == [title] * 3
    assert [i.outcome.result if i.outcome else None for i in items] == [r for _, r in phrases]
