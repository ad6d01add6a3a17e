"""The set is what it says: large enough, the same bytes everywhere, its parts apart; and the scorer sees what is wrong."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from tests.accuracy import sixth_pages
from tests.accuracy.build import BANKS, pages, write
from tests.accuracy.predict import Reading
from tests.accuracy.score import DOC, Score, add_page, interval, is_reached, score_folder, table

#: Of all pages and labels. The closed part is frozen: its figures are worth nothing once it follows the rules.
DIGESTS = {
    "open": "bf91a9cbc232fddcab56ad9fcbd58df00c2b5e054992cd557dfca1e74f88a672",
    "closed": "25e0dae1e6b7caa9f37e58acf1eb26609b8643f278b0f06b9bccf81d5c3ea557",
}


@pytest.mark.parametrize("part", DIGESTS)
def test_the_set_is_the_same_bytes_everywhere(part: str, tmp_path: Path) -> None:
    write(tmp_path, part)
    digest = hashlib.sha256()
    for file in sorted(tmp_path.rglob("*")):
        if file.is_file():
            digest.update(file.relative_to(tmp_path).as_posix().encode() + b"\0" + file.read_bytes())
    assert digest.hexdigest() == DIGESTS[part]


def test_the_closed_part_holds_enough_of_everything() -> None:
    last = pages("closed")
    for name in ("sessions", "dates", "agenda", "votes", "amounts", "collectivities", "commitments", "milestones"):
        assert sum(len(getattr(p, name) or []) for p in last) >= 100, name
    assert sum(p.is_empty for p in last) >= 100
    assert len(pages("open")) + len(last) >= 600
    assert sum(p.is_plan_document for p in (*pages("open"), *last)) >= 20
    kinds = Counter(p.kind for p in last)
    assert sum(n >= 8 for n in kinds.values()) >= 12


def test_the_parts_share_no_bank_of_sentences() -> None:
    for name in ("VOTES_AR", "EMPTY_AR", "EMPTY_FR"):
        banks = [{x[0] for x in getattr(m, name)} for m in (*BANKS, sixth_pages)]
        assert all(not a & b for i, a in enumerate(banks) for b in banks[:i])


def gold(page: int) -> dict[str, object]:
    labels: dict[str, object] = pages("open")[page].labels()
    return labels


def test_the_scorer_counts_what_is_missed_and_what_is_wrong() -> None:
    labels = {
        "kind": "session_report", "sessions": [{"collectivity": "ct-a101", "kind": "ordinary", "year": 2025, "month": 10, "number": None}],
        "agenda": ["نقطة أولى", "نقطة ثانية"], "votes": [{"item": 1, "result": "adopted", "unanimous": True}], "amounts": ["250000"], "dates": [],
    }  # fmt: skip
    found = Reading("minutes")
    found.sessions = [{"collectivity": "ct-a102", "kind": "ordinary", "year": 2025, "month": 10, "number": 3}]
    found.agenda = ["نقطة أولى؛"]
    found.votes = [{"item": 2, "result": "adopted", "unanimous": True, "for": None, "against": None, "abstain": None}]
    found.amounts = ["250000.00"]
    score = Score()
    add_page(score, "p", labels, found)
    t = score.tallies
    assert (t["sessions"].right, t["sessions"].wrong, t["sessions"].expected) == (0, 1, 1)
    assert (t["agenda items"].right, t["agenda items"].found, t["agenda items"].expected, score.agenda_exact) == (
        1,
        1,
        2,
        0,
    )
    assert (t["votes"].right, t["votes"].wrong) == (0, 1)
    assert (t["amounts"].precision, t["amounts"].recall) == (1.0, 1.0)
    found.sessions[0]["collectivity"] = "ct-a101"
    again = Score()
    add_page(again, "p", labels, found)
    assert again.tallies["sessions"].recall == 1.0  # The label leaves the number open.


def test_facts_on_a_page_that_holds_none_are_false() -> None:
    score = Score()
    found = Reading("other", fact_count=2)
    add_page(score, "p", {"is_empty": True, "kind": "other"}, found)
    assert (score.empty_pages, score.false_facts) == (1, 2)


def test_intervals() -> None:
    low, high = interval(95, 100)
    assert (round(low, 3), round(high, 3)) == (0.888, 0.978)


def test_labels_are_json() -> None:
    assert json.loads(json.dumps(gold(0), ensure_ascii=False))["kind"] == "session_announcement"


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Score]:
    """Both parts, scored anew."""
    scores = {}
    for part in DIGESTS:
        folder = tmp_path_factory.mktemp(part)
        write(folder, part)
        scores[part] = score_folder(folder)
    return scores


@pytest.mark.parametrize("part", DIGESTS)
def test_the_goals_hold_and_the_committed_figures_are_these(measured: dict[str, Score], part: str) -> None:
    assert is_reached(measured[part]), "\n".join(table(measured[part]))
    text = DOC.read_text("utf-8")
    committed = text[text.index(f"<!-- {part} -->") : text.index(f"<!-- end {part} -->")].splitlines()[1:]
    assert committed == table(measured[part]), (
        "run: python -m tests.accuracy.score --write (and --part closed --write), and say why the figures moved"
    )
