"""Altered copies of the founding documents, made with a seed.

Other numbers, months, years, bodies and order give the other facts, each of them, and no more.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.ingest.read.facts.reading import Facts, known_places

MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر")
SEEDS = range(20)
PUBLISHED = dt.date(2023, 4, 11)
#: Names that no other collectivity of the level bears, one word each, so that they stand wherever the first stood.
COMMUNES = ("العرائش", "وزان", "بركان", "سطات", "خريبكة", "أزيلال", "تنغير")
REGIONS = ("سوس ماسة", "فاس مكناس", "كلميم واد نون", "الشرق")


def only(name: str, level: str) -> str:
    """The id of a collectivity by its Arabic name as HCP or a gazetteer alias has it."""
    prefix = {"commune": "جماعة", "region": "جهة"}[level]
    from ingest.text.fold import fold

    found = [m.collectivity_id for m in known_places().find(fold(f"{prefix} {name}")) if m.collectivity_id]
    assert len(found) == 1, name
    return found[0]


def month(r: Random) -> tuple[str, str]:
    """(words, ISO value) of a month of a year."""
    m, year = r.randrange(1, 13), r.randrange(2009, 2023)
    return f"{MONTHS[m - 1]} {year}", f"{year}-{m:02d}"


def replace(text: str, changes: dict[str, str]) -> str:
    """All changes at once, each of which must apply."""
    for i, old in enumerate(changes):
        assert old in text, old
        text = text.replace(old, f"\x01{i}\x02")
    for i, new in enumerate(changes.values()):
        text = text.replace(f"\x01{i}\x02", new)
    return text


def kinds(facts: Facts) -> Counter[str]:
    return Counter(type(r).__name__ for r in facts.records)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_altered_note_gives_the_other_facts_and_no_more(shared: Path, seed: int) -> None:
    note = (shared / "data/documents/tetouan-open-commune-concept-note.ar.txt").read_text("utf-8")
    r = Random(seed)
    national, plans, promises, local, count = (
        r.randrange(40, 99),
        r.randrange(110, 900),
        r.randrange(1200, 9000),
        r.randrange(107, 400),
        r.randrange(11, 60),
    )
    launched, accepted, submitted = month(r), month(r), month(r)
    commune = r.choice(COMMUNES)
    first = r.randrange(2015, 2024)
    years = f"{first}-{first + r.randrange(2, 5)}"
    joined = r.randrange(2012, 2022)
    altered = replace(
        note,
        {
            "75 حكومة": f"{national} حكومة",
            "أكثر من 200 خطة": f"أكثر من {plans} خطة",
            "2500 التزام": f"{promises} التزام",
            "يضم 106 سلطة": f"يضم {local} سلطة",
            "22 التزاما": f"{count} التزاما",
            "سبتمبر 2011": launched[0],
            "ماي سنة 2022": f"{accepted[0].split()[0]} سنة {accepted[0].split()[1]}",
            "نوفمبر 2022": submitted[0],
            "2023-2026": years,
            "جماعة تطوان": f"جماعة {commune}",
            "العمل تطوان، جماعة": f"العمل {commune}، جماعة",
            "سنة 2018 بعد": f"سنة {joined} بعد",
        },
    )
    facts, before = Facts(altered), Facts(note)
    place = only(commune, "commune")
    assert facts.figure("national_member_count") == ("exactly", national)
    assert facts.figure("action_plan_count") == ("more_than", plans)
    assert facts.figure("commitment_count") == ("more_than", promises)
    assert facts.figure("local_member_count") == ("exactly", local)
    assert facts.figure("launched_on") == ("exactly", launched[1])
    assert facts.one("Membership", member_kind_code="country").start_date == str(joined)
    assert facts.one("Membership", collectivity_id=place).start_date == accepted[1]
    plan = facts.one("Plan", collectivity_id=place)
    assert (f"{plan.period_start_year}-{plan.period_end_year}", plan.submitted_date) == (years, submitted[1])
    assert facts.one("Plan", ordinal_number=2).commitment_count == count
    assert kinds(facts) == kinds(before)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_altered_news_item_gives_the_other_facts_and_no_more(shared: Path, seed: int) -> None:
    news = (shared / "data/documents/marrakech-safi-openness-workshop.ar.txt").read_text("utf-8")
    r = Random(seed)
    region, regions, provinces, communes = (
        r.choice(REGIONS),
        r.randrange(5, 12),
        r.randrange(3, 10),
        r.randrange(20, 99),
    )
    founded = dt.date(r.randrange(2015, 2023), r.randrange(1, 13), r.randrange(1, 28))
    signed, (session_month, session_year) = month(r), (r.randrange(0, 12), r.randrange(2024, 2028))
    talk = r.randrange(1, 4)
    altered = replace(
        news,
        {
            "مراكش – آسفي": region,
            "مراكش- آسفي": region,
            "مراكش-آسفي": region,
            "21 أكتوبر 2022": f"{founded.day} {MONTHS[founded.month - 1]} {founded.year}",
            "12 جهة و 4 مجالس إقليمية و 50 جماعة": f"{regions} جهات و {provinces} مجالس إقليمية و {communes} جماعة",
            "يوليوز 2022": signed[0],
            "دورة أكتوبر 2023": f"دورة {MONTHS[session_month]} {session_year}",
            "شهر يناير المنصرم": f"شهر {MONTHS[talk - 1]} المنصرم",
        },
    )
    paragraphs = altered.split("\n")
    head, rest = paragraphs[:4], [p for p in paragraphs[4:] if p.strip()]
    # What stands further down says the same wherever it stands; a paragraph that opens with 'and' stays where it was.
    tail = [p for p in rest if p.startswith(("وتعد", "ووقعت"))]
    others = [p for p in rest if p not in tail]
    r.shuffle(tail)
    facts, before = Facts("\n".join([*head, *others, *tail]), PUBLISHED), Facts(news, PUBLISHED)
    place = only(region, "region")
    assert facts.figure("member_region_count") == ("exactly", regions)
    assert facts.figure("member_province_count") == ("exactly", provinces)
    assert facts.figure("member_commune_count") == ("exactly", communes)
    assert facts.figure("founded_on") == ("exactly", founded.isoformat())
    assert facts.one("Membership").collectivity_id == place
    assert facts.one("Agreement").signed_date == signed[1]
    session = facts.one("Session")
    assert (session.collectivity_id, session.year, session.month, session.status_code) == (
        place,
        session_year,
        session_month + 1,
        "announced",
    )
    assert facts.one("Plan").planned_adoption_date == f"{session_year}-{session_month + 1:02d}"
    assert facts.one("Event", kind_code="communication_meeting").start_date == f"2023-{talk:02d}"
    assert kinds(facts) == kinds(before)
