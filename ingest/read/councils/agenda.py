"""Points that a document lists, each with what became of it: the outcome at its point, never at the page.

Four passes, each over what the one before it gave:

* `agenda_lines.classify`: what each line is by itself;
* `agenda_groups.group`: which lines are points: those below words that open an agenda, one form of mark each;
* `agenda_below.attach`: what the lines between them say: the rest of a title, an outcome, a point again;
* `decide`: what the heads of titles, headings and counts say, where nothing nearer does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.read.councils.agenda_below import attach
from ingest.read.councils.agenda_groups import Grouped, group
from ingest.read.councils.agenda_items import Agenda, Item, Said
from ingest.read.councils.agenda_lines import classify
from ingest.read.councils.agenda_patterns import NUMBERED, POINT_WORDS, THEM
from ingest.read.councils.agenda_titles import folded_at
from ingest.read.councils.outcomes import find_outcome
from ingest.read.lines import Line
from ingest.text.numbers import counted


@dataclass(frozen=True)
class Lists:
    """The points that are listed, and the lines that hold them."""

    items: list[Item]
    lines: frozenset[int]
    """Indices of lines that are points, rows or headings over points."""
    is_governed: bool
    """What became of the points stands above them: the list holds some of what was decided, not the agenda."""


def read_lists(text: str, lines: Sequence[Line]) -> Lists:
    """The points of a document's lists and tables, each with its outcome where one is stated."""
    marks = classify(lines)
    grouped = group(marks)
    agenda = Agenda([p.item for p in grouped.placed])
    used = attach(text, marks, grouped, agenda)
    _decide(agenda.items, _first_count(lines, grouped))
    return Lists(agenda.items, frozenset(grouped.lines | used), any(i.heading for i in agenda.items))


def _decide(items: list[Item], count: _Counted | None) -> None:
    """Points of which nothing else is said: the sentence that counts all of them, or their heading, speaks of them."""
    _take_leads(items)
    if count is not None and count.count == len(items) and all(i.said is None for i in items):
        for item in items:
            item.said = count.said
    for item in items:
        item.said = item.said or item.heading


def _take_leads(items: list[Item]) -> None:
    """What stands at the head of titles is their outcome where one of them certainly begins with its own."""
    if not any(i.said and i.said.outcome.end <= folded_at(i.said.line, i.start - i.said.line.start) for i in items):
        return
    for item in items:
        if item.lead is not None and item.said is None:
            item.said, item.start = item.lead.said, item.lead.start


@dataclass(frozen=True)
class _Counted:
    """'The council took up four points and adopted them unanimously': said ahead of the points, of so many."""

    said: Said
    count: int


def _first_count(lines: Sequence[Line], grouped: Grouped) -> _Counted | None:
    """The first sentence ahead of the points that counts them and says what became of them."""
    first = grouped.placed[0].index if grouped.placed else 0
    return next((c for line in lines[:first] if (c := _said_of_number(line)) is not None), None)


def _said_of_number(line: Line) -> _Counted | None:
    """'… four points and adopted them unanimously': an outcome of as many points as the sentence counts."""
    m = NUMBERED.search(line.text) if any(w in line.text for w in POINT_WORDS) else None
    if m is None or THEM.search(m["rest"]) is None:
        return None
    outcome = find_outcome(m["rest"])
    count = 2 if m["dual"] else counted(m)
    return None if outcome is None or not outcome.is_vote or count is None else _Counted(Said(outcome, line), count)
