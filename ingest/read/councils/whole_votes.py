"""Votes on all points of a session at once, and on those that a sentence excepts from them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ingest.read.councils import act_rules as rules
from ingest.read.councils import guard_rules
from ingest.read.councils.agenda_items import Item, Said
from ingest.read.councils.agenda_references import numbers_in
from ingest.read.councils.clauses import earlier_in, sentences_of
from ingest.read.councils.outcomes import Outcome, find_outcome
from ingest.read.lines import Line
from ingest.read.rules import tell


@dataclass(frozen=True)
class _All:
    """A sentence about all points, and what it excepts."""

    line: Line
    outcome: Outcome
    excepted: Outcome | None = None
    numbers: tuple[int, ...] = ()
    has_exception: bool = False
    is_rest: bool = False
    """It speaks of the points that are left."""
    is_agenda: bool = False
    """It speaks of the agenda as one: nothing is said of any single point."""


def decide_all(items: Sequence[Item], lines: Sequence[Line], listed: Collection[int], month: int | None) -> list[Said]:
    """Give points without an outcome that of a sentence about all; the votes on the session where it says no more."""
    found: list[Said] = []
    for line in lines:
        if line.index in listed:
            continue
        for start, end in sentences_of(line.text):
            spoken = _all_in(line, start, end, month)
            if spoken is not None:
                found += _decide(items, spoken)
    return found[:2]


def _decide(items: Sequence[Item], spoken: _All) -> list[Said]:
    """The votes on the session that one sentence states, once it has spoken of the points that stand."""
    is_unnamed = spoken.has_exception and not spoken.numbers
    known = {i.number for i in items if i.number is not None}
    others = [i for i in items if i.said is not None and i.said.line is spoken.line]
    if items and not spoken.is_agenda and (not is_unnamed or others):
        is_taken = False
        for item in items:
            is_excepted = item.number in spoken.numbers or (not known and item.order in spoken.numbers)
            outcome = spoken.excepted if is_excepted else spoken.outcome
            if item.said is None and outcome is not None:
                item.decide(outcome, spoken.line)
                is_taken = True
        return [] if is_taken or not spoken.is_rest else [Said(spoken.outcome, spoken.line)]
    if items and all(i.said is not None for i in items):
        return []
    votes = [Said(spoken.outcome, spoken.line)]
    if spoken.excepted is not None:
        votes.append(Said(spoken.excepted, spoken.line))
    return votes


def _all_in(line: Line, start: int, end: int, month: int | None) -> _All | None:
    """What a sentence says of all points; None where it speaks of some, of another session, of no outcome."""
    text = line.text
    m = rules.ALL_POINTS.search(text, start, end)
    agenda = rules.WHOLE_AGENDA.search(text, start, end) if m is None else None
    if agenda is not None and line.index > 0 and rules.CLOSED.search(text, start, end) is None:
        agenda = None
    at = m or agenda
    if (
        at is None
        or earlier_in(text, start, end, month) is not None
        or guard_rules.OUTSIDE_MEETING.search(text, start, end)
    ):
        return None
    cut = rules.EXCEPTING.search(text, start, end)
    if cut is None:
        outcome = find_outcome(text[:end], start)
        excepted = None
        numbers: tuple[int, ...] = ()
    elif cut.start() > at.start():
        outcome = find_outcome(text[: cut.start()], start)
        excepted = find_outcome(text[:end], cut.end())
        numbers = numbers_in(text, cut.end(), end)
    else:
        outcome = find_outcome(text[:end], at.start())
        excepted = find_outcome(text[: at.start()], cut.end())
        numbers = numbers_in(text, cut.end(), at.start())
    if outcome is None and agenda is not None:
        outcome = replace(_PLAIN, start=agenda.start(), end=agenda.end())
    if outcome is None or not outcome.is_vote:
        return None
    tell((rules.ALL_POINTS if m else rules.WHOLE_AGENDA).id, at.group(), text[start : start + 40])
    is_rest = m is not None and rules.REST.search(m.group()) is not None
    return _All(line, outcome, excepted, numbers, cut is not None, is_rest, m is None)


#: 'by approving its agenda': no more is said.
_PLAIN = Outcome("adopted", False, None, None, None, "unstated", 0, 0)
