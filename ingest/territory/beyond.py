"""Whether a name goes on behind its last known word: 'Sidi Slimane Echcharraa' is not Sidi Slimane.

French and English names go on with a capital; where the writer uses none, with a word that stands in an official name;
Arabic ones with any word that is none of every day (`ordinary_words.yml`). Persons and days go on with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

from ingest.text.fold import Folded, fold, fold_pattern
from ingest.text.numerals import vocabulary

_WORDS = Path(__file__).with_name("ordinary_words.yml")
#: What joins two words of one name; a dash between spaces parts two things.
_JOINED = re.compile(r" ?(?:(?<! )-(?! )|')?")
_WORD = re.compile(r"[^\W_\d]+")
#: A name is followed so many words, no more.
_MOST = 4
#: In a headline every long word has its capital: so many are looked at, of at least so many, this share of them.
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LOOKED_AT, _HEADLINE, _MOSTLY = 12, 4, 0.75
#: Endings of French nouns and adjectives that no place has.
_NOUN = re.compile(r"(?:tions?|ments?|iques?|aires?|ences?|ances?|ives?|ales?|aux)$")
#: An Arabic word with a particle before it or a pronoun behind it, a verb, people in the
#: plural, an adverb in -an, what somebody does (التوقيع, الاحتفال): no part of a name.
_INFLECTED = re.compile(
    fold_pattern(
        "^(?:و(?!اد)|ب(?!و(?!زار|كال|لاي|سط|سا|اسط|ضع|ثيق|ثاي|صف|جود|جه|فاء|فد)|ن(?!اء|ود)|ر?لا?د)|ل|ي|س[يتن]..|است"
        "|ت(?![اي]).{2,4}[^ت]$)|(?:ته|ها|هم|نا|يا|ات)$|^(?!ال).+ون$|^(?:ال|م)...+ين$"
        "|^(?!ال|[اوت])(?:....+ا|..+(?:تان|تين))$|^ال(?:ت..?ي.ة?|ا..?.ا.ة?)$"
    )
)
#: Whoever is in office is named behind the place: 'le président de la commune de Tétouan Untel'.
_OFFICE = re.compile(
    "(?:"
    + "|".join(fold(w) for w in ("رئيس", "رئيسة", "نائب", "نائبة", "عضو", "عضوة", "مدير", "عامل", "والي", "السيد"))
    + r"|president|presidente|maire|mayor|directeur|directrice|gouverneur|wali|conseillere?)(?!\w)[^,.;:]{0,30}$"
)


@cache
def words(kind: str) -> frozenset[str]:
    """A list of `ordinary_words.yml`, folded."""
    return frozenset(w for line in yaml.safe_load(_WORDS.read_text("utf-8"))[kind] for w in fold(line).split())


@cache
def _numbers() -> frozenset[str]:
    """Arabic words of numbers, folded, without the article."""
    own = vocabulary.words("ar")
    ordinals = (w for written in own.ordinals.values() for w in written)
    return frozenset((*vocabulary.forms(), *(vocabulary.folded(w).removeprefix("ال") for w in ordinals)))


class Beyond:
    """What follows a known name, for the words of one list of official names."""

    def __init__(self, names: Iterable[tuple[str, ...]]) -> None:
        inner = {w for name in names for w in name[1:] if len(w) > 1}
        self._inner = (inner - words("in_names") - words("latin")) | words("going_on")

    def end(self, text: str, start: int, end: int, shown: Folded | None) -> int:
        """Where a name that is known in folded text[start:end] ends; `end` itself where nothing goes on.

        Args:
            shown: the folded text with its original, which knows the capitals.
        """
        is_latin = text[start].isascii()
        by_capital = shown is not None and is_latin and _is_titled(shown, start, end)
        if by_capital and _OFFICE.search(text, max(0, start - 60), start):
            by_capital = False
        at = end
        for _ in range(_MOST):
            joint = _JOINED.match(text, at)
            word = _WORD.match(text, joint.end()) if joint else None
            if word is None or joint is None or joint.end() == at or word.group().isascii() != is_latin:
                break
            if "-" not in joint.group() and not (
                self._goes_on(word, shown if by_capital else None)
                or (not is_latin and _is_unknown(text, start, word.group()))
            ):
                break
            at = word.end()
        return at

    def _goes_on(self, word: re.Match[str], shown: Folded | None) -> bool:
        w = word.group()
        if shown is None:
            return w in self._inner
        if w in words("openers"):
            return True
        is_ordinary = w in words("latin") or _NOUN.search(w) is not None
        return not is_ordinary and shown.original[shown.offsets[word.start()]].isupper()


def _is_unknown(text: str, start: int, word: str) -> bool:
    """Whether an Arabic word is none of every day: 'جماعة أكادير أوفلا'. Behind an office a person may be named."""
    is_ordinary = word in words("arabic") or word in words("in_names") or _INFLECTED.search(word) is not None
    is_ordinary = is_ordinary or word.removeprefix("ال") in _numbers()
    return len(word) > 3 and not is_ordinary and not _OFFICE.search(text, max(0, start - 60), start)


def _is_titled(shown: Folded, start: int, end: int) -> bool:
    """Whether a name is written with capitals that mean something: not all of them, not none, not in a headline."""
    first, last = shown.offsets[start], shown.offsets[end - 1] + 1
    name = shown.original[first:last]
    if not name[:1].isupper() or name.isupper():
        return False
    others = _LONG_WORD.findall(shown.original[:first] + " " + shown.original[last:])[:_LOOKED_AT]
    return len(others) < _HEADLINE or sum(w[0].isupper() for w in others) < _MOSTLY * len(others)
