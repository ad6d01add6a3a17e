"""Where numbers stand in a text: digits and words of numbers, and the phrases that they make together.

A phrase is as long as it can be: whatever belongs to a number stands in it or is no neighbour of it. Whether it says
one number is the grammar's (`ingest.text.numerals.grammar`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ingest.text.numerals.figures import DIGITS
from ingest.text.numerals.vocabulary import LANGUAGES, SCALES, Sense, any_of, folded, forms, words

Joint = Literal["", "adjacent", "hyphen", "and", "of", "comma"]
#: No number has more words; a longer phrase is none, and looking at it must not take long.
MAX_TOKENS = 40


@dataclass(frozen=True)
class Token:
    """Digits or a word of a number at folded offsets [start, end)."""

    text: str
    start: int
    end: int
    senses: tuple[Sense, ...] = ()
    """Empty for digits."""
    is_definite: bool = False
    """It has the article: the million."""
    joint: Joint = ""
    """What ties it to the one before it; empty for the first of a phrase."""

    @property
    def is_digits(self) -> bool:
        return not self.senses

    @property
    def is_scale(self) -> bool:
        return any(s.kind in SCALES for s in self.senses)

    @property
    def is_year(self) -> bool:
        return self.is_digits and _YEAR.fullmatch(self.text) is not None

    def sense(self, language: str) -> Sense | None:
        """What it means in one language."""
        return next((s for s in self.senses if s.language == language), None)


@dataclass(frozen=True)
class Phrase:
    """Tokens that stand together."""

    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def has_words(self) -> bool:
        return any(t.senses for t in self.tokens)

    @property
    def has_scale(self) -> bool:
        return any(t.is_scale for t in self.tokens)

    @property
    def is_article(self) -> bool:
        """Whether it is a word that counts one, or merely stands before its noun: "un", "une"."""
        return len(self.tokens) == 1 and self.tokens[0].text in ARTICLES


_YEAR = re.compile(r"(?:19|20)\d\d")
#: Articles as well as numbers: "23 voix pour, une contre".
ARTICLES = ("un", "une")
#: Ahead of a word: and, in, for, like, then the article.
_PREFIX = r"[وف]?(?:[بلك](?:ال)?|ال|لل)?"


@cache
def word_pattern() -> str:
    """A pattern for any word of a number in folded text."""
    return any_of(forms())


@cache
def _lexer() -> re.Pattern[str]:
    word = word_pattern()
    return re.compile(
        rf"(?<!\d)(?P<digits>{DIGITS})|(?<!\w)(?:(?P<word>{word})(?!\w)|(?P<prefix>{_PREFIX})(?P<after>{word})(?!\w))"
    )


@cache
def _not_definite() -> frozenset[str]:
    return frozenset(folded(w) for language in LANGUAGES for w in words(language).not_definite)


@cache
def _joints() -> tuple[tuple[Joint, re.Pattern[str]], ...]:
    """What may stand between two tokens, in the order in which it is tried."""

    def alternatives(which: Literal["and", "of"]) -> str:
        found = (folded(w) for language in LANGUAGES for w in words(language).joints.get(which, ()))
        return "|".join(re.escape(w) for w in found if w != _AND)

    return (
        ("adjacent", re.compile(r" ?")),
        ("hyphen", re.compile(r"-")),
        ("and", re.compile(rf",? ?{_AND} ?|,? (?:{alternatives('and')}) |-(?:{alternatives('and')})-")),
        ("of", re.compile(rf" (?:{alternatives('of')}) ?")),
        ("comma", re.compile(r", ")),
    )


_AND = "و"
#: So many characters before a year may call it one.
_LEAD_CHARS = 16
#: The longest gap that may join.
_MAX_GAP = 8


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Every number in digits and every word of one in folded `text`, in order, each by itself."""
    found = []
    for m in _lexer().finditer(text, start, len(text) if end is None else end):
        if m["digits"] is not None:
            found.append(Token(m["digits"], m.start(), m.end()))
            continue
        word = (m["word"] or m["after"]).replace("-", " ")
        prefix = m["prefix"] or ""
        is_definite = prefix.endswith(("ال", "لل"))
        if is_definite and word in _not_definite():
            continue
        at = m.start("word") if m["word"] else m.start("after") - (2 if prefix.endswith("ال") else 0)
        found.append(Token(word, at, m.end(), forms()[word], is_definite))
    return found


def phrases(text: str, start: int = 0, end: int | None = None) -> list[Phrase]:
    """The phrases of a folded text in order."""
    found: list[list[Token]] = []
    for token in tokens(text, start, end):
        joint = _joint(text, found[-1][-1], token) if found else None
        if joint is None:
            found.append([token])
        elif joint == "adjacent" and token.text.startswith(_AND) and token.text[1:] in forms():
            # "مئتان وأحد عشر": and eleven, where "واحد عشر" alone is eleven.
            eleven = Token(token.text[1:], token.start + 1, token.end, forms()[token.text[1:]])
            found[-1].append(replace(eleven, joint="and"))
        else:
            found[-1].append(replace(token, joint=joint))
    return [Phrase(tuple(f)) for f in found]


@cache
def _year_lead() -> re.Pattern[str]:
    said = any_of(folded(w) for language in LANGUAGES for w in words(language).years)
    return re.compile(rf"(?<!\w)(?:{said} |(?:19|20)\d\d ?[-–/] ?)$")


def _is_called_year(text: str, start: int) -> bool:
    """Whether a word for a year stands before it, or the year that a period begins with: "2026-2028 seven axes"."""
    return _year_lead().search(text, max(0, start - _LEAD_CHARS), start) is not None


def _joint(text: str, before: Token, token: Token) -> Joint | None:
    """What ties a token to the one before it; None where they stand apart."""
    gap = text[before.end : token.start]
    if len(gap) > _MAX_GAP:
        return None
    joint = next((name for name, pattern in _joints() if pattern.fullmatch(gap)), None)
    if joint == "adjacent" and before.is_year and (not token.is_scale or _is_called_year(text, before.start)):
        return None  # A year and a sum: "en 2024 100 000 DH", "plan 2025-2027 neuf engagements".
    if joint == "adjacent" and gap == "" and not before.is_digits:
        return None
    if joint == "hyphen" and (before.is_digits or token.is_digits):
        return None
    if joint == "of" and (before.is_digits or not (token.is_scale or token.is_definite)):
        return None
    if (joint == "comma" or gap.startswith(",")) and not before.is_scale:
        return None
    return joint
