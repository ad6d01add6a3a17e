"""What two libraries write in words is read back: num2words, and the rules of ICU (CLDR's, as unicode-rbnf carries them out)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from random import Random

import pytest
from num2words import num2words
from unicode_rbnf import RbnfEngine

from ingest.text.fold import fold
from ingest.text.numerals.grammar import read_phrase
from ingest.text.numerals.phrases import phrases

#: So much of what a library writes is read; the rest stays in words, and none is wrong.
SHARE = 0.99
#: Round sums, and as many odd ones: a sample, and ten thousand of both.
COUNTS = (600, pytest.param(5_000, marks=pytest.mark.real))


@cache
def sums(seed: int, count: int) -> tuple[int, ...]:
    """One to a thousand, then round and odd sums up to a hundred milliards; each library of a language has its own."""
    r = Random(seed)
    found = list(range(1, 1_001))
    found += [r.randrange(1, 1_000) * r.choice((100, 10**3, 10**4, 10**5, 10**6, 10**7, 10**8)) for _ in range(count)]
    return (*found, *(r.randrange(1, 10 ** r.randrange(4, 12)) for _ in range(count)))


def read(words: str) -> int | None:
    """The number that words say from their first letter to their last; None for one that is not read whole."""
    text = fold(words)
    found = phrases(text)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text)):
        return None
    value = read_phrase(found[0])
    return None if value is None else int(value)


@cache
def engine(language: str) -> RbnfEngine:
    return RbnfEngine.for_language(language)


def by_icu(language: str, rules: str = "spellout-numbering") -> Callable[[int], str]:
    return lambda n: str(engine(language).format_number(n, ruleset_names=[rules]).text)


def by_num2words(language: str) -> Callable[[int], str]:
    return lambda n: str(num2words(n, lang=language))


def groups(n: int) -> Iterator[int]:
    """Its groups of three digits before a thousand, a million, a milliard."""
    while n := n // 1_000:
        yield n % 1_000


def says_the_scale_twice(n: int) -> bool:
    """num2words, Arabic: 201,000 is 'مئتان و ألف ألف', two hundred and a thousand thousand, for 'مائتا ألف وألف'."""
    return any(g > 100 and g % 100 == 1 for g in groups(n))


def none(n: int) -> bool:
    return False


WRITERS = [
    ("num2words fr", 1, by_num2words("fr"), none),
    ("num2words ar", 1, by_num2words("ar"), says_the_scale_twice),
    ("ICU fr", 2, by_icu("fr"), none),
    ("ICU ar", 2, by_icu("ar"), none),
    ("num2words en", 1, by_num2words("en"), none),
    ("ICU en", 2, by_icu("en"), none),
]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize(("name", "seed", "write", "is_misspelt"), WRITERS, ids=[w[0] for w in WRITERS])
def test_what_a_library_writes_is_read_whole(
    name: str, seed: int, write: Callable[[int], str], is_misspelt: Callable[[int], bool], count: int
) -> None:
    found = [(n, words, read(words)) for n in sums(seed, count) for words in (write(n),)]
    wrong = [said for said in found if said[2] not in (None, said[0])]
    fair = [said for said in found if not is_misspelt(said[0])]
    raw = [said for said in fair if said[2] is None]
    print(f"{name}: {len(found)} written, {len(wrong)} wrong, {len(fair) - len(raw)} of {len(fair)} read whole")
    assert wrong == [], f"{name}: {len(wrong)} wrong"
    assert len(raw) <= (1 - SHARE) * len(fair), f"{name}: {len(raw)} of {len(fair)} are not read"


@pytest.mark.parametrize("language", ["en", "fr_BE", "fr_CH"])
def test_the_first_thousand_in_other_words(language: str) -> None:
    """Belgium and Switzerland say septante and nonante, Switzerland huitante."""
    assert [n for n in range(1, 1_001) if read(num2words(n, lang=language)) != n] == []


def test_the_first_thousand_in_the_feminine() -> None:
    write = by_icu("ar", "spellout-cardinal-feminine")
    assert [n for n in range(1, 1_001) if read(write(n)) != n] == []
