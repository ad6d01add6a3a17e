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
from itertools import product
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

#: Stems of a pattern that asks for none: the empty string stands in every text.
ANY_TEXT = ("",)
#: More words than this are not told apart; more stems than this are looked for no faster than the pattern.
_MOST_WORDS, _MOST_STEMS = 256, 48
#: So much of a word tells it from most others.
_LONG_ENOUGH = 4
#: A set of letters with more is any letter.
_MOST_LETTERS = 6

#: The words that a part of a pattern is made of, where they are few; and stems of it, where it has any.
_Part = tuple[frozenset[str] | None, frozenset[str] | None]
_NOTHING = frozenset({""})
_UNKNOWN: _Part = (None, None)


def stems_of(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Stems of a compiled pattern, the shortest first; `ANY_TEXT` where it has none."""
    if pattern.flags & re.IGNORECASE:
        return ANY_TEXT
    words, stems = _of_all(_parser.parse(pattern.pattern, pattern.flags))
    best = _better(None if words is None else _as_stems(words), stems)
    return (best and _fewest(best)) or ANY_TEXT


def holds(text: str, stems: Iterable[str]) -> bool:
    """Whether one of some stems stands in a text."""
    for stem in stems:  # noqa: SIM110 - `any` with a generator takes twice as long, in the hottest place there is.
        if stem in text:
            return True
    return False


class Stemmed:
    """A compiled pattern that is tried only where one of its stems stands."""

    def __init__(self, pattern: str) -> None:
        self.regex = re.compile(pattern)
        self.pattern = pattern

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Made when first asked for: most patterns are never tried on a page's text."""
        return stems_of(self.regex)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first place in text[start:end] where it matches."""
        for stem in self.stems:
            if stem in text:
                return self.regex.search(text, start, end)
        return None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every place in text[start:end] where it matches."""
        for stem in self.stems:
            if stem in text:
                return self.regex.finditer(text, start, end)
        return iter(())

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Whether it matches right at `start`."""
        return self.regex.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Whether it matches the whole of text[start:end]."""
        for stem in self.stems:
            if stem in text:
                return self.regex.fullmatch(text, start, end)
        return None

    def findall(self, text: str) -> list[str]:
        """What every match holds."""
        for stem in self.stems:
            if stem in text:
                return self.regex.findall(text)
        return []

    def sub(self, replacement: str, text: str) -> str:
        """The text with every match replaced."""
        return self.regex.sub(replacement, text)

    def split(self, text: str) -> list[str]:
        """The text between its matches."""
        return self.regex.split(text)


def _of_all(parts: Any) -> _Part:
    """Of parts that stand one behind the other."""
    words: frozenset[str] = _NOTHING
    best: frozenset[str] | None = None
    is_whole = True
    for op, value in parts:
        if op is kinds.LITERAL:
            words = frozenset(w + chr(value) for w in words)
            continue
        more, stems = _of(op, value)
        best = _better(best, stems)
        if more is not None and len(words) * len(more) <= _MOST_WORDS:
            words = frozenset(a + b for a, b in product(words, more))
            continue
        is_whole = False
        best = _better(best, _as_stems(words))
        words = _NOTHING if more is None else more
    return (words if is_whole else None), _better(best, _as_stems(words))


def _of(op: Any, value: Any) -> _Part:
    if op in (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT):
        return _NOTHING, None
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
            return (None if words is None else words | _NOTHING), None
        if least == 0:
            return _UNKNOWN
        return None, _better(stems, None if words is None else _as_stems(words))
    return _UNKNOWN


def _letters(members: Any) -> frozenset[str] | None:
    """The letters of a set; None where they are many, or told by what they are not."""
    found: set[str] = set()
    for op, value in members:
        if op is kinds.LITERAL:
            found.add(chr(value))
        elif op is kinds.RANGE and value[1] - value[0] < _MOST_LETTERS:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= _MOST_LETTERS else None


def _of_either(branches: list[_Part]) -> _Part:
    words: frozenset[str] | None = frozenset()
    stems: frozenset[str] | None = frozenset()
    for some, needed in branches:
        words = None if words is None or some is None or len(words | some) > _MOST_WORDS else words | some
        own = _better(needed, None if some is None else _as_stems(some))
        stems = None if stems is None or own is None else stems | own
    return words, stems


def _as_stems(words: frozenset[str]) -> frozenset[str] | None:
    """Words as stems; None where one is empty, or says next to nothing."""
    return None if any(not w.strip() or (len(w) == 1 and w.isalnum()) for w in words) else words


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
        if not holds(word, kept):
            kept.append(word)
    return tuple(kept)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The stems that say more: long ones, and few."""
    if one is None or other is None:
        return other if one is None else one
    return max(one, other, key=lambda s: min(_LONG_ENOUGH, min(map(len, s))) - len(s) / 6)
