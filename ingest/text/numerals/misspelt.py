"""Words inside a number that are none of a number's: what stands behind them is not whole.

"cent cinquant mille dirhams" is no thousand, "تلاتمائة ألف درهم" neither. Such a word looks like that of a number,
hangs on the number by a hyphen, or parts it from words of a number ahead of it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from ingest.text.fold import fold
from ingest.text.numerals.phrases import Phrase
from ingest.text.numerals.vocabulary import forms

#: Shorter words of numbers have too many neighbours ("مالية" beside "مائة", "ceux" beside "deux").
_MIN_LETTERS = 5
#: From so many letters on, two may be wrong.
_LONG = 7
_BEFORE = re.compile(r"(?<!\w)(?P<words>[^\W\d_]+(?:-[^\W\d_]+)*)(?: (?:(?P<joint>و|et) ?)?|-)$")
#: What parts one number: one word, or two where a joint leads on; no mark, no preposition in front of an article.
_PARTED = re.compile(r"[ -](?:و ?|et )?(?P<word>[^\W\d_]+)(?:[ -]|(?: [^\W\d_]+)? (?:و ?|et ))")
_AND = "و"
_PREFIX = re.compile(r"^(?:[وف]?[بلك]?(?:ال)?)")
#: Behind these tens are a sum of their own: "ألف درهم وخمسون سنتيما".
_UNITS = frozenset(fold(w) for w in ("درهم", "درهما", "دراهم", "سنتيم", "dirham", "dirhams", "dh", "dhs", "mad"))
#: A word of a number is no longer, its prefix included.
_LOOK_BACK = 30


def misspelt_before(text: str, phrase: Phrase) -> int | None:
    """Where a word begins that stands right before a number in words and looks like one of a number; else None."""
    if phrase.tokens[0].is_digits:
        return None
    m = _BEFORE.search(text, max(0, phrase.start - _LOOK_BACK), phrase.start)
    is_broken = m is not None and (
        text[phrase.start - 1] == "-" or any(looks_like_number(w) for w in m["words"].split("-"))
    )
    return m.start("words") if m is not None and is_broken else None


def parted_before(text: str, phrase: Phrase, before: Phrase | None) -> int | None:
    """Where a sum in words begins that a strange word parts; of things that are counted each number has its noun.

    Args:
        before: the phrase before it in folded `text`.
    """
    if phrase.tokens[0].is_digits:
        return None
    if before is not None and before.has_words and not before.is_article:
        parted = _PARTED.fullmatch(text, before.end, phrase.start)
        if parted is not None and parted["word"] not in _UNITS:
            return before.start
    m = _BEFORE.search(text, max(0, phrase.start - _LOOK_BACK), phrase.start)
    is_rest = m is not None and m["joint"] == _AND and _is_tens(phrase) and m["words"] not in _UNITS
    return m.start("words") if m is not None and is_rest else None


def _is_tens(phrase: Phrase) -> bool:
    """Whether it begins with tens: joined to what is ahead of them, they are the rest of "واحد وخمسون"."""
    sense = phrase.tokens[0].sense("ar")
    return sense is not None and sense.kind == "tens"


@lru_cache(maxsize=10_000)
def looks_like_number(word: str) -> bool:
    """Whether a folded word is a letter away from a word of a number, two where it is long, and is none itself."""
    bare = _PREFIX.sub("", word)
    if word.removesuffix(_AND) != word and word.removesuffix(_AND) in forms():
        return True  # "تسعةو ثمانون": a space in the wrong place.
    return not {word, bare} & forms().keys() and any(_is_near(w) for w in {word, bare})


def _is_near(word: str) -> bool:
    if len(word) < _MIN_LETTERS - 1:
        return False
    most = 2 if len(word) >= _LONG else 1
    return any(
        OSA.distance(word, form, score_cutoff=most) <= most
        for form in _cardinals()
        if abs(len(form) - len(word)) <= most
    )


@cache
def _cardinals() -> tuple[str, ...]:
    """Single words of numbers, Arabic and French, that are long enough to compare; "mille" is too near to "ville"."""
    kinds = ("unit", "teen", "tens", "hundred", "hundreds", "one", "many", "two")
    return tuple(
        form
        for form, senses in forms().items()
        if len(form) >= _MIN_LETTERS
        and " " not in form
        and form != "mille"
        and any(s.kind in kinds and s.language in ("ar", "fr") for s in senses)
    )
