"""Votes on all points of a session at once, and on those that a sentence excepts from them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.read.councils import guard_rules
from ingest.read.councils import whole_rules as rules
from ingest.read.councils.act_rules import ADOPTED_ON
from ingest.read.councils.act_words import trimmed
from ingest.read.councils.agenda_items import Item, Said
from ingest.read.councils.agenda_references import outcomes_of_numbers
from ingest.read.councils.clause_heads import earlier_in, sentences_of
from ingest.read.councils.clause_rules import ACT_BEGINS
from ingest.read.councils.outcomes import Outcome, find_outcome, outcome_of
from ingest.read.councils.titles_alike import are_alike, content_of
from ingest.read.lines import Line
from ingest.read.rules import tell
from ingest.text.fold import fold
from ingest.text.numbers import ORDINALS

#: Ahead of what an Arabic verb takes.
_ON = fold("على")
_COUNT = re.compile(r"\d{1,3}")
#: A shorter title names nothing.
_TITLE_CHARS = 8
#: 'by approving its agenda': no more is said.
_PLAIN = Outcome("adopted", False, None, None, None, "unstated", 0, 0)


@dataclass(frozen=True)
class _Exception:
    """What a sentence excepts from all points."""

    outcome: Outcome | None
    """What is said of it as a whole."""
    numbers: Mapping[int, Outcome | None]
    """Number of each point that it names → what is said of that one."""
    words: tuple[int, int]
    """Folded offsets of what it names."""


@dataclass(frozen=True)
class _All:
    """A sentence about all points."""

    line: Line
    outcome: Outcome
    exception: _Exception | None
    is_agenda: bool
    """It speaks of the agenda as one: nothing is said of any single point."""
    is_rest: bool
    """It speaks of the points that are left."""
    count: int | None
    """Of so many points."""


def decide_all(
    text: str, items: list[Item], lines: Sequence[Line], listed: Collection[int], month: int | None
) -> list[Said]:
    """Give points without an outcome that of a sentence about all; the votes on the session where it says no more.

    A point that only such a sentence names, as excepted from all, is added to the points.
    """
    found: list[Said] = []
    told = [
        spoken
        for line in lines
        if line.index not in listed
        for start, end in sentences_of(line.text)
        if (spoken := _all_in(line, start, end, month)) is not None
    ]
    # A headline says it in short: what the page says comes first.
    for spoken in sorted(told, key=lambda t: t.line.index == 0):
        is_short = spoken.line.index == 0 and not spoken.outcome.is_unanimous and len(told) > 1
        if not is_short or spoken.outcome.result not in (t.outcome.result for t in told if t is not spoken):
            found += _decide(text, items, spoken)
    unique = {said.outcome.result: said for said in reversed(found)}
    return [said for said in found if unique[said.outcome.result] is said]


def _decide(text: str, items: list[Item], spoken: _All) -> list[Said]:
    """The votes on the session that one sentence states, once it has spoken of the points that stand."""
    exception = spoken.exception
    votes = [Said(spoken.outcome, spoken.line)]
    if (
        exception is not None
        and not exception.numbers
        and (one := _excepted(text, items, exception, spoken.line)) is not None
    ):
        others = [i for i in items if i is not one]
        is_taken = _give(others, replace(spoken, exception=None))
        if one not in items:
            items.append(one)
        return [] if is_taken or (others and not spoken.is_rest) else votes
    if exception is not None and exception.outcome is not None:
        votes.append(Said(exception.outcome, spoken.line))
    if not items:
        return votes
    if spoken.is_agenda:
        return [] if all(i.said is not None for i in items) else votes
    is_named = any(i.said is not None and i.said.line is spoken.line for i in items)
    are_found = exception is not None and any(_number_in(items, i, exception.numbers) is not None for i in items)
    if exception is not None and not are_found and not is_named:
        return [] if all(i.said is not None for i in items) else votes  # Which point is excepted nobody can say.
    is_taken = _give(items, spoken)
    are_excepted = exception is not None and all(i.said is not None and i.said.line is spoken.line for i in items)
    if are_excepted and not is_taken:
        return votes[:1]  # The points that stand are those that it excepts.
    is_more = spoken.is_rest or (spoken.count is not None and spoken.count > len(items))
    return votes[:1] if is_more and not is_taken else []


def _excepted(text: str, items: Sequence[Item], exception: _Exception, line: Line) -> Item | None:
    """The point that a sentence excepts by what it is about, with what is said of it; None where that is uncertain."""
    start, end = exception.words
    outcome = exception.outcome
    place = rules.PLACE_ALONE.regex.match(line.text[start:end])
    if outcome is None or not outcome.is_vote:
        return None
    if rules.LAST_NAMED.regex.match(line.text[start:end]) is not None:
        one = items[-1] if items else None
    elif place is not None:
        number = ORDINALS.get(place["o"])
        one = next((i for i in items if (i.number or i.order) == number), None)
    elif (named := rules.DECISION_NAMED.regex.match(line.text[start:end])) is not None:
        number = int(named["n"])
        one = next((i for i in items if number in (i.decision_number, i.number)), None)
    else:
        about = rules.ONE_ABOUT.regex.match(line.text[start:end])
        start += about.end() if about is not None else 0
        relative = rules.DESCRIBES.search(line.text, start, end)
        start, end = trimmed(line.text, start, relative.start() if relative is not None else end)
        words = line.text[start:end]
        same = [i for i in items if content_of(words) and are_alike(words, i.title(text))] if items else []
        one = same[0] if len(same) == 1 else None
        if not same and len(words) >= _TITLE_CHARS and (about is not None or ACT_BEGINS.search(words) is not None):
            first, last = line.folded.span(start, end)
            one = Item(None, 0, first, last)
    if one is not None and one.said is None:
        one.decide(outcome, line)
        return one
    return None


def _give(items: Sequence[Item], spoken: _All) -> bool:
    """Give each point of which nothing is said what is said of all, or of the excepted; whether any took it."""
    numbers = spoken.exception.numbers if spoken.exception is not None else {}
    is_taken = False
    for item in items:
        number = _number_in(items, item, numbers)
        outcome = spoken.outcome if number is None else numbers.get(number, spoken.outcome)
        if item.said is None and outcome is not None:
            item.decide(outcome, spoken.line)
            is_taken = True
    return is_taken


def _number_in(items: Sequence[Item], item: Item, numbers: Mapping[int, Outcome | None]) -> int | None:
    """The number by which a sentence excepts a point: its own, its place where none has one, or its decision's."""
    own = item.number if any(i.number is not None for i in items) else item.order
    names = (item.decision_number,) if any(i.decision_number is not None for i in items) else (own,)
    return next((n for n in (*names, own) if n is not None and n in numbers), None)


