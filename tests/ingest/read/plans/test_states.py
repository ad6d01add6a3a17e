"""States in words and percentages; what stands still has no code, and what is unfinished is not finished."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.read.plans.states import percent_of, status_of


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Réalisé", "completed"),
        ("Travaux livrés", "completed"),
        ("اكتملت الأشغال", "completed"),
        ("أنجز بالكامل", "completed"),
        ("Done", "completed"),
        ("100 %", "completed"),
        ("Partiellement réalisé", "in_progress"),
        ("Non achevé", "in_progress"),
        ("réalisé à 60 %", "in_progress"),
        ("لم يكتمل بعد", "in_progress"),
        ("منجز بنسبة 60%", "in_progress"),
        ("Études en cours", "in_progress"),
        ("Nearly finished", "in_progress"),
        ("Pas encore lancée", "not_started"),
        ("لم تعط انطلاقته", "not_started"),
        ("Yet to begin", "not_started"),
        ("٪0", "not_started"),
        ("Abandonné", "withdrawn"),
        ("تم التخلي عنه", "withdrawn"),
        ("Suspendu", "unstated"),
        ("متعثر", "unstated"),
        ("On hold", "unstated"),
        ("Suspendu à 40 %", "unstated"),
        ("Service technique", "unstated"),
        (None, "unstated"),
    ],
)
def test_states(words: str | None, code: str) -> None:
    assert status_of(words) == code


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("45 %", Decimal(45)),
        ("٪40", Decimal(40)),
        ("réalisé à 62,5 %", Decimal("62.5")),
        ("150 %", None),
        ("de 20 % à 40 %", None),
        ("Une hausse de 10 % des recettes de la commune", None),
    ],
)
def test_percentages(cell: str, value: Decimal | None) -> None:
    assert percent_of(cell) == value
