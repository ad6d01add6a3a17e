"""The same facts said in Arabic in other words: rules match states of affairs, not two documents."""

from __future__ import annotations

import datetime as dt

from tests.ingest.read.facts.reading import Facts, collectivity, document

NOTE = document("note_ar")

NEWS = document("news_ar")


def test_the_note_in_other_words() -> None:
    facts = Facts(NOTE)
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
    local = facts.one("Plan", collectivity_id=tetouan)
    assert (local.submitted_date, local.commitment_count) == ("2022-11", None)
    assert facts.count()["Plan"] == 3
    assert facts.count()["PlanAxis"] == 5
    assert {p.role_code for p in facts.all("Participation")} == {"frame", "supporter"}


def test_the_news_in_other_words() -> None:
    facts = Facts(NEWS, dt.date(2024, 4, 23))
    region = collectivity("region", "Souss-Massa")
    workshop = facts.one("Event", kind_code="workshop")
    assert (workshop.start_date, workshop.place_collectivity_id) == ("2024-04-23", collectivity("commune", "Agadir"))
    mine = facts.all("Participation", activity_key=workshop.natural_key)
    assert sorted(p.role_code for p in mine) == [
        "frame",
        "organiser",
        "participant",
        "participant",
        "participant",
        "speaker",
    ]
    dates = {e.kind_code: e.start_date for e in facts.all("Event") if e.kind_code not in ("workshop", "consultation")}
    assert dates == {"regional_meeting": "2023-11", "communication_meeting": "2024-01", "training": "2024-02"}
    assert facts.one("Membership").collectivity_id == region
    session = facts.one("Session")
    assert (session.status_code, session.year, session.month, session.collectivity_id) == ("announced", 2024, 3, region)
    assert len(facts.all("Participation", role_code="signatory")) == 3
    assert {p.role_code for p in facts.all("Participation", activity_kind_code="programme")} == {
        "supervisor",
        "partner",
    }
    for measure in ("enrolled_in_chafafiya", "has_own_website"):
        assert facts.one("Statement", measure_code=measure).stated_by_function_code == "president"
    assert not any("المثالي" in str(v) for r in facts.records for v in vars(r).values())
