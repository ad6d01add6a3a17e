"""Which of everybody's stems stand in a text: each text is gone through once, by one automaton over all of them.

Hundreds of rules ask of the same sentence whether one of their stems stands in it. What stands in the texts that were
asked of last is held as one number, a bit for each rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property, reduce
from operator import or_
from typing import Generic, TypeVar

import ahocorasick

T = TypeVar("T")

#: One in so many of a text's characters.
_SMALL = 4
#: An automaton is made anew after so many questions that the last one could not answer: so much one costs.
_WORTH_MAKING = 4_000
#: What stands in texts of so many characters in all is held.
_HELD_CHARS = 1_000_000
#: A longer text is gone through once it was asked of so often: parts of one long line are many, and soon forgotten.
_LONG_CHARS, _OFTEN = 4_000, 32
#: Answers of one choice that are held.
_MOST_CHOICES = 4_096


class _Index:
    """The stems that were asked for, and the automaton over those that it knows."""

    def __init__(self) -> None:
        self.bits: dict[tuple[str, ...], int] = {}
        """Stems that the automaton knows → their bit."""
        self.waiting: set[tuple[str, ...]] = set()
        self.unanswered = 0
        self.masks: dict[str, int] = {}
        """Text → the bits of the stems that stand in it."""
        self.asked: dict[str, int] = {}
        """How often it was asked of long texts."""
        self._held_chars = 0
        self._everywhere = 0
        self._automaton: ahocorasick.Automaton | None = None

    def look(self, text: str) -> int | None:
        """The bits of the stems that stand in a text; None for a long text that is not worth going through yet."""
        mask = self.masks.get(text)
        if mask is not None:
            return mask
        if len(text) > _LONG_CHARS and (count := self.asked.get(text, 0)) < _OFTEN:
            if not count:
                self._hold(text)
            self.asked[text] = count + 1
            return None
        mask = self._everywhere
        if text and self._automaton is not None:
            for _, bits in self._automaton.iter(text):
                mask |= bits
        self._hold(text)
        self.masks[text] = mask
        return mask

    def _hold(self, text: str) -> None:
        """Make room for what stands in one more text."""
        if self._held_chars > _HELD_CHARS:
            self._forget()
        self._held_chars += len(text)

    def _forget(self) -> None:
        self.masks.clear()
        self.asked.clear()
        self._held_chars = 0

    def bit_of(self, stems: tuple[str, ...]) -> int:
        """The bit of some stems; none while the automaton does not know them."""
        if (bit := self.bits.get(stems)) is not None:
            return bit
        self.waiting.add(stems)
        self.unanswered += 1
        if self.unanswered >= _WORTH_MAKING:
            self._make()
        return self.bits.get(stems, 0)

    def _make(self) -> None:
        for stems in sorted(self.waiting):
            self.bits[stems] = 1 << len(self.bits)
        self.waiting.clear()
        self.unanswered = 0
        self._forget()
        bits_of: dict[str, int] = {}
        for stems, bit in self.bits.items():
            for stem in stems:
                bits_of[stem] = bits_of.get(stem, 0) | bit
        self._everywhere = bits_of.pop("", 0)
        self._automaton = ahocorasick.Automaton()
        for stem, bits in bits_of.items():
            self._automaton.add_word(stem, bits)
        self._automaton.make_automaton()


_INDEX = _Index()
_MASKS = _INDEX.masks


class Stems:
    """Strings of which one stands in every text that somebody looks for."""

    def __init__(self, stems: Iterable[str]) -> None:
        self.all = tuple(stems)
        self._bit = 0

    @property
    def bit(self) -> int:
        """Its bit among all stems; none as long as the automaton does not know it."""
        if not self._bit:
            self._bit = _INDEX.bit_of(self.all)
        return self._bit

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in a text."""
        bit = self._bit or self.bit
        mask = _MASKS.get(text)
        if bit and (mask is not None or (mask := _INDEX.look(text)) is not None):
            return mask & bit != 0
        return self._stand_apart(text)

    def stand_behind(self, text: str, start: int) -> bool:
        """Whether one of them stands in text[start:]; the end of a long text is looked at alone."""
        if start <= 0:
            return self.stand_in(text)
        is_small = (len(text) - start) * _SMALL < len(text)
        return (is_small or self.stand_in(text)) and self._stand_apart(text[start:])

    def stand_between(self, text: str, start: int, end: int) -> bool:
        """Whether one may stand in text[start:end]; a small part of a long text is looked at alone."""
        is_small = (min(end, len(text)) - start) * _SMALL < len(text)
        mask = _MASKS.get(text)
        if mask is None or not self._bit:
            if not is_small:
                return self.stand_in(text)
        elif not mask & self._bit:
            return False
        elif not is_small:
            return True
        part = text[start:end]
        mask = _MASKS.get(part)
        return self._stand_apart(part) if mask is None or not self._bit else mask & self._bit != 0

    def _stand_apart(self, text: str) -> bool:
        """The same without the automaton: stem after stem."""
        for stem in self.all:  # noqa: SIM110 - `any` with a generator takes twice as long, in the hottest of places.
            if stem in text:
                return True
        return False


@cache
def stems_from(words: tuple[str, ...]) -> Stems:
    """Stems that a reader gives as they are."""
    return Stems(words)


class Choice(Generic[T]):
    """Things of which those are tried whose stems stand in a text, asked of all at once."""

    def __init__(self, things: Iterable[T], stems_of: Callable[[T], Stems]) -> None:
        self._things = tuple(things)
        self._stems_of = stems_of
        self._mask: int | None = None
        """The bits of all; None as long as the automaton does not know each."""
        self._standing: dict[int, tuple[T, ...]] = {}

    @cached_property
    def _stems(self) -> tuple[Stems, ...]:
        return tuple(map(self._stems_of, self._things))

    def standing_in(self, text: str) -> Sequence[T]:
        """Those of which a stem stands in a text, in their order."""
        if self._mask is None:
            bits = [s.bit for s in self._stems]
            if not all(bits):
                return [t for t, stems in zip(self._things, self._stems, strict=True) if stems.stand_in(text)]
            self._mask = reduce(or_, bits, 0)
        mask = _INDEX.look(text)
        if mask is None:
            return [t for t, stems in zip(self._things, self._stems, strict=True) if stems.stand_in(text)]
        mask &= self._mask
        found = self._standing.get(mask)
        if found is None:
            if len(self._standing) >= _MOST_CHOICES:
                self._standing.clear()
            found = tuple(t for t, stems in zip(self._things, self._stems, strict=True) if stems.bit & mask)
            self._standing[mask] = found
        return found
