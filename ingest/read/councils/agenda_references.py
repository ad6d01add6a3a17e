"""Lines that name points again: 'the third point: postponed', 'points 1 and 4 were adopted'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.read.councils.agenda_items import Agenda, Item, Said
from ingest.read.councils.agenda_patterns import PLACES, POINT_WORDS, RANGE, REFERENCE, RIGHT_AHEAD, SEVERAL
from ingest.read.councils.agenda_titles import folded_at
from ingest.read.councils.clause_heads import earlier_in
from ingest.read.councils.guard_rules import OUTSIDE_MEETING
from ingest.read.councils.outcomes import Outcome, find_outcome
from ingest.read.lines import Line
from ingest.text.numbers import ORDINALS, parse_number
from ingest.text.numerals.vocabulary import any_of

_ORDINAL = re.compile(any_of(ORDINALS))
#: A verb and its manner, ahead of a reference.
_AHEAD_CHARS = 60
#: Points in a row are no fewer.
_FEWEST = 2


def speak_of(item: Item, line: Line, start: int) -> None:
    """Take in what a line says, from an offset on, of a point that stands already."""
    item.decide(find_outcome(line.text, folded_at(line, start)), line)


def speak_of_some(agenda: Agenda, line: Line) -> bool:
    """'The second point was postponed' inside running text."""
    references = list(REFERENCE.finditer(line.text))
    is_said = False
    for several in [*SEVERAL.finditer(line.text), *PLACES.finditer(line.text)]:
        stop = line.text.find(".", several.end())
        outcome = _right_ahead(line.text, several.start()) or find_outcome(
            line.text[: stop if stop > 0 else len(line.text)], several.end()
        )
        for number in _places_of(several) if several.re is PLACES else _span_of(several.group()):
            if (item := agenda.by_number(number)) is not None and outcome is not None:
                item.decide(outcome, line)
                is_said = True
    for i, m in enumerate(references):
        item = agenda.by_number(_number_of(m))
        before = references[i - 1].end() if i else 0
        until = references[i + 1].start() if i + 1 < len(references) else len(line.text)
        outcome = _outcome_around(line.text, m, before, until)
        if item is not None and outcome is not None and item.said is None:
            item.said = Said(outcome, line)
            is_said = True
    return is_said


def _outcome_around(text: str, m: re.Match[str], before: int, until: int) -> Outcome | None:
    """The outcome in the sentence of a reference, behind it or else ahead of it, inside [before, until)."""
    if (ahead := _right_ahead(text, m.start())) is not None:
        return ahead
    stop = text.find(".", m.end(), until)
    outcome = find_outcome(text[: stop if stop > 0 else until], m.end())
    if outcome is not None:
        return outcome
    return find_outcome(text[: m.start()], max(before, text.rfind(".", 0, m.start()) + 1))


def outcomes_of_numbers(text: str, start: int, end: int) -> dict[int, Outcome | None]:
    """Number of each point that folded words at [start, end) name → what is said behind it."""
    references = REFERENCE.finditer(text, start, end)
    named = [(m.end(), [n]) for m in references if (n := _number_of(m)) is not None]
    named += [(m.end(), _span_of(m.group())) for m in SEVERAL.finditer(text, start, end)]
    found: dict[int, Outcome | None] = {}
    for at, numbers in named:
        outcome = find_outcome(text[:end], at)
        found |= dict.fromkeys(numbers, outcome)
    return found


def _places_of(m: re.Match[str]) -> list[int]:
    """The numbers of points that are named by their places."""
    if row := m["row"] or m["row_fr"]:
        return [ORDINALS[o] for o in _ORDINAL.findall(row)]
    said = next((m[name] for name in ("n", "n_fr", "n_en") if m[name]), "")
    count = 2 if m["two"] else parse_number(said)
    return list(range(1, count + 1)) if count is not None else []


def speak_of_told(items: Sequence[Item], lines: Sequence[Line], month: int | None) -> None:
    """Outcomes that sentences state of points told in prose by their numbers: 'the second point had their consent'."""
    if len(items) < _FEWEST or all(i.said is not None for i in items):
        return
    agenda = Agenda(list(items))
    for line in lines:
        if not any(w in line.text for w in POINT_WORDS) and "item" not in line.text:
            continue
        if earlier_in(line.text, 0, len(line.text), month) is None and not OUTSIDE_MEETING.search(line.text):
            speak_of_some(agenda, line)


def _span_of(words: str) -> list[int]:
    """'1, 2 and 4', '1 to 5'."""
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    if len(numbers) == 2 and RANGE.search(words) and numbers[0] < numbers[1]:
        return list(range(numbers[0], numbers[1] + 1))
    return numbers


def _right_ahead(text: str, at: int) -> Outcome | None:
    """The outcome whose verb stands right ahead of a reference, its manner between: 'and put off point 3'."""
    low = max(0, at - _AHEAD_CHARS)
    found: Outcome | None = None
    while (outcome := find_outcome(text[:at], found.end if found else low)) is not None:
        found = outcome
    return found if found is not None and RIGHT_AHEAD.fullmatch(text[found.end : at]) else None


def _number_of(m: re.Match[str]) -> int | None:
    words = next((g for g in m.groups() if g), None)
    return None if words is None else int(words) if words.isdigit() else ORDINALS.get(words)
