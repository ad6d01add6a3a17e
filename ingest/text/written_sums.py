"""Numbers with a unit of money beside them, as they are written: what each says, and which of them are one sum.

A number that is not read whole keeps its words alone: what stands unread beside it (a word of a number, digits, a joint
that leads on, the end of a range) makes it uncertain.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from ingest.text.fold import fold_pattern
from ingest.text.numerals import figures
from ingest.text.numerals.grammar import read_phrase
from ingest.text.numerals.misspelt import misspelt_before, parted_before
from ingest.text.numerals.phrases import Phrase, phrases
from ingest.text.numerals.relations import is_range_start, is_same_sum, leads_on
from ingest.text.numerals.vocabulary import LANGUAGES, words

Flag = Literal["partly_read", "malformed", "doubled", "disagrees", "range", "over_ceiling"]

SHORT: dict[str, int] = {w: n for language in LANGUAGES for n, ws in words(language).short.items() for w in ws}
_SHORT = "|".join(sorted(SHORT, key=len, reverse=True))
#: MDH, 1,5 Md DH: letters of a scale before the unit.
UNIT = fold_pattern(
    rf"(?:درهما?|دراهم|د\.? ?م\.?(?!\w)|dirhams?|(?:(?P<short>{_SHORT}) ?)?(?:dhs?|mad)"
    r"|(?P<cent>سنتيم(?:ا|ات)?|centimes?|cts?))(?![\wء-ي])"
)
#: The unit behind a number: "درهم", "de dirhams", "(hors taxes) DH", "(DH)".
_BEHIND = re.compile(rf" ?(?:\((?P<aside>[^()]{{1,80}})\) ?)?(?:(?P<of>de )|d')?\(?{UNIT}")
#: The unit behind a number that fills a bracket: "150.000 (مائة وخمسون ألف) درهم".
_BEHIND_BRACKET = re.compile(rf" ?\) ?(?:de |d')?{UNIT}")
_AHEAD = re.compile(rf"(?<!\w)(?P<unit>{fold_pattern('درهم')}|dhs?|mad)\)? ?:? ?$")
#: Before a scale that counts one of nothing: the unit of a column ("(مليون درهم)", "en million de dirhams"), several.
_NOT_ONE = re.compile(
    fold_pattern(
        r"(?:\(ب?(?:ال)?|(?<!\w)بال|(?<!\w)[وفبل]?(?:en|in|several|few|many|some|tens of|عدة|بضعة|عشرات|مئات) )$"
    )
)
#: Letters that may be glued to the head of a number: and, in, for, the.
_GLUED = re.compile(r"(?<!\w)[وف]?[بلك]?(?:ال)?$")
#: Digits that hang on the head of a number: 5-, 1⁄.
_CHUNK = re.compile(r"\d[\d.,/'⁄-]*(?<=[.,/'⁄-])$")
_JOINT = re.compile(r",? ?(?:و ?|(?:et|and) )")
_BETWEEN_UNITS = re.compile(r",? ?(?:و ?|(?:et|and) )?")
#: Behind a number in another writing of a sum nothing of its own may follow: "soit 20 %".
_CLOSED = re.compile(r" ?(?:[)\].,;:]|$)")
#: So many characters may stand between two ways of writing one sum.
_MAX_GAP = 60
_LOOK_BACK = 24


@dataclass(frozen=True)
class Written:
    """A number with its unit of money, or one without that may be another writing of a sum; folded offsets."""

    value: Decimal | None
    """In dirhams; None where it is not certain."""
    start: int
    end: int
    phrase: Phrase
    has_unit: bool = True
    is_centimes: bool = False
    has_words: bool = False
    flag: Flag | None = None


def written_sums(text: str) -> list[Written]:
    """Every sum of folded `text` in order, those written in two ways once."""
    found: list[Written] = []
    before: Phrase | None = None
    for phrase in phrases(text):
        one = _written(text, phrase, before, found[-1].end if found else 0)
        before = phrase
        if one is None:
            continue
        while found and one.start <= found[-1].start:
            found.pop()  # Its head, which was taken for a number of its own: 10 of "10-20".
        found.append(one)
    for combined in (_with_centimes, _combined):
        found = _folded(text, found, combined)
    return [_beside(text, w, found[i + 1 : i + 2]) for i, w in enumerate(found) if w.has_unit]


def _folded(
    text: str, sums: list[Written], combined: Callable[[str, Written, Written], Written | None]
) -> list[Written]:
    """The sums, each put together with the one before it where the two are one."""
    found: list[Written] = []
    for one in sums:
        both = combined(text, found[-1], one) if found else None
        if both is None:
            found.append(one)
        else:
            found[-1] = both
    return found


def _written(text: str, phrase: Phrase, before: Phrase | None, taken: int) -> Written | None:
    """One phrase with its unit; None for one that counts nothing or is part of a word.

    Args:
        taken: up to here units belong to numbers before this one.
    """
    first = phrase.tokens[0]
    if len(phrase.tokens) == 1 and first.senses and all(s.kind == "many" for s in first.senses):
        return None  # "des millions de dirhams"
    if (
        len(phrase.tokens) == 1
        and phrase.has_scale
        and not first.is_digits
        and _NOT_ONE.search(text, max(0, phrase.start - _LOOK_BACK), phrase.start)
    ):
        return None
    start, end, is_centimes, value, flag = phrase.start, phrase.end, False, read_phrase(phrase), None
    unit = _unit_behind(text, phrase)
    has_unit = unit is not None
    if unit is not None:
        end, is_centimes = unit.end(), unit["cent"] is not None
        value = _scaled(phrase, value, unit)
    elif ahead := _AHEAD.search(text, max(taken, start - 12), start):
        start, has_unit = ahead.start("unit"), True
    if start and text[start - 1].isalpha() and not _GLUED.search(text, max(0, start - 5), start):
        return None
    if value is None:
        flag = _why(phrase)
    elif (glued := _CHUNK.search(text, max(0, start - _LOOK_BACK), start)) is not None:
        start, value, flag = glued.start(), None, "partly_read"
    elif (head := _unread_head(text, phrase, before)) is not None:
        start, value, flag = head, None, "partly_read"
    elif before is not None and leads_on(text[before.end : start]):
        start, value, flag = before.start, None, "range"
    elif is_range_start(text, start) and any(t.joint == "and" for t in phrase.tokens):
        value, flag = None, "range"
    if value is not None and is_centimes:
        value /= 100
    return Written(value, start, end, phrase, has_unit, is_centimes, phrase.has_words, flag)


def _unread_head(text: str, phrase: Phrase, before: Phrase | None) -> int | None:
    """Where words begin that belong to a number and that nobody can read."""
    misspelt = misspelt_before(text, phrase)
    return parted_before(text, phrase, before) if misspelt is None else misspelt


def _why(phrase: Phrase) -> Flag:
    """Why a phrase was not read."""
    for token in phrase.tokens:
        if token.is_digits and figures.is_doubled(token.text):
            return "doubled"
    digits = phrase.tokens[0].text
    is_digits = len(phrase.tokens) == 1 and phrase.tokens[0].is_digits
    return "malformed" if is_digits and figures.value_of(digits) is None else "partly_read"


def _unit_behind(text: str, phrase: Phrase) -> re.Match[str] | None:
    if text[phrase.start - 1 : phrase.start] == "(" and (m := _BEHIND_BRACKET.match(text, phrase.end)):
        return m
    return _BEHIND.match(text, phrase.end)


def _scaled(phrase: Phrase, value: Decimal | None, unit: re.Match[str]) -> Decimal | None:
    """The value with the letters of a scale before its unit (2,5 MDH), which are read like the word."""
    if unit["short"] is None:
        # "deux billions de dirhams" is French, where a billion is another number than in English.
        is_english = any({s.language for s in t.senses} == {"en"} or t.text == "billion" for t in phrase.tokens)
        return None if is_english and unit.groupdict().get("of") else value
    first = phrase.tokens[0]
    if len(phrase.tokens) == 1 and first.is_digits and value is not None:
        value = figures.value_of(first.text, is_before_scale=True)
    return None if value is None or phrase.has_scale else value * SHORT[unit["short"]]


def _with_centimes(text: str, a: Written, b: Written) -> Written | None:
    """Dirhams and the centimes behind them."""
    if not (a.has_unit and b.is_centimes and not a.is_centimes and _BETWEEN_UNITS.fullmatch(text[a.end : b.start])):
        return None
    both = replace(a, end=b.end, has_words=a.has_words or b.has_words)
    if a.value is None or b.value is None:
        return replace(both, value=None, flag=a.flag or b.flag)
    return replace(both, value=a.value + b.value) if b.value < 1 else None


def _combined(text: str, a: Written, b: Written) -> Written | None:
    """Two numbers that are one sum: digits and words, the ends of a range; None for two sums."""
    if b.start < a.end:
        return _bracketed(text, a, b)
    gap = text[a.end : b.start]
    if len(gap) > _MAX_GAP or not (a.has_unit or b.has_unit):
        return None
    both = replace(a, end=b.end, has_unit=True, has_words=a.has_words or b.has_words, is_centimes=False)
    known = a.value is not None and b.value is not None
    if is_same_sum(gap) and _is_sum_like(text, a, gap) and _is_sum_like(text, b, gap):
        if text[b.end : b.end + 1] in (")", "]") and ("(" in gap or "[" in gap):
            both = replace(both, end=b.end + 1)
        if known and a.value == b.value:
            return both
        if a.has_words != b.has_words:
            flag: Flag = "disagrees" if known else a.flag or b.flag or "partly_read"
            return replace(both, value=None, flag=flag)
    if known and a.value == b.value and len(gap) <= 4 and a.has_unit and b.has_unit:
        return both
    is_range = (_JOINT.fullmatch(gap) and is_range_start(text, a.start)) or leads_on(gap)
    return replace(both, value=None, flag="range") if is_range and a.has_unit and b.has_unit else None


def _bracketed(text: str, a: Written, b: Written) -> Written:
    """A sum with a number in a bracket before its unit: "150.000 (مائة وخمسون ألف) درهم"; a footnote says nothing."""
    fills = text[b.start - 1 : b.start] == "(" and text[b.phrase.end : b.phrase.end + 1] == ")"
    if not fills or a.has_words == b.has_words or a.value == b.value:
        return a
    known = a.value is not None and b.value is not None
    return replace(a, value=None, flag="disagrees" if known else a.flag or b.flag or "partly_read")


def _is_sum_like(text: str, one: Written, gap: str) -> bool:
    """Whether a number beside a sum may be that sum: without a unit it is a large one, and fills its bracket."""
    if one.has_unit:
        return True
    first = one.phrase.tokens[0]
    is_large = one.value is None or one.value >= 100
    return is_large and not first.is_year and (one.end <= len(text) and _CLOSED.match(text, one.end) is not None)


def _beside(text: str, one: Written, following: list[Written]) -> Written:
    """The sum, uncertain where a joint behind its unit leads on: "درهم ونصف", "مليون درهم و500 ألف"."""
    if not following or following[0].has_unit or one.value is None:
        return one
    behind = following[0]
    is_fraction = all(s.kind == "fraction" for s in behind.phrase.tokens[0].senses) and behind.has_words
    goes_on = is_fraction or (behind.phrase.has_scale and one.phrase.has_scale)
    if goes_on and _JOINT.fullmatch(text, one.end, behind.start):
        return replace(one, value=None, flag="partly_read", end=behind.end)
    return one
