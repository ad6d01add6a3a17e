"""Names that several collectivities bear.

Settled by a person's decision, by the site, by what lies near; else told and left to a person.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from infitah.cli import main
from ingest.home import Home
from ingest.territory.decisions import Decision, load_decisions
from ingest.territory.gazetteer import Gazetteer
from ingest.territory.reference import load_collectivities
from ingest.text.fold import fold
from tests.ingest.read.facts.reading import Facts, known_places

HEAD = "name,level_code,on_site_of,collectivity_id,decided_by,decided_on,reason\n"


def bearers() -> list[str]:
    """Ids of the three communes of one name, in the order of their provinces."""
    return sorted(
        t.collectivity_id for t in load_collectivities() if t.level_code == "commune" and t.name_fr == "Oulad Aissa"
    )


def test_the_case_is_real() -> None:
    assert len(bearers()) == 3


def test_an_open_name_is_told_with_all_who_bear_it() -> None:
    facts = Facts("عقد مجلس جماعة أولاد عيسى الدورة العادية لشهر ماي 2025 يوم الثلاثاء 6 ماي 2025.")
    found = facts.one("Finding", finding_code="ambiguous_name")
    assert found.record_name == "أولاد عيسى"
    assert found.value_raw == "; ".join(bearers())
    assert facts.all("Session") == []


def test_a_name_that_one_bears_or_that_the_site_settles_is_not() -> None:
    assert Facts("عقد مجلس جماعة تطوان دورة.").all("Finding") == []
    own = Facts(
        "عقد مجلس جماعة أولاد عيسى الدورة العادية لشهر ماي 2025 يوم الثلاثاء 6 ماي 2025.", own_site_of=bearers()[1]
    )
    assert own.all("Finding") == []
    assert own.one("Session").collectivity_id == bearers()[1]


@pytest.mark.parametrize("host", [None, "ct-0001"])
def test_a_reviewed_decision_settles_a_name(host: str | None) -> None:
    third = bearers()[2]
    decision = Decision(("اولاد", "عيسي"), "commune", host, third)
    places = Gazetteer(load_collectivities(), [decision])
    text = fold("مجلس جماعة أولاد عيسى")
    (mention,) = places.find(text)
    words = text[mention.name_start : mention.end]
    settled = places.settled(mention, frozenset(), words, host)
    assert (settled.collectivity_id, settled.because) == (third, "reviewed")
    elsewhere = places.settled(mention, frozenset(), words, "ct-0002")
    assert elsewhere.collectivity_id == (third if host is None else None)


def test_a_reviewed_spelling_that_no_list_has_is_found() -> None:
    tetouan = known_places().find(fold("جماعة تطوان"))[0].collectivity_id or ""
    places = Gazetteer(load_collectivities(), [Decision(("تيطاون",), "commune", None, tetouan)])
    assert [m.collectivity_id for m in places.find(fold("مجلس جماعة تيطاون"))] == [tetouan]
    assert known_places().find(fold("مجلس جماعة تيطاون")) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("أولاد عيسى,commune,,ct-0001,,2026-11-27,same name", "decided_by missing"),
        ("أولاد عيسى,commune,,ct-0001,somebody,2026-11-27,", "reason missing"),
        ("أولاد عيسى,village,,ct-0001,somebody,2026-11-27,same name", "none of region, province"),
        ("أولاد عيسى,commune,,ct-0001,somebody,yesterday,same name", "Invalid isoformat"),
    ],
)
def test_a_decision_says_who_when_and_why(tmp_path: Path, line: str, problem: str) -> None:
    file = tmp_path / "reviewed_names.csv"
    file.write_text(HEAD + line + "\n", "utf-8")
    with pytest.raises(ValueError, match=problem):
        load_decisions(file)


def test_the_shipped_file_can_be_read() -> None:
    assert isinstance(load_decisions(), tuple)


def test_candidates_come_with_their_likeness() -> None:
    found = known_places().candidates("تطوانن")
    assert found[0][0].name_fr == "Tétouan" and 0.8 < found[0][1] < 1.0
    assert [score for _, score in known_places().candidates("أولاد عيسى")][:3] == [1.0, 1.0, 1.0]


def test_review_explains_a_name(sample_home: Home) -> None:
    def explain(text: str, *more: str) -> str:
        result = CliRunner().invoke(main, ["review", "--home", str(sample_home.root), "--explain", text, *more])
        assert result.exit_code == 0, result.output
        return result.output

    assert "the only one of its level" in explain("مجلس جماعة واد المثال")
    assert "no collectivity is named" in explain("واد المثال")
