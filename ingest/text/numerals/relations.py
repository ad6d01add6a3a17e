"""What the words about a number make of it: more than it, about, up to; and that it is an end of a range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ingest.text.fold import fold
from ingest.text.numerals.vocabulary import LANGUAGES, any_of, words

Relation = Literal["exactly", "more_than", "at_least", "about", "up_to", "less_than"]
#: Tried in this order: "does not exceed" holds "exceeds", "not less than" holds "less than".
_RELATIONS: tuple[Relation, ...] = ("up_to", "at_least", "less_than", "more_than", "about")
#: So many characters before a number may say what it is.
REACH = 60
#: "en plus de 200.000 DH": besides, not more than.
_BESIDES = r"(?<!en )"


@dataclass(frozen=True)
class Related:
    """A relation and the folded offsets that its words reach to, the number among them."""

    relation: Relation
    start: int
    end: int


def related(text: str, start: int, end: int) -> Related:
    """What folded `text` says of the number at [start, end)."""
    near = text[max(0, start - REACH) : start]
    for relation, before, after in _patterns():
        if (m := before.search(near)) is not None:
            return Related(relation, start - len(near) + m.start(), end)
        if (m := after.match(text, end)) is not None:
            return Related(relation, start, m.end())
    return Related("exactly", start, end)


def leads_on(gap: str) -> bool:
    """Whether what stands between two numbers makes them the ends of a range ("10 to 20", "10-20")."""
    return _to().fullmatch(gap) is not None


def is_range_start(text: str, start: int) -> bool:
    """Whether a number at `start` opens a range ("between")."""
    return _between().search(text, max(0, start - REACH), start) is not None


@cache
def _patterns() -> tuple[tuple[Relation, re.Pattern[str], re.Pattern[str]], ...]:
    around = any_of(fold(w) for language in LANGUAGES for w in words(language).around)
    found = []
    for relation in _RELATIONS:
        own = [words(language).relations[relation] for language in LANGUAGES]
        before = any_of(fold(w) for r in own for w in r.before)
        verbs = any_of(fold(w) for r in own for w in r.verbs) or r"(?!)"
        after = any_of(fold(w) for r in own for w in r.after) or r"(?!)"
        found.append(
            (
                relation,
                re.compile(
                    rf"(?<!\w)[وفبل]{{0,2}}{_BESIDES}(?:{before}(?: ?:)?(?: {around})? ?(?:[بل]|ال)?"
                    rf"|{verbs}(?: [^\W\d_]+){{0,4}}(?: ?:)? ?(?:[بل]|ال)?)$"
                ),
                re.compile(rf",? {after}(?!\w)"),
            )
        )
    return tuple(found)


@cache
def _to() -> re.Pattern[str]:
    to = any_of(fold(w) for language in LANGUAGES for w in words(language).ranges.to)
    return re.compile(rf" {to} | ?[-/] ?")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(fold(w) for language in LANGUAGES for w in words(language).ranges.between)} $")


@cache
def _same() -> tuple[re.Pattern[str], re.Pattern[str]]:
    same = any_of(fold(w) for language in LANGUAGES for w in words(language).same)
    marks = r'[ ,:;=."\[\]()-]*'
    return re.compile(rf"{marks}(?:(?<!\w){same}(?!\w){marks}){{0,3}}"), re.compile(rf"[(\[:=)\]]|(?<!\w){same}(?!\w)")


def is_same_sum(gap: str) -> bool:
    """Whether what stands between two numbers says that they are one: a bracket, a colon, "soit", "فقط"; no more."""
    whole, mark = _same()
    return whole.fullmatch(gap) is not None and mark.search(gap) is not None
