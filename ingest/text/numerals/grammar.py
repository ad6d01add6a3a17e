"""What a phrase of digits and words says: units, tens, hundreds, groups of a thousand, a million, a milliard, halves.

A number is read whole, or the reading says where it stopped. One grammar serves three languages; what they do
differently is said where it is done. Nothing is guessed: "ثلث" (a third), a range, two numbers in a row are not read.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ingest.text.numerals import figures
from ingest.text.numerals.phrases import MAX_TOKENS, Phrase, Token
from ingest.text.numerals.vocabulary import LANGUAGES, SCALES, Kind, Sense

#: French tens that take ten to nineteen as well: soixante-dix, quatre-vingt-onze.
_OF_TWENTY = (60, 80)
#: "vingt et un", "soixante et onze": no other unit is joined to its ten in French.
_JOINED = (1, 11)


class Reading(NamedTuple):
    """What the first tokens of a phrase say."""

    value: Decimal | None
    """None where not even the first of them says a number."""
    read: int
    """So many tokens were read; fewer than there are where it stopped."""


def read_phrase(phrase: Phrase) -> Decimal | None:
    """The number that a whole phrase says; None where a part of it stays unread, or languages disagree."""
    if len(phrase.tokens) > MAX_TOKENS:
        return None
    values = {r.value for r in readings(phrase.tokens) if r.read == len(phrase.tokens)}
    return values.pop() if len(values) == 1 else None


def readings(tokens: tuple[Token, ...]) -> list[Reading]:
    """How each language reads the tokens of a phrase; a number in digits alone is of none, and read once."""
    if all(t.is_digits for t in tokens):
        return [_Reader("", tokens).read()]
    return [
        _Reader(language, tokens).read()
        for language in LANGUAGES
        if all(t.is_digits or t.sense(language) for t in tokens)
    ]


@dataclass(frozen=True)
class _Part:
    """A part of a sum at tokens up to `end`: three hundred thousand of a million three hundred thousand."""

    value: Decimal
    size: Decimal
    """Its last scale; 1 where it has none. What follows is smaller."""
    end: int


@dataclass(frozen=True)
class _Reader:
    """Reads the tokens of one phrase in one language."""

    language: str
    tokens: tuple[Token, ...]

    def read(self) -> Reading:
        """The sum of the parts, each smaller than the scale of the one before it."""
        total, at = Decimal(0), 0
        size: Decimal | None = None
        while at < len(self.tokens):
            part = self._first(at) if size is None else self._following(at, size)
            if part is None:
                break
            total, at, size = total + part.value, part.end, part.size
        return Reading(total if at else None, at)

    def _kind(self, at: int) -> Kind | None:
        sense = self._sense(at)
        return None if sense is None else sense.kind

    def _sense(self, at: int) -> Sense | None:
        return self.tokens[at].sense(self.language) if at < len(self.tokens) else None

    def _value(self, at: int) -> Decimal:
        sense = self._sense(at)
        assert sense is not None
        return sense.value

    def _is_joined(self, at: int, *joints: str) -> bool:
        return at < len(self.tokens) and self.tokens[at].joint in joints

    def _first(self, at: int) -> _Part | None:
        """The first part: a scale alone is one of it, but thousands or millions without a number count nothing."""
        if self._kind(at) == "zero":
            return _Part(Decimal(0), Decimal(1), at + 1)
        return self._part(at)

    def _following(self, at: int, size: Decimal) -> _Part | None:
        """A further part of a sum, below the scale before it: ", and three hundred", "and a half"."""
        if size == 1:
            return None
        if self._kind(at) == "fraction":
            return self._fraction(at, size) if self._is_joined(at, "and") else None
        is_bare = self._kind(at) in SCALES
        if self.language == "ar" and is_bare and not self._is_joined(at, "and"):
            return None  # "مليون ألف": a word that multiplies or is missing.
        if not self._is_joined(at, "adjacent", "hyphen", "and", "comma"):
            return None
        part = self._part(at)
        return part if part is not None and part.value < size else None

    def _part(self, at: int) -> _Part | None:
        kind = self._kind(at)
        if kind == "fraction":
            return self._fraction(at, None)
        if kind == "two":
            return self._scaled(2 * self._value(at), self._value(at), at + 1)
        if kind == "open":
            # "ألفا درهم" is the dual before its noun, "ألفا وخمسمائة" one thousand in the accusative.
            count = 2 if at + 1 == len(self.tokens) else 1
            return self._scaled(count * self._value(at), self._value(at), at + 1)
        if kind == "one":
            return self._scaled(self._value(at), self._value(at), at + 1)
        return self._multiplied(at)

    def _fraction(self, at: int, size: Decimal | None) -> _Part | None:
        """A half: of the scale behind it, else of the one before it; of nothing else where there is none."""
        share, end = self._value(at), at + 1
        if self._kind(end) in ("one", "many", "open") and self._is_joined(end, "adjacent", "hyphen", "of"):
            scale = self._value(end)
            return None if size is not None and scale > size else _Part(share * scale, Decimal(1), end + 1)
        return _Part(share * (size or 1), Decimal(1), end)

    def _multiplied(self, at: int) -> _Part | None:
        """Digits or a number below a thousand, and the scale behind it where it has one."""
        if at < len(self.tokens) and self.tokens[at].is_digits:
            is_before_scale = self._kind(at + 1) in ("one", "many", "open")
            number = figures.value_of(self.tokens[at].text, is_before_scale=is_before_scale)
            if number is None or figures.is_doubled(self.tokens[at].text):
                return None
            end = at + 1
        else:
            below = self._below_thousand(at)
            if below is None:
                return None
            number, end = below
        if self._kind(end) == "fraction" and self._is_joined(end, "and") and not self._is_of_scale(end):
            number, end = number + self._value(end), end + 1
        if self._kind(end) in ("one", "many", "open") and self._is_joined(end, "adjacent", "hyphen"):
            part = self._scaled(number * self._value(end), self._value(end), end + 1)
            return part if number == number.to_integral_value() else _Part(part.value, Decimal(1), part.end)
        return _Part(number, Decimal(1), end)

    def _is_of_scale(self, at: int) -> bool:
        """Whether a half is that of a scale with the article, or one that "of" leads to: it multiplies nothing."""
        return at + 1 < len(self.tokens) and (self.tokens[at + 1].is_definite or self._is_joined(at + 1, "of"))

    def _scaled(self, value: Decimal, size: Decimal, end: int) -> _Part:
        """A value of a scale, and the larger scale right behind it: "خمسة آلاف مليون", "mille milliards"."""
        while self._kind(end) in ("one", "many") and self._is_joined(end, "adjacent") and self._value(end) > size:
            size = self._value(end)
            value, end = value * size, end + 1
        return _Part(value, size, end)

    def _below_thousand(self, at: int) -> tuple[Decimal, int] | None:
        """A number below a thousand (in French up to nineteen hundred), and the token behind it."""
        hundreds = self._hundreds(at)
        if hundreds is None:
            return self._below_hundred(at)
        value, end = hundreds
        joints = ("and",) if self.language == "ar" else ("adjacent", "hyphen", "and")
        if not self._is_joined(end, *joints) or self._kind(end) not in ("unit", "teen", "tens"):
            return hundreds
        rest = self._below_hundred(end)
        return hundreds if rest is None else (value + rest[0], rest[1])

    def _hundreds(self, at: int) -> tuple[Decimal, int] | None:
        if self._kind(at) == "hundreds":
            return self._value(at), at + 1
        if self._kind(at) == "hundred":
            return Decimal(100), at + 1
        multiplies = self._kind(at) == "unit" or (self._kind(at) == "teen" and self.language != "ar")
        if multiplies and self._kind(at + 1) == "hundred" and self._is_joined(at + 1, "adjacent", "hyphen"):
            return 100 * self._value(at), at + 2
        return None

    def _below_hundred(self, at: int) -> tuple[Decimal, int] | None:
        kind = self._kind(at)
        if kind == "teen":
            return self._value(at), at + 1
        if self.language == "ar":
            if kind == "unit" and self._kind(at + 1) == "tens" and self._is_joined(at + 1, "and"):
                return self._value(at) + self._value(at + 1), at + 2
        elif kind == "tens":
            return self._tens(at)
        return (self._value(at), at + 1) if kind in ("unit", "tens") else None

    def _tens(self, at: int) -> tuple[Decimal, int]:
        """Tens and the unit behind them: French joins some by "et", and counts on from sixty and eighty to nineteen."""
        tens = self._value(at)
        following = self._kind(at + 1)
        is_unit = following == "unit" or (following == "teen" and self.language == "fr" and tens in _OF_TWENTY)
        if not is_unit:
            return tens, at + 1
        unit = self._value(at + 1)
        is_tied = self._is_joined(at + 1, "adjacent", "hyphen") or (
            self.language == "fr" and unit in _JOINED and self._is_joined(at + 1, "and")
        )
        return (tens + unit, at + 2) if is_tied else (tens, at + 1)
