"""Words that look like those of numbers and are none of them: a number beside one is not whole.

"cent cinquant mille dirhams" is no thousand, "تلاتمائة ألف درهم" neither.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from ingest.text.numerals.vocabulary import forms

#: Shorter words of numbers have too many neighbours ("مالية" beside "مائة", "ceux" beside "deux").
_MIN_LETTERS = 5
#: From so many letters on, two may be wrong.
_LONG = 7
_BEFORE = re.compile(r"(?<!\w)(?P<word>[^\W\d_]+)[ -](?:و|et )?$")
_PREFIX = re.compile(r"^(?:[وف]?[بلك]?(?:ال)?)")
#: A word of a number is no longer, its prefix included.
_LOOK_BACK = 24


def misspelt_before(text: str, start: int) -> int | None:
    """Where a word right before `start` begins that looks like one of a number; None where none does."""
    m = _BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    return m.start("word") if m is not None and looks_like_number(m["word"]) else None


@lru_cache(maxsize=10_000)
def looks_like_number(word: str) -> bool:
    """Whether a folded word is a letter away from a word of a number, two where it is long, and is none itself."""
    bare = _PREFIX.sub("", word)
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
    """Single words of numbers below a thousand, Arabic and French, that are long enough to compare."""
    kinds = ("unit", "teen", "tens", "hundred", "hundreds")
    return tuple(
        form
        for form, senses in forms().items()
        if len(form) >= _MIN_LETTERS
        and " " not in form
        and any(s.kind in kinds and s.language in ("ar", "fr") for s in senses)
    )
