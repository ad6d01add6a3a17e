"""How many commitments and axes a plan has, beside the years of its period."""

from __future__ import annotations

import pytest

from tests.ingest.read.facts.reading import Facts


@pytest.mark.parametrize(
    ("text", "commitments", "axes"),
    [
        ("تتضمن خطة العمل لجماعة تطوان 2025-2027 تسعة التزامات تتوزع على محورين.", 9, None),
        (
            "خطة العمل لجماعة تطوان 2026 - 2028 سبعة عشر التزاما موزعة على ثلاثة محاور: الولوج، المساءلة، الميزانية.",
            17,
            3,
        ),
        ("Le plan d'action de la commune de Tétouan 2025-2027 compte douze engagements et trois axes.", 12, 3),
    ],
)
def test_the_years_of_a_plan_are_no_part_of_its_figures(text: str, commitments: int, axes: int | None) -> None:
    plan = Facts(text).one("Plan")
    assert (plan.commitment_count, plan.axis_count) == (commitments, axes)
