"""Subjects of titles: the closed list, its codes, 164 titles labelled before any rule was written, 176 seen ones."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from ingest.law.subjects import vocabulary
from ingest.read.subjects import RULES, subjects_of


def labelled(name: str) -> list[tuple[str, frozenset[str]]]:
    """Titles of a file with what they are about."""
    return [
        (title.strip(), frozenset(codes.split()) - {"-"})
        for line in Path(__file__).with_name(name).read_text("utf-8").splitlines()
        if not line.startswith("#")
        for codes, title in [line.split("|")]
    ]


TITLES = labelled("subject_titles.txt")
SEEN = labelled("subject_titles_seen.txt")


def test_every_subject_has_its_rule_labels_and_function() -> None:
    assert list(RULES) == list(vocabulary())
    for subject in vocabulary().values():
        assert set(subject.labels) == {"ar", "fr", "en"}
        assert re.fullmatch(r"(?:0[1-9]|10)(?:\.[1-9])?", subject.cofog_code)


def test_labels_are_of_the_list() -> None:
    assert {c for _, codes in TITLES + SEEN for c in codes} <= set(vocabulary())


@pytest.mark.parametrize("titles", [TITLES, SEEN], ids=["labelled before", "seen"])
def test_precision_and_recall(titles: list[tuple[str, frozenset[str]]]) -> None:
    said = [(title, frozenset(subjects_of(title)), right) for title, right in titles]
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


@pytest.mark.parametrize("title", ["Cession de ", "تسمية شارع الماء و", "rue du stade ", "a"])
def test_a_title_without_end_costs_no_more(title: str) -> None:
    began = time.process_time()
    subjects_of(title * 20_000)
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("شبكة الصرف الصحي بمركز الجماعة", ("sanitation",)),
        ("الرسم العقاري عدد 12/34", ("property",)),
        ("Convention avec le ministère de la Santé pour la route du dispensaire", ("roads", "health")),
        ("دعم الاقتصاد التضامني والاجتماعي", ("economy",)),
        ("Élaboration du budget participatif", ("participation",)),
        ("تنظيم سوق الماشية", ("economy",)),
        ("تسمية شوارع وأزقة وساحات حي السلام", ("planning",)),
        ("Aménagement du terrain de football", ("sports",)),
    ],
)
def test_the_longer_words_count(title: str, codes: tuple[str, ...]) -> None:
    assert subjects_of(title) == codes


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        # A place that says where something lies.
        ("تهيئة ساحة بجوار المدرسة المركزية", ("planning",)),
        ("غرس الأشجار بالقرب من المستشفى", ("environment",)),
        ("Création d'un parking en face du stade", ("transport",)),
        ("Bus stops next to the hospital", ("transport",)),
        ("إحداث مستوصف بطريق الجبل", ("health",)),
        # What was hit by a flood is not safety; what keeps a flood off is.
        ("ترميم القناطر المتضررة من الفيضانات", ("roads",)),
        ("حماية مركز الجماعة من الفيضانات", ("safety",)),
        # The rules of a market are no rules of the council.
        ("النظام الداخلي للمسبح البلدي", ("sports",)),
        ("Règlement intérieur du camping municipal", ("tourism",)),
        ("النظام الداخلي لمجلس الجماعة", ("organisation",)),
        # Ways of value are no roads, and one cooperative that receives a plot no economic policy.
        ("دعم مسالك تسويق العسل", ()),
        ("Cession d'une parcelle à la coopérative Ennour", ("property",)),
        # What is sold is no land.
        ("تفويت آليات متقادمة", ()),
        ("Cession de matériel réformé", ()),
        ("Emploi de l'excédent", ("budget",)),
        ("بناء محطة لتصفية الدم", ("health",)),
        ("Acquisition d'une balayeuse", ("waste",)),
        ("Appointment of a delegate to the water board", ("water", "organisation")),
    ],
)
def test_what_stands_beside_a_subject_is_none(title: str, codes: tuple[str, ...]) -> None:
    assert subjects_of(title) == codes
