"""Pages of plan publishers by their labels: OGP's pages, the national portal's, forms whose dates are damaged.

Commitments here are made up; ids have the form of real ones.
"""

from __future__ import annotations

import pytest

from ingest.read.plans.periods import parse_moment, parse_span
from tests.ingest.read.facts.reading import Facts, collectivity

OGP_LOCAL = """Publish the accounts of the commune
Action Plan: Action plan – Tétouan (Municipality), Morocco, 2022 – 2026
Inception Report: Not available
Commitment Start: Jan 2023
Commitment End: Dec 2026
Institutions involved:
• Council of the place
• Association of the example
Primary Policy Area: Fiscal Openness
OGP Value: Access to Information
Description
Commitment ID
MATET0099
Commitment Title
Publish the accounts of the commune
Problem
People cannot follow the accounts.
Action
Publish them.
Milestones
Draft a calendar | Jan 2023 - Mar 2023
Publish the first accounts | Apr 2023 - 30th June 2023
"""
PORTAL = """Engagement 10 : Publier les jeux de données de l'exemple
Période de mise en œuvre : Janvier 2022 - Décembre 2023
Problématique
Les données restent dispersées.
Solution proposée
Un point d'accès.
Porteur : Direction de l'exemple
Point de contact
Nom Prénom, exemple@example.org, 0537000000
"""


def test_an_ogp_page_of_a_local_member() -> None:
    facts = Facts(OGP_LOCAL)
    plan = facts.one("Plan")
    assert (plan.kind_code, plan.collectivity_id) == ("ogp_local_plan", collectivity("commune", "Tétouan"))
    assert (plan.period_start_year, plan.period_end_year) == (2022, 2026)
    one = facts.one("Commitment")
    assert (one.ogp_id, one.title, one.start_date, one.end_date) == (
        "MATET0099",
        "Publish the accounts of the commune",
        "2023-01",
        "2026-12",
    )
    assert one.lead_name is None  # The page merges lead, supporting and other institutions.
    assert one.partner_names == "Council of the place; Association of the example"
    assert one.plan_key == plan.natural_key
    assert [(m.title, m.start_date, m.due_date) for m in facts.all("Milestone")] == [
        ("Draft a calendar", "2023-01", "2023-03"),
        ("Publish the first accounts", "2023-04", "2023-06-30"),
    ]


def test_a_commitment_whose_plan_is_not_attached_has_none() -> None:
    facts = Facts(OGP_LOCAL.replace("Action plan – Tétouan (Municipality), Morocco, 2022 – 2026", "Not Attached"))
    assert facts.all("Plan") == []
    assert facts.one("Commitment").plan_key is None


def test_a_page_of_the_national_portal_without_its_contacts() -> None:
    facts = Facts(PORTAL)
    one = facts.one("Commitment")
    assert (one.commitment_number, one.title) == ("10", "Publier les jeux de données de l'exemple")
    assert (one.start_date, one.end_date, one.lead_name) == ("2022-01", "2023-12", "Direction de l'exemple")
    assert facts.one("Finding").finding_code == "contact_dropped"
    for record in facts.records:
        assert not any("example.org" in str(v) or "0537" in str(v) for v in vars(record).values())


def test_the_beginning_of_unix_time_is_no_period() -> None:
    one = Facts(PORTAL.replace("Janvier 2022 - Décembre 2023", "Janvier 1970 - Janvier 1970")).one("Commitment")
    assert (one.start_date, one.end_date) == (None, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("June 2018 January 2019", "2018-06", "2019-01"),
        ("2019 31 March 2020", "2019", "2020-03-31"),
        ("Second semester of 2022 (Action that covers the entire legislative term)", "2022-07", "2022-12"),
        ("2022-2023", "2022", "2023"),
        ("2023\\2026", "2023", "2026"),
        ("2028/2023", "2023", "2028"),
        ("2022", "2022", "2022"),
        ("Quarter 2 2019", "2019-04", "2019-06"),
        ("Q4 2021", "2021-10", "2021-12"),
        ("من يناير 2024 إلى دجنبر 2025", "2024-01", "2025-12"),
        ("الأسدس الثاني من سنة 2024", "2024-07", "2024-12"),
        ("Jan 2023 - Sept. 2024", "2023-01", "2024-09"),
        ("April 2024 | May 2024", "2024-04", "2024-05"),
    ],
)
def test_periods_as_forms_write_them(text: str, start: str, end: str) -> None:
    span = parse_span(text)
    assert span is not None
    assert (span.start.value if span.start else None, span.end.value if span.end else None) == (start, end)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30th November 2022", "2022-11-30"),
        ("30ème Novembre 2022", "2022-11-30"),
        ("juin 2027", "2027-06"),
        ("Underway", None),
        ("Permanent activity", None),
    ],
)
def test_one_moment(text: str, value: str | None) -> None:
    moment = parse_moment(text)
    assert (moment.value if moment else None) == value


def test_news_that_speaks_of_a_commitment_is_no_form() -> None:
    facts = Facts(
        "Le conseil a rappelé l'engagement 4 du plan d'action national 2021-2023, relatif aux données ouvertes, lors "
        "d'une rencontre tenue à Rabat.\n"
    )
    assert facts.all("Commitment") == []
