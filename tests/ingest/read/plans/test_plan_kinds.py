"""Plans are told apart by their words, their term and what the document speaks of."""

from __future__ import annotations

import pytest

from tests.accuracy.predict import gazetteer
from tests.ingest.read.facts.reading import Facts

OWN, REGION, FES = "ct-a103", "ct-a001", "ct-0416"


@pytest.mark.parametrize(
    ("text", "kind", "holder", "years"),
    [
        ("Plan d'action de la commune pour la période 2022-2028", "action_programme", OWN, (2022, 2028)),
        ("Plan d'action – Fès (Commune), Maroc, 2022 – 2026", "ogp_local_plan", FES, (2022, 2026)),
        ("Action Plan – Ain El Hajal (Municipality), Morocco, 2024 – 2026", "ogp_local_plan", OWN, (2024, 2026)),
        (
            "Le plan d'action communal d'Ain El Hajal 2022-2027 compte 40 projets.",
            "action_programme",
            OWN,
            (2022, 2027),
        ),
        ("PAC 2022-2027 de la commune d'Ain El Hajal", "action_programme", OWN, (2022, 2027)),
        (
            "Plan d'action national pour un gouvernement ouvert 2021-2023 du Maroc",
            "ogp_national_plan",
            None,
            (2021, 2023),
        ),
        ("برنامج عمل جماعة عين الحجل للفترة 2022-2027", "action_programme", OWN, (2022, 2027)),
        ("برنامج تنمية جهة التلال-الساحل 2022-2027", "development_programme", REGION, (2022, 2027)),
        ("Le PDR 2022-2027 de la région Tilal-Sahil", "development_programme", REGION, (2022, 2027)),
        ("خطة عمل عين الحجل جماعة منفتحة 2023-2026", "ogp_local_plan", OWN, (2023, 2026)),
        ("خطة عمل جماعة عين الحجل 2022-2027", "action_programme", OWN, (2022, 2027)),
        ("الخطة الوطنية للحكومة المنفتحة 2021-2023", "ogp_national_plan", None, (2021, 2023)),
        ("برنامج انفتاح جماعة عين الحجل 2024-2025", "openness_programme", OWN, (2024, 2025)),
        ("Communal action programme 2022-2027 of Ain El Hajal", "action_programme", OWN, (2022, 2027)),
    ],
)
def test_which_plan_it_is(text: str, kind: str, holder: str | None, years: tuple[int, int]) -> None:
    plan = Facts(text, gazetteer=gazetteer(), own_site_of=OWN).one("Plan")
    assert (plan.kind_code, plan.collectivity_id) == (kind, holder)
    assert (plan.period_start_year, plan.period_end_year) == years


def test_an_action_plan_of_which_nothing_says_what_it_is_is_none() -> None:
    text = "Le plan d'action d'Ain El Hajal 2024-2026 contre les rats"
    assert Facts(text, gazetteer=gazetteer(), own_site_of=OWN).all("Plan") == []


def test_an_acronym_inside_another_names_no_programme() -> None:
    """PAC in PACTO, PDR in another word: the draft is the openness programme that the title names."""
    text = (
        "Atelier sur la co-construction du programme d'ouverture\n"
        "Cet atelier s'inscrit dans le cadre du programme d'appui aux collectivités ouvertes (PACTO).\n"
        "Le projet sera soumis avant son adoption par le conseil communal d'Ain El Hajal lors de la session d'octobre 2026."
    )
    kinds = {p.kind_code for p in Facts(text, gazetteer=gazetteer(), own_site_of=OWN).all("Plan")}
    assert kinds == {"openness_programme"}
