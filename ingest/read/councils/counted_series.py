"""Matters that a sentence counts and then names: 'three matters were before the council: A, B and, finally, C'.

The count is what makes them certain: where the words behind it do not fall into as many parts, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ingest.read.councils import clause_rules, series_rules
from ingest.read.councils.act_words import trimmed
from ingest.read.rules import tell
from ingest.text.numbers import counted

#: The words of a matter are no fewer and no more characters.
_MIN_CHARS, _MAX_CHARS = 8, 200
#: Fewer matters are no series, more stand in a list.
_MIN_COUNT, _MAX_COUNT = 2, 12
#: So many of a sentence's characters say where a rule spoke.
_PLACE_CHARS = 40
_Piece = tuple[int, int]


def counted_series(text: str, start: int, end: int) -> list[_Piece]:
    """Folded offsets of the matters that the sentence at [start, end) counts and names; none unless all of them."""
    for m in clause_rules.COUNTED_MATTERS.finditer(text, start, end):
        count = 2 if m["dual"] else counted(m)
        opening = series_rules.NAMES_THEM.regex.match(text, m.end(), end)
        if count is None or not _MIN_COUNT <= count <= _MAX_COUNT or opening is None:
            continue
        for split in (_at_marks, _at_joints):
            found = _pieces(text, opening.end(), end, split)
            if any(series_rules.LINKED.regex.match(text, a, b) for a, b in found):
                continue  # 'the first concerns …, the second …': points by their places.
            if len(found) == count and all(_MIN_CHARS <= b - a <= _MAX_CHARS for a, b in found):
                tell(series_rules.NAMES_THEM.id, text[m.start() : opening.end()], text[start : start + _PLACE_CHARS])
                return found
    return []


def repeated_series(text: str, start: int, end: int) -> list[_Piece]:
    """Matters behind one verb, its preposition said again before each: 'debated du règlement, de la grille et du …'."""
    opening = series_rules.BEFORE_THEM.search(text, start, end)
    if opening is None:
        return []
    found = _pieces(text, opening.end(), end, _at_joints)
    if len(found) < _MIN_COUNT or not all(_MIN_CHARS <= b - a <= _MAX_CHARS for a, b in found):
        return []
    if sum(clause_rules.ACT_BEGINS.search(text[a:b]) is not None for a, b in found) * 2 <= len(found):
        return []
    tell(series_rules.BEFORE_THEM.id, opening.group(), text[start : start + _PLACE_CHARS])
    return found


def _at_marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return series_rules.STRONG.finditer(text, start, end)


def _at_joints(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return series_rules.WEAK.finditer(text, start, end)


def _pieces(text: str, start: int, end: int, split: Callable[[str, int, int], Iterator[re.Match[str]]]) -> list[_Piece]:
    """The parts of [start, end), each up to where something is said of it; what only says that is no part."""
    found: list[_Piece] = []
    at = start
    for stop, begin in [*((m.start(), m.end()) for m in split(text, start, end)), (end, end)]:
        if series_rules.ORDER.regex.fullmatch(text, at, begin) is not None:
            continue  # 'and, finally, the …': which it is, then the matter.
        if series_rules.SAID_OF_IT.regex.match(text, at, stop) is None:
            if (order := series_rules.ORDER.regex.match(text, at, stop)) is not None:
                at = order.end()
            first, last = trimmed(text, at, stop)
            about = (
                series_rules.SAID_BEHIND.search(text, first + _MIN_CHARS, last) if last - first > _MIN_CHARS else None
            )
            found.append(trimmed(text, first, about.start() if about else last))
        at = begin
    return found
