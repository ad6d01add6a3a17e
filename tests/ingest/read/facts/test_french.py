"""The same facts said in French, in sentences of our own."""

from __future__ import annotations

import datetime as dt

from tests.ingest.read.facts.reading import Facts, collectivity, document

NOTE = document("note_fr")

NEWS = document("news_fr")


def test_figures_of_the_partnership() -> None:
    facts = Facts(NOTE)
    assert facts.figure("launched_on") == ("exactly", "2013-09")
    assert facts.figure("founding_government_count") == ("exactly", 9)
    assert facts.figure("national_member_count") == ("exactly", 78)
    assert facts.figure("action_plan_count") == ("more_than", 300)
    assert facts.figure("commitment_count") == ("more_than", 3500)
    assert facts.figure("local_member_count") == ("exactly", 110)
    assert facts.figure("opened_to_local_on") == ("exactly", "2017")


def test_members_and_plans() -> None:
    facts = Facts(NOTE)
    agadir = collectivity("commune", "Agadir")
    assert facts.one("Membership", collectivity_id=agadir).start_date == "2023-06"
    assert facts.one("Membership", member_kind_code="country").start_date == "2019"
    assert facts.count()["Membership"] == 4
    current = facts.one("Plan", ordinal_number=2)
    assert (current.commitment_count, current.axis_count, current.is_attribution_inferred) == (24, 4, True)
    assert [a.name for a in facts.all("PlanAxis")][2] == "justice ouverte"
    local = facts.one("Plan", collectivity_id=agadir)
    assert (local.period_start_year, local.submitted_date) == (2024, "2023-12")
    assert facts.count()["Plan"] == 3


def test_a_study_meeting_with_its_stated_roles() -> None:
    facts = Facts(NOTE)
    assert facts.one("Event").kind_code == "study_meeting"
    assert {p.role_code for p in facts.all("Participation")} == {"frame", "supporter"}


def test_news_of_a_workshop() -> None:
    facts = Facts(NEWS, dt.date(2024, 4, 24))
    region = collectivity("region", "Souss-Massa")
    workshop = facts.one("Event", kind_code="workshop")
    assert (workshop.start_date, workshop.place_collectivity_id) == ("2024-04-24", collectivity("commune", "Agadir"))
    mine = facts.all("Participation", activity_key=workshop.natural_key)
    assert [p.participant_key for p in mine if p.role_code == "organiser"] == [f"body|council|{region}"]
    assert sum(p.role_code == "participant" for p in mine) == 3
    assert next(p for p in mine if p.role_code == "speaker").function_code == "vice_president"
    assert facts.one("Event", kind_code="regional_meeting").start_date == "2023-11"
    assert facts.one("Event", kind_code="communication_meeting").start_date == "2024-01"
    assert facts.one("Event", kind_code="training").is_remote
    assert facts.one("Session").status_code == "announced"
    assert facts.one("Agreement").signed_date == "2022-07"
    assert facts.figure("member_commune_count") == ("exactly", 107)
    assert not any("alami" in str(v).lower() for r in facts.records for v in vars(r).values())


NOTE_SAID_OTHERWISE = document("note_fr_otherwise")

NEWS_SAID_OTHERWISE = document("news_fr_otherwise")


def test_the_same_note_in_other_words() -> None:
    facts = Facts(NOTE_SAID_OTHERWISE)
    assert facts.figure("launched_on") == ("exactly", "2011-09")
    assert facts.figure("founding_government_count") == ("exactly", 8)
    assert facts.figure("national_member_count") == ("exactly", 75)
    assert facts.figure("action_plan_count") == ("more_than", 200)
    assert facts.figure("commitment_count") == ("more_than", 2500)
    assert facts.figure("opened_to_local_on") == ("exactly", "2016")
    assert facts.figure("local_member_count") == ("exactly", 106)
    tetouan = collectivity("commune", "Tétouan")
    assert facts.one("Membership", collectivity_id=tetouan).start_date == "2022-05"
    assert facts.one("Membership", member_kind_code="country").start_date == "2018"
    assert facts.count()["Membership"] == 4
    plan = facts.one("Plan", ordinal_number=2)
    assert (plan.period_start_year, plan.commitment_count, plan.is_attribution_inferred) == (2021, 22, True)
    assert facts.one("Plan", collectivity_id=tetouan).submitted_date == "2022-11"
    assert facts.count()["Plan"] == 3
    assert facts.count()["PlanAxis"] == 5
    assert {p.role_code for p in facts.all("Participation")} == {"frame", "supporter"}


def test_the_same_news_in_other_words() -> None:
    facts = Facts(NEWS_SAID_OTHERWISE, dt.date(2023, 4, 11))
    region = collectivity("region", "Marrakech-Safi")
    workshop = facts.one("Event", kind_code="workshop")
    assert (workshop.start_date, workshop.place_collectivity_id) == ("2023-04-11", collectivity("commune", "Marrakech"))
    mine = facts.all("Participation", activity_key=workshop.natural_key)
    assert sorted(p.role_code for p in mine) == [
        "frame",
        "organiser",
        "participant",
        "participant",
        "participant",
        "speaker",
    ]
    assert facts.one("Participation", role_code="organiser").participant_key == f"body|council|{region}"
    dates = {e.kind_code: e.start_date for e in facts.all("Event") if e.kind_code not in ("workshop", "consultation")}
    assert dates == {"regional_meeting": "2022-11", "communication_meeting": "2023-01", "training": "2023-02"}
    assert facts.one("Membership").collectivity_id == region
    assert {p.role_code for p in facts.all("Participation", activity_kind_code="programme")} == {
        "supervisor",
        "partner",
    }
    assert len(facts.all("Participation", role_code="signatory")) == 3
    assert facts.one("Session").status_code == "announced"
    for measure in ("enrolled_in_chafafiya", "has_own_website"):
        assert facts.one("Statement", measure_code=measure).stated_by_function_code == "vice_president"
    assert not any("zoubida" in str(v).lower() or "Exemple" in str(v) for r in facts.records for v in vars(r).values())
