"""What the portal's labels mean (`labels.yml`): measures, kinds of institution, pages, and the numbers beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ingest.read.documents.page_json import Json
from ingest.text.fold import clean, fold
from ingest.text.numerals.grammar import read_phrase
from ingest.text.numerals.phrases import phrases
from ingest.text.numerals.vocabulary import scale_words

#: Thousands apart as some pages write them: 1'234.
_APOSTROPHE = re.compile(r"(?<=\d)'(?=\d{3}(?!\d))")
#: Digits behind one of these are part of a name or of another number.
_INSIDE = re.compile(r"[\w.,]$")

Value = tuple[int | None, str]
"""A number, where it is a whole one, and its words."""


@dataclass(frozen=True)
class Labels:
    """The file of labels: code → words for it, and lists of words."""

    measures: dict[str, list[str]]
    required: list[str]
    """Measures that the portal's front page must show."""
    complaints: list[str]
    units: list[str]
    more_than: list[str]
    about: list[str]
    officer: list[str]
    """How a page calls the person in charge of information."""
    pages: dict[str, list[str]]
    kinds: dict[str, list[str]]


@cache
def labels() -> Labels:
    """The file of labels."""
    return Labels(**yaml.safe_load(Path(__file__).with_name("labels.yml").read_text("utf-8")))


@cache
def _measures() -> dict[str, str]:
    return {bare(label): measure for measure, words in labels().measures.items() for label in words}


@cache
def _kinds() -> dict[str, str]:
    return {bare(label): kind for kind, words in labels().kinds.items() for label in words}


@cache
def _pages() -> dict[str, str]:
    return {bare(label): page for page, words in labels().pages.items() for label in words}


@cache
def complaints() -> frozenset[str]:
    """Words for complaints, folded."""
    return frozenset(fold(w) for w in labels().complaints)


@cache
def thousands() -> frozenset[str]:
    """Words behind a number that make thousands of it, folded."""
    return frozenset(scale_words(1_000))


def bare(text: str) -> str:
    """Folded words without numbers, brackets and punctuation."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    words = re.sub(r"\(.*?\)|_|[\d.,:؛;*%+|/\-–'’\"]+", " ", fold(text))
    return " ".join(words.split())


def measure_of(text: str) -> str | None:
    """The measure that a text is the label of: the whole text, its complaints and its number aside."""
    if len(text) > 120:
        return None
    text = text.partition(":")[0] or text
    words = [w for w in bare(text).split() if w.removeprefix("و") not in complaints()]
    units = [bare(u) for u in labels().units]
    label = " ".join(words).removesuffix(" et").removesuffix(" و")
    for unit in sorted(units, key=len, reverse=True):
        label = label.removesuffix(f" {unit}")
    for vague in (*labels().more_than, *labels().about, "ب", "بال"):
        label = label.removesuffix(f" {bare(vague)}") if vague not in ("ب", "بال") else label
    return _measures().get(label)


def kind_of(text: str) -> str | None:
    """The kind of institution that a whole text names."""
    return _kinds().get(bare(text)) if len(text) <= 120 else None


def page_of(title: str) -> str | None:
    """Which page of the portal a title is that of (statistics, faq, publication_list …); None for any other."""
    return _pages().get(bare(title)) if len(title) <= 120 else None


def value_of(text: str) -> Value | None:
    """(number, words) of the first number of a short text."""
    words = _APOSTROPHE.sub(" ", fold(text))
    first = next((p for p in phrases(words) if p.tokens[0].is_digits and not _INSIDE.search(words, 0, p.start)), None)
    if first is None:
        return None
    number = read_phrase(first)
    if number is None or number != number.to_integral_value():
        return None, clean(text)  # A fraction of days, two numbers: the words are kept, no whole number is made of it.
    after = words[first.end :].strip().split(" ")[0]
    return int(number) * (1000 if after in thousands() else 1), clean(text)


def json_value(raw: Json) -> Value | None:
    """The number of a JSON value; a text counts where it is a short one with a number and no label."""
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int | float):
        return (int(raw) if float(raw).is_integer() else None), str(raw)
    return value_of(raw) if isinstance(raw, str) and len(raw) <= 40 and not measure_of(raw) else None
