"""Points and outcomes of pages in prose and in lists, written before the rules that read them (`acts.yml`)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from rapidfuzz import fuzz

from ingest.read.councils.acts import read_acts
from ingest.read.councils.outcomes import Outcome
from ingest.text.fold import fold

PAGES = [
    page
    for name in (
        "acts.yml",
        "acts_2.yml",
        "acts_3.yml",
        "acts_4.yml",
        "acts_5.yml",
        "acts_6.yml",
        "acts_7.yml",
        "acts_8.yml",
        "acts_9.yml",
        "acts_10.yml",
    )
    for page in yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))
]
#: A title is the right one when so much of it agrees: an article at its head is neither right nor wrong.
_ALIKE = 92


def _letters(outcome: Outcome | None) -> str:
    """The outcome of a point as `acts.yml` writes it."""
    if outcome is None or not outcome.is_vote:
        return "-"
    letter = "u" if outcome.is_unanimous and outcome.result == "adopted" else outcome.result[0]
    counts = [outcome.for_count, outcome.against_count, outcome.abstention_count]
    if all(c is None for c in counts):
        return letter
    return f"{letter} {'/'.join('' if c is None else str(c) for c in counts)}"


def _bare(title: str) -> str:
    return re.sub(r"\W+", " ", fold(title)).strip()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p["name"])
def test_points_and_outcomes(page: dict[str, Any]) -> None:
    text = page["text"]
    acts = read_acts(text, is_announced=page.get("announced", False), month=page.get("month"))
    found = [(i.title(text), _letters(i.outcome)) for i in acts.items]
    wanted = list(page["points"].items())
    assert [o for _, o in found] == [o for _, o in wanted], found
    assert all(fuzz.ratio(_bare(f), _bare(w)) >= _ALIKE for (f, _), (w, _) in zip(found, wanted, strict=True)), found
    assert [_letters(s.outcome) for s in acts.whole] == page.get("whole", [])
