"""Stems of a pattern: strings of which one stands in every text that the pattern matches.

Python's engine tries each alternative of a long list of words at each letter; whether one of a few strings stands in a
text is found some ten times faster. Most sentences hold none of them, and there the pattern is not tried at all. The
stems are taken from the pattern itself, so that they cannot fall behind it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from ingest.text.standing import Stems

#: Stems of a pattern that asks for none: the empty string stands in every text.
ANY_TEXT = ("",)
#: More words than this are not told apart; more stems than this are looked for no faster than the pattern.
_MOST_WORDS, _MOST_STEMS = 128, 48
#: So much of a word tells it from most others.
_LONG_ENOUGH = 4
#: A set of letters with more is any letter.
_MOST_LETTERS = 6

#: What a part of a pattern begins with → whether that is all of it; None where nothing is known.
_Words = dict[str, bool]
#: The words that a part begins with, and strings of which one stands in each of its matches.
_Part = tuple[_Words | None, frozenset[str] | None]
_UNKNOWN: _Part = (None, None)


def stems_of(pattern: re.Pattern[str]) -> Stems:
    """Stems of a compiled pattern, the shortest first; `ANY_TEXT` where it has none."""
    if pattern.flags & re.IGNORECASE:
        return Stems(ANY_TEXT)
    words, stems = _of_all(_parser.parse(pattern.pattern, pattern.flags))
    best = _better(_as_stems(words), stems)
    return Stems((best and _fewest(best)) or ANY_TEXT)


class Stemmed:
    """A compiled pattern that is tried only where one of its stems stands."""

    def __init__(self, pattern: str) -> None:
        self.regex = re.compile(pattern)
        self.pattern = pattern

    @cached_property
    def stems(self) -> Stems:
        """Made when first asked for: most patterns are never tried on a page's text."""
        return stems_of(self.regex)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first place in text[start:end] where it matches."""
        return self.regex.search(text, start, end) if self.stems.stand_between(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every place in text[start:end] where it matches."""
        return self.regex.finditer(text, start, end) if self.stems.stand_between(text, start, end) else iter(())

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Whether it matches right at `start`."""
        return self.regex.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Whether it matches the whole of text[start:end]."""
        return self.regex.fullmatch(text, start, end) if self.stems.stand_between(text, start, end) else None

    def findall(self, text: str) -> list[str]:
        """What every match holds."""
        return self.regex.findall(text) if self.stems.stand_in(text) else []

    def sub(self, replacement: str, text: str) -> str:
        """The text with every match replaced."""
        return self.regex.sub(replacement, text)

    def split(self, text: str) -> list[str]:
        """The text between its matches."""
        return self.regex.split(text)


def _of_all(parts: Any) -> _Part:
    """Of parts that stand one behind the other."""
    first: _Words | None = None
    """What the first of them begin with, once that is settled."""
    run: _Words = {"": True}
    best: frozenset[str] | None = None
    for words, stems in _pieces(parts):
        best = _better(best, stems)
        longer = _joined(run, words)
        if longer is None:
            run = dict.fromkeys(run, False)
            first, best = (run if first is None else first), _better(best, _as_stems(run))
            longer = {"": True} if words is None else words
        run = longer
    return (run if first is None else first), _better(best, _as_stems(run))


def _pieces(parts: Any) -> Iterator[_Part]:
    """What is known of each part, letters that follow one another taken together."""
    letters = ""
    for op, value in parts:
        if op is kinds.LITERAL:
            letters += chr(value)
            continue
        if letters:
            yield {letters: True}, None
            letters = ""
        yield _of(op, value)
    if letters:
        yield {letters: True}, None


def _joined(run: _Words, words: _Words | None) -> _Words | None:
    """Words with what follows them; None where that is unknown, or too much."""
    whole = [w for w, is_all in run.items() if is_all]
    if words is None or not whole or len(run) + len(whole) * (len(words) - 1) > _MOST_WORDS:
        return None
    found = {w: False for w, is_all in run.items() if not is_all}
    for w in whole:
        for more, is_all in words.items():
            found[w + more] = found.get(w + more, True) and is_all
    return found


def _of(op: Any, value: Any) -> _Part:
    if op in (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT):
        return {"": True}, None
    if op is kinds.IN:
        return _letters(value), None
    if op is kinds.SUBPATTERN:
        _, added, _, inner = value
        return _UNKNOWN if added & re.IGNORECASE else _of_all(inner)
    if op is kinds.ATOMIC_GROUP:
        return _of_all(value)
    if op is kinds.BRANCH:
        return _of_either([_of_all(branch) for branch in value[1]])
    if op in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
        least, most, inner = value
        words, stems = _of_all(inner)
        if (least, most) == (0, 1):
            return (None if words is None else {**words, "": True}), None
        if least == 0:
            return _UNKNOWN
        return (None if words is None else dict.fromkeys(words, False)), stems
    return _UNKNOWN


def _letters(members: Any) -> _Words | None:
    """The letters of a set; None where they are many, or told by what they are not."""
    found: set[str] = set()
    for op, value in members:
        if op is kinds.LITERAL:
            found.add(chr(value))
        elif op is kinds.RANGE and value[1] - value[0] < _MOST_LETTERS:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return dict.fromkeys(found, True) if len(found) <= _MOST_LETTERS else None


def _of_either(branches: list[_Part]) -> _Part:
    words: _Words | None = {}
    stems: frozenset[str] | None = frozenset()
    for some, needed in branches:
        if words is not None:
            words = None if some is None else {**words, **{w: a and words.get(w, True) for w, a in some.items()}}
        own = _better(needed, _as_stems(some))
        stems = None if stems is None or own is None else stems | own
    return (_cut(words) if words is not None and len(words) > _MOST_WORDS else words), stems


def _cut(words: _Words) -> _Words | None:
    """Many words by their beginnings."""
    cut = {w[:_LONG_ENOUGH]: False for w in words}
    return cut if len(cut) <= _MOST_WORDS else None


def _as_stems(words: _Words | None) -> frozenset[str] | None:
    """Words as stems; None where one is empty, or says next to nothing."""
    if words is None or any(not w.strip() or (len(w) == 1 and w.isalnum()) for w in words):
        return None
    return frozenset(words)


def _fewest(words: frozenset[str]) -> tuple[str, ...] | None:
    """Stems that are in all of the words: none that holds another, less of each where they are many.

    None where they stay too many.
    """
    for length in (None, _LONG_ENOUGH, _LONG_ENOUGH - 1):
        kept = without_longer(words if length is None else (_beginning(w, length) for w in words))
        if len(kept) <= _MOST_STEMS * (1 if length == _LONG_ENOUGH - 1 else 0.75):
            return kept
    return None


def _beginning(word: str, length: int) -> str:
    """The first letters of a word, behind its Arabic article."""
    bare = word.strip().removeprefix("ال")
    return bare[:length] if len(bare) >= length else word


def without_longer(words: Iterable[str]) -> tuple[str, ...]:
    """Words, the shortest first, without those that hold another of them."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda w: (len(w), w)):
        if not any(other in word for other in kept):
            kept.append(word)
    return tuple(kept)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The stems that say more: long ones, and few."""
    if one is None or other is None:
        return other if one is None else one
    return max(one, other, key=lambda s: min(_LONG_ENOUGH, min(map(len, s))) - len(s) / 6)