def _all_in(line: Line, start: int, end: int, month: int | None) -> _All | None:
    """What a sentence says of all points; None where it speaks of some, of another session, of no outcome."""
    text = line.text
    named = list(rules.ALL_POINTS.finditer(text, start, end))
    points = next((m for m in named if _COUNT.search(m.group())), named[0] if named else None)
    at = points or _whole_agenda(line, start, end)
    if at is None or earlier_in(text, start, end, month) is not None:
        return None
    if guard_rules.OUTSIDE_MEETING.search(text, start, end) is not None:
        return None
    outcome, exception = _outcomes(text, start, end, at)
    if (outcome is None or not outcome.is_vote) and (m := ADOPTED_ON.search(text, start, at.end() + 1)):
        outcome = outcome_of(text, m.start(), end, "adopted")  # 'were discussed and adopted'.
    if points is not None and line.index == 0 and rules.PUTS_OFF.search(text[: points.start()]) is not None:
        outcome = replace(_PLAIN, result="postponed", start=at.start(), end=at.end())
    is_title = line.index == 0 and rules.PRESENT.search(text, start, end) is not None
    if outcome is None and (points is None or is_title):
        outcome = replace(_PLAIN, start=at.start(), end=at.end())
    if outcome is None or not outcome.is_vote:
        return None
    tell((rules.ALL_POINTS if points else rules.WHOLE_AGENDA).id, at.group(), text[start : start + 40])
    is_rest = rules.REST.search(at.group()) is not None
    count = _COUNT.search(at.group())
    return _All(line, outcome, exception, points is None, is_rest, int(count.group()) if count else None)


def _whole_agenda(line: Line, start: int, end: int) -> re.Match[str] | None:
    """The agenda as what was adopted: in a title or where a session ends; at its beginning that is a matter of form."""
    m = rules.WHOLE_AGENDA.search(line.text, start, end)
    if m is None:
        return None
    is_all = line.index == 0 or rules.CLOSED.search(line.text, start, end) or rules.ALL_OF_IT.search(m.group())
    return m if is_all else None


def _outcomes(text: str, start: int, end: int, at: re.Match[str]) -> tuple[Outcome | None, _Exception | None]:
    """What became of all points, and of those that the same sentence excepts, ahead of them or behind."""
    cut = rules.EXCEPTING.search(text, start, end)
    if cut is None:
        return _of_all(text, start, end, at), None
    if cut.start() > at.start():
        excepted = find_outcome(text[:end], cut.end())
        words = (cut.end(), excepted.start if excepted is not None else end)
        exception = _Exception(excepted, outcomes_of_numbers(text, cut.end(), end), words)
        return _of_all(text, start, cut.start(), at), exception
    ahead = _outcomes_in(text, cut.end(), at.start())
    main = find_outcome(text[:end], at.start()) or (ahead[-1] if len(ahead) > 1 else None)
    excepted = next((o for o in ahead if o is not main), None)
    words = (cut.end(), excepted.start if excepted is not None else at.start())
    return main, _Exception(excepted, outcomes_of_numbers(text, cut.end(), at.start()), words)


def _of_all(text: str, start: int, end: int, at: re.Match[str]) -> Outcome | None:
    """The outcome of all points: of the verb that takes them, else of the one behind them, else of one ahead."""
    ahead = [o for o in _outcomes_in(text, start, end) if o.start < at.start() and o.is_vote]
    if ahead and (text[: at.start()].rstrip().endswith(_ON) or at.group().startswith(_ON)):
        return ahead[-1]
    behind = find_outcome(text[:end], at.start())
    return behind if behind is not None and behind.is_vote else (ahead[-1] if ahead else behind)


def _outcomes_in(text: str, start: int, end: int) -> list[Outcome]:
    """Every outcome of folded words at [start, end), in order."""
    found: list[Outcome] = []
    while (outcome := find_outcome(text[:end], found[-1].end if found else start)) is not None:
        found.append(outcome)
    return found
