"""Contradictions of the domain that show inside one text.

Quoted shares against their counts, parts and phases against totals.
"""

from __future__ import annotations

import pytest

from tests.ingest.read.facts.reading import Facts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "بلغ عدد الطلبات المودعة 7275 طلبا، تمت معالجة 6904 منها، أي بنسبة 94 في المائة.",
            "94 % / 6904 : 7275 = 94.90 %",
        ),
        (
            (
                "Quelque 22.000 demandes ont été déposées en cinq ans, dont 12.000 traitées, soit un taux de "
                "traitement de 55,61 %."
            ),
            "55,61 % / 12000 : 22000 = 54.55 %",
        ),
        ("توصلت البوابة ب 1629 طلبا. تمت معالجة 341 منها، أي 25 %.", "25 % / 341 : 1629 = 20.93 %"),
    ],
)
def test_a_quoted_share_that_its_counts_contradict_is_told(text: str, told: str) -> None:
    assert Facts(text).one("Finding", finding_code="rate_mismatch").value_raw == told


@pytest.mark.parametrize(
    "text",
    [
        "بلغ عدد الطلبات المودعة 7275 طلبا، تمت معالجة 6904 منها، أي بنسبة 94,9 في المائة.",
        "Sur 521 demandes déposées, 113 ont été traitées, soit 21,7 %.",
        "بلغ عدد الطلبات 7275 طلبا، بارتفاع قدره 12 في المائة.",
        "تمت معالجة 40 ملفا أي 80 % من ملفات التعمير.",
    ],
)
def test_a_share_that_agrees_or_is_of_something_else_is_not(text: str) -> None:
    assert Facts(text).all("Finding") == []


def test_those_who_joined_phase_by_phase() -> None:
    text = (
        "Le Réseau marocain des collectivités territoriales ouvertes (REMACTO) compte 228 collectivités "
        "territoriales, dont 66 lors de la première phase, 66 autres lors de la deuxième phase et 102 lors de la "
        "troisième phase."
    )
    joined = Facts(text).all("Statement", measure_code="member_joined_count")
    assert [(s.value_count, s.value_text) for s in joined] == [(66, "1"), (66, "2"), (102, "3")]
    assert Facts(text).figure("member_total_count") == ("exactly", 228)
