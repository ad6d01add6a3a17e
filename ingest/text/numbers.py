"""Numbers of things (votes, points, members) in digits and in words, as patterns find them: whole or not at all.

The words and the grammar stand in `ingest.text.numerals`; here are the pieces that rules compose patterns from.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from ingest.text.fold import fold, fold_pattern
from ingest.text.numerals.grammar import read_phrase
from ingest.text.numerals.misspelt import misspelt_before
from ingest.text.numerals.phrases import ARTICLES, MAX_TOKENS, Phrase, Token, phrases, tokens, word_pattern
from ingest.text.numerals.vocabulary import any_of, ordinals

#: A number in digits: grouped by spaces, dots or commas in threes, or plain. Never part of a longer digit run.
DIGITS = r"(?<![\d.,/-])\d{1,3}(?:[ .,]\d{3})+(?![\d/]|[.,-]\d)|(?<![\d.,/-])\d{1,6}(?![\d/]|[.,-]\d)"
_WORD = word_pattern()
#: Words of numbers in a row, digits among them; atomic: what follows never makes it shorter. "و" and "ب" may be glued
#: to its head.
_WORDS = (
    rf"(?>(?:(?<!\w)|(?<=(?<!\w)[وبلفك])){_WORD}(?!\w)"
    rf"(?:(?: و ?|[ -](?:et|and)[ -]|[ -])(?:{_WORD}(?!\w)|\d[\d.,]*(?= {_WORD}(?!\w)))){{0,{MAX_TOKENS}}})"
)
#: Any number, as it may stand before a counted noun; read the match with `number_of`.
NUMBER = rf"(?:{DIGITS}|{_WORDS})"
_PAREN = re.compile(r"(?P<words>[^()]+) \((?P<digits>\d{1,6})\)")

#: Ordinals used with plans, points and sittings, masculine and feminine.
ORDINALS: dict[str, int] = ordinals()
ORDINAL = rf"(?<!\w)(?:{any_of(ORDINALS)})(?!\w)"
#: So far around a match its neighbours are looked at.
_AROUND = 80


def parse_number(text: str) -> int | None:
    """The number that a whole text says, in digits, in words, or in words with the same digits in brackets."""
    folded = fold(text)
    if m := _PAREN.fullmatch(folded):
        said = parse_number(m["words"])
        return said if said == int(m["digits"]) else None
    found = phrases(folded)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(folded)):
        return None
    return _whole(read_phrase(found[0]))


def number_of(m: re.Match[str], group: str = "n") -> int | None:
    """The number that a group of a match in folded text says, with all that belongs to it.

    None where something beside it stays unread: words of numbers, digits, a misspelt word of a number.
    """
    start, end = m.span(group)
    if start < 0:
        return None
    low, high = max(0, start - _AROUND), min(len(m.string), end + _AROUND)
    while 0 < low < start and (m.string[low - 1].isalnum() or m.string[low].isalnum()):
        low += 1  # Never from the middle of a word or of digits.
    near = next((p for p in phrases(m.string, low, high) if p.start < end and start < p.end), None)
    if near is None or misspelt_before(m.string, near) is not None:
        return None
    own = [t for t in near.tokens if t.start < end and start < t.end]
    if len(own) == 1 and own[0].is_digits and len(near.tokens) > 1:
        return _whole(read_phrase(Phrase((own[0],)))) if _stands_alone(near, own[0]) else None
    return _whole(read_phrase(near)) if near.end == end else None


def counted(m: re.Match[str], words: str = "n", digits: str = "d") -> int | None:
    """The number of a match that may say it twice, "six (06)": None where the two differ."""
    said = number_of(m, words)
    return said if m[digits] is None or said == int(m[digits]) else None


def _stands_alone(phrase: Phrase, own: Token) -> bool:
    """Whether digits are a number of their own beside what they are joined to: "15 و4", "15 une"."""
    at = phrase.tokens.index(own)
    before = phrase.tokens[at - 1] if at else None
    behind = phrase.tokens[at + 1] if at + 1 < len(phrase.tokens) else None
    if before is not None and (own.joint != "and" or before.is_scale):
        return False
    return behind is None or behind.text in ARTICLES or (behind.joint == "and" and not behind.is_scale)


def _whole(value: Decimal | None) -> int | None:
    """A number of things is whole: half a point is none."""
    return int(value) if value is not None and value == value.to_integral_value() else None


@lru_cache(maxsize=20_000)
def is_number_word(word: str) -> bool:
    """Whether a folded word is one of a number or an ordinal, with what may be glued to its head."""
    return any(t.senses and t.end == len(word) for t in tokens(word)) or any(
        w in ORDINALS for w in (word, word.removeprefix("و"), f"ال{word}")
    )


def number_pattern(pattern: str) -> re.Pattern[str]:
    """Compile `pattern` on folded text, with {N} standing for a number and {O} for an ordinal."""
    return re.compile(fold_pattern(pattern).replace("{N}", NUMBER).replace("{O}", ORDINAL))
