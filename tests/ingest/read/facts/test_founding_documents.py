"""The two founding documents, and altered copies of them: every stated fact follows, removed ones vanish."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.ingest.read.facts.reading import Facts, collectivity

PUBLISHED = dt.date(2023, 4, 11)


@pytest.fixture(scope="module")
def note(shared: Path) -> str:
    return (shared / "data/documents/tetouan-open-commune-concept-note.ar.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def news(shared: Path) -> str:
    return (shared / "data/documents/marrakech-safi-openness-workshop.ar.txt").read_text("utf-8")


def test_first_document_states_the_partnership_figures(note: str) -> None:
    facts = Facts(note)
    assert facts.figure("launched_on") == ("exactly", "2011-09")
    assert facts.figure("founding_government_count") == ("exactly", 8)
    assert facts.figure("launched_at")[0] == "states"
    assert facts.figure("opened_to_local_on") == ("exactly", "2016")
    assert facts.figure("national_member_count") == ("exactly", 75)
    assert facts.figure("action_plan_count") == ("more_than", 200)
    assert facts.figure("commitment_count") == ("more_than", 2500)
    assert facts.figure("local_member_count") == ("exactly", 106)
    assert facts.count()["Statement"] == 9


def test_first_document_states_members_and_plans(note: str) -> None:
    facts = Facts(note)
    assert facts.one("Membership", member_kind_code="country").start_date == "2018"
    tetouan = collectivity("commune", "Tétouan")
    assert facts.one("Membership", collectivity_id=tetouan).start_date == "2022-05"
    for region in ("Tanger-Tétouan-Al Hoceima", "Béni Mellal-Khénifra"):
        assert facts.one("Membership", collectivity_id=collectivity("region", region)).start_date is None
    assert facts.count()["Membership"] == 4
    first = facts.one("Plan", ordinal_number=1)
    second = facts.one("Plan", ordinal_number=2)
    assert (first.period_start_year, first.period_end_year, first.commitment_count) == (2018, 2020, None)
    assert (second.period_start_year, second.period_end_year) == (2021, 2023)
    assert (second.commitment_count, second.axis_count, second.is_attribution_inferred) == (22, 5, True)
    assert [a.axis_number for a in facts.all("PlanAxis")] == [1, 2, 3, 4, 5]
    local = facts.one("Plan", collectivity_id=tetouan)
    assert (local.period_start_year, local.period_end_year, local.submitted_date) == (2023, 2026, "2022-11")
    assert facts.count()["Plan"] == 3


def test_first_document_states_one_event_without_date_place_or_organiser(note: str) -> None:
    facts = Facts(note)
    event = facts.one("Event")
    assert (event.kind_code, event.start_date, event.place_name) == ("study_meeting", None, None)
    roles = {(p.role_code, p.participant_key) for p in facts.all("Participation")}
    assert roles == {("frame", "organization|ogw"), ("supporter", "organization|iri")}


def test_second_document_states_the_network(news: str) -> None:
    facts = Facts(news, PUBLISHED)
    assert facts.figure("founded_on") == ("exactly", "2022-10-21")
    assert facts.figure("member_region_count") == ("exactly", 12)
    assert facts.figure("member_province_count") == ("exactly", 4)
    assert facts.figure("member_commune_count") == ("exactly", 50)
    assert facts.one("Statement", measure_code="member_region_count").as_of_date == "2023-04-11"
    assert facts.all("Statement", measure_code="member_total_count") == []
    member = facts.one("Membership")
    assert (member.collectivity_id, member.start_date) == (collectivity("region", "Marrakech-Safi"), None)
    for measure in ("enrolled_in_chafafiya", "has_own_website"):
        s = facts.one("Statement", measure_code=measure)
        assert (s.stated_by_code, s.stated_by_function_code, s.value_date) == ("speaker", "vice_president", None)


@pytest.mark.parametrize(
    ("published", "dates"),
    [
        (
            PUBLISHED,
            {
                "workshop": "2023-04-11",
                "regional_meeting": "2022-11",
                "communication_meeting": "2023-01",
                "training": "2023-02",
            },
        ),
        (None, {"workshop": None, "regional_meeting": None, "communication_meeting": None, "training": None}),
    ],
)
def test_second_document_states_four_events(news: str, published: dt.date | None, dates: dict[str, str | None]) -> None:
    facts = Facts(news, published)
    for kind, date in dates.items():
        assert facts.one("Event", kind_code=kind).start_date == date
    assert facts.one("Event", kind_code="workshop").start_weekday_code == "tuesday"
    assert facts.one("Event", kind_code="training").start_month == 2
    assert facts.one("Event", kind_code="training").is_remote
    assert facts.one("Event", kind_code="consultation").status_code == "announced"
    assert facts.count()["Event"] == 5


def test_second_document_states_roles_and_no_others(news: str) -> None:
    facts = Facts(news, PUBLISHED)
    region = collectivity("region", "Marrakech-Safi")
    workshop = facts.one("Event", kind_code="workshop")
    assert workshop.place_collectivity_id == collectivity("commune", "Marrakech")
    mine = facts.all("Participation", activity_key=workshop.natural_key)
    assert [p.participant_key for p in mine if p.role_code == "organiser"] == [f"body|council|{region}"]
    assert [p.participant_key for p in mine if p.role_code == "frame"] == ["organization|pacto"]
    participants = [p for p in mine if p.role_code == "participant"]
    assert len(participants) == 3
    assert all(p.is_members_of and p.participant_kind_code == "body" for p in participants)
    speaker = next(p for p in mine if p.role_code == "speaker")
    assert (speaker.function_code, speaker.participant_kind_code) == ("vice_president", "function")
    organised = {p.activity_key for p in facts.all("Participation", role_code="organiser")}
    assert organised == {workshop.natural_key}
    assert facts.one("Participation", role_code="beneficiary").participant_kind_code == "group"
    programme = {(p.role_code, p.participant_key) for p in facts.all("Participation", activity_kind_code="programme")}
    assert programme == {
        ("supervisor", "organization|dgct"),
        ("partner", "organization|arm"),
        ("partner", "organization|impact_for_development"),
    }
    assert facts.one("Agreement").signed_date == "2022-07"
    parties = {p.participant_key for p in facts.all("Participation", role_code="signatory")}
    assert parties == {"organization|dgct", "organization|arm", "organization|impact_for_development"}


def test_second_document_announces_a_session_and_adopts_nothing(news: str) -> None:
    facts = Facts(news, PUBLISHED)
    session = facts.one("Session")
    assert (session.status_code, session.year, session.month, session.start_date) == ("announced", 2023, 10, None)
    plan = facts.one("Plan")
    assert (plan.status_code, plan.planned_adoption_date) == ("draft", "2023-10")


def test_the_speaker_is_published_by_function_only(news: str) -> None:
    facts = Facts(news, PUBLISHED)
    after = news.split("نائبة رئيس مجلس جهة مراكش – آسفي، ")[1]
    words = after.split("،")[0].split()
    assert len(words) == 2
    for record in facts.records:
        for value in vars(record).values():
            assert not any(w in str(value) for w in words)


@pytest.mark.parametrize(
    ("old", "new", "measure", "value"),
    [
        ("75 حكومة", "81 حكومة", "national_member_count", ("exactly", 81)),
        ("ثماني حكومات", "تسع حكومات", "founding_government_count", ("exactly", 9)),
        ("سبتمبر 2011", "يوليوز 2013", "launched_on", ("exactly", "2013-07")),
        ("أكثر من 200 خطة", "حوالي 310 خطة", "action_plan_count", ("about", 310)),
        ("يضم 106 سلطة", "يضم 98 سلطة", "local_member_count", ("exactly", 98)),
        ("غاية سنة 2016", "غاية سنة 2017", "opened_to_local_on", ("exactly", "2017")),
    ],
)
def test_other_numbers_follow_in_the_first(
    note: str, old: str, new: str, measure: str, value: tuple[str, object]
) -> None:
    assert old in note
    assert Facts(note.replace(old, new)).figure(measure) == value


def test_other_bodies_and_periods_follow_in_the_first(note: str) -> None:
    altered = (
        note.replace("جماعة تطوان", "جماعة العرائش")
        .replace("عمل تطوان، جماعة", "عمل العرائش، جماعة")
        .replace("العمل تطوان", "العمل العرائش")
        .replace("2023-2026", "2024-2027")
        .replace("نوفمبر 2022", "دجنبر 2023")
        .replace("جهة بني ملال - خنيفرة", "جهة الشرق")
    )
    facts = Facts(altered)
    larache = collectivity("commune", "Larache")
    plan = facts.one("Plan", collectivity_id=larache)
    assert (plan.period_start_year, plan.period_end_year, plan.submitted_date) == (2024, 2027, "2023-12")
    assert facts.one("Membership", collectivity_id=larache)
    assert facts.one("Membership", collectivity_id=collectivity("region", "Oriental"))
    assert facts.count()["Plan"] == 3


def test_other_bodies_months_and_numbers_follow_in_the_second(news: str) -> None:
    altered = (
        news.replace("مراكش – آسفي", "سوس ماسة")
        .replace("مراكش- آسفي", "سوس ماسة")
        .replace("مراكش-آسفي", "سوس ماسة")
        .replace("بمراكش", "بأكادير")
        .replace("مدينة مراكش", "مدينة أكادير")
        .replace("يوليوز 2022", "شتنبر 2021")
        .replace("21 أكتوبر 2022", "3 نونبر 2021")
        .replace("12 جهة و 4 مجالس إقليمية و 50 جماعة", "9 جهات و 11 مجلسا إقليميا و 73 جماعة")
        .replace("دورة أكتوبر 2023", "دورة مارس 2024")
        .replace("يناير المنصرم", "مارس المنصرم")
    )
    facts = Facts(altered, PUBLISHED)
    region = collectivity("region", "Souss-Massa")
    assert facts.one("Membership").collectivity_id == region
    assert facts.figure("member_region_count") == ("exactly", 9)
    assert facts.figure("member_province_count") == ("exactly", 11)
    assert facts.figure("member_commune_count") == ("exactly", 73)
    assert facts.figure("founded_on") == ("exactly", "2021-11-03")
    assert facts.one("Agreement").signed_date == "2021-09"
    assert facts.one("Event", kind_code="workshop").place_collectivity_id == collectivity("commune", "Agadir")
    assert facts.one("Event", kind_code="communication_meeting").start_date == "2023-03"
    session = facts.one("Session")
    assert (session.collectivity_id, session.year, session.month) == (region, 2024, 3)


@pytest.mark.parametrize(
    ("which", "start", "gone"),
    [
        ("news", "وتعد جهة", {"Membership"}),
        ("news", "ووقعت المديرية", {"Agreement"}),
        ("news", "وتجدر الإشارة", set()),
        ("note", "انضمت المملكة", set()),
        ("note", "وعلى مستوى البرنامج", set()),
    ],
)
def test_a_removed_paragraph_takes_its_facts_and_adds_none(
    note: str, news: str, which: str, start: str, gone: set[str]
) -> None:
    text = note if which == "note" else news
    kept = "\n".join(p for p in text.split("\n") if not p.startswith(start))
    assert kept != text
    before = {(type(r).__name__, r.natural_key) for r in Facts(text, PUBLISHED).records}
    after = {(type(r).__name__, r.natural_key) for r in Facts(kept, PUBLISHED).records}
    new = {k for k in after - before if k[0] not in ("Mention",)}
    assert not new, new
    assert before - after
    assert not any(k[0] in gone for k in after)


def test_the_order_of_paragraphs_does_not_matter(note: str, news: str) -> None:
    for text in (note, news):
        head, *paragraphs = [p for p in text.split("\n") if p.strip()]
        shuffled = "\n".join([head, *paragraphs[:2], *reversed(paragraphs[2:])])
        kinds = ("Statement", "Membership", "Plan", "PlanAxis", "Agreement")
        first = {(type(r).__name__, r.natural_key) for r in Facts(text, PUBLISHED).records if type(r).__name__ in kinds}
        other = {
            (type(r).__name__, r.natural_key) for r in Facts(shuffled, PUBLISHED).records if type(r).__name__ in kinds
        }
        assert first == other
