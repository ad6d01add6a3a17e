"""Subjects of titles: the closed list, its codes, and 164 titles labelled before any rule was written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.read.subjects import RULES, subjects_of, vocabulary

TITLES = [
    (title.strip(), frozenset(codes.split()) - {"-"})
    for line in Path(__file__).with_name("subject_titles.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for codes, title in [line.split("|")]
]


def test_every_subject_has_its_rule_labels_and_function() -> None:
    assert list(RULES) == list(vocabulary())
    for subject in vocabulary().values():
        assert set(subject.labels) == {"ar", "fr", "en"}
        assert re.fullmatch(r"(?:0[1-9]|10)(?:\.[1-9])?", subject.cofog_code)


def test_labels_are_of_the_list() -> None:
    assert {c for _, codes in TITLES for c in codes} <= set(vocabulary())


def test_precision_and_recall() -> None:
    said = [(title, frozenset(subjects_of(title)), right) for title, right in TITLES]
    found = sum(len(got) for _, got, _ in said)
    good = sum(len(got & right) for _, got, right in said)
    wrong = [(title, sorted(got - right), sorted(right - got)) for title, got, right in said if got != right]
    assert good / found >= 0.95, wrong
    assert good / sum(len(right) for _, _, right in said) >= 0.9, wrong


@pytest.mark.parametrize(
    "title",
    [
        "نقط مختلفة",
        "Questions diverses",
        "المصادقة على اتفاقية مع وزارة الصحة",
        "Convention avec l'ONEE",
        "برسم سنة 2024",
        "تمويل المشروع عن طريق شراكة",
        "خارطة الطريق للانفتاح",
        "Feuille de route de la commune",
        "اتفاقية مع جماعة سوق الأربعاء",
        "اتفاقية مع جماعة رأس الماء",
    ],
)
def test_none_in_doubt(title: str) -> None:
    assert subjects_of(title) == ()


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("شبكة الصرف الصحي بمركز الجماعة", ("sanitation",)),
        ("الرسم العقاري عدد 12/34", ("property",)),
        ("Convention avec le ministère de la Santé pour la route du dispensaire", ("roads", "health")),
        ("دعم الاقتصاد التضامني والاجتماعي", ("economy",)),
    ],
)
def test_the_longer_words_count(title: str, codes: tuple[str, ...]) -> None:
    assert subjects_of(title) == codes
