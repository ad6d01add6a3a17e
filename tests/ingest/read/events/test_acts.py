"""What a page tells as its own act, and what it only lists."""

from __future__ import annotations

import pytest

from ingest.text.dates import find_dates
from tests.ingest.read.facts.reading import Facts


@pytest.mark.parametrize(
    "text",
    [
        # Days of memberships and plans have tables of their own.
        "Plans des membres\nLa commune de Tiznit a soumis son plan d'action 2021-2023 le 30 juillet 2021.",
        "أعضاء الشراكة\nانضمت جماعة تيزنيت إلى الشراكة من أجل الحكومة المنفتحة في 17 ماي 2022.",
        "Members\nThe commune of Tiznit joined the Open Government Partnership on 17 May 2022.",
        # Teasers of other pages.
        "مستجدات\nتوج فريق الحي يوم 28 نونبر 2023.\nاستفادت المؤسسات يوم 19 نونبر 2023.\nتسلمت الجمعية يوم 7 نونبر 2023.",
        "Brèves\nLe stade a été livré le 3 mai 2023.\nLa place a été pavée le 12 mai 2023.\nLe puits a été creusé le 20 mai 2023.",
    ],
)
def test_a_list_of_what_others_did_is_no_act_of_the_page(text: str) -> None:
    assert Facts(text).all("Event") == []


@pytest.mark.parametrize(
    "text",
    [
        "Livraison du stade\nLe stade de Tiznit a été livré le mercredi 3 mai 2023.",
        "تسليم\nعاينت السيدة رئيسة جماعة تيزنيت يوم الأربعاء 3 ماي 2023 أشغال الملعب.",
    ],
)
def test_a_finished_tense_is_not_announced(text: str) -> None:
    assert [(e.start_date, e.status_code) for e in Facts(text).all("Event")] == [("2023-05-03", "held")]


def test_a_day_in_an_address_is_none_of_the_text() -> None:
    text = "أمزميز https://exemple.invalid/2025/01/15/ و https://exemple.invalid/2025/01/16/titre، نشر في 2025/01/17"
    assert [d.value for d in find_dates(text)] == ["2025-01-17"]
