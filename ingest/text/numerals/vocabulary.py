"""What words of numbers mean: the forms of `ar.yml`, `fr.yml` and `en.yml`, folded, and patterns that find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from ingest.text.fold import fold

LANGUAGES = ("ar", "fr", "en")
Kind = Literal[
    "zero", "unit", "teen", "tens", "hundred", "hundreds", "one", "many", "two", "open", "fraction", "unread"
]
#: Kinds of words of thousands, millions and milliards (`scales` in the files).
SCALES: frozenset[Kind] = frozenset(("one", "many", "two", "open"))


@dataclass(frozen=True)
class Sense:
    """What a form means in one language."""

    language: str
    kind: Kind
    value: Decimal


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Scale(_Strict):
    """Forms of a thousand, a million, a milliard."""

    one: list[str]
    many: list[str] = []
    two: list[str] = []
    open: list[str] = []


class Relation(_Strict):
    """Words about a number that make it inexact, by where they stand."""

    before: list[str]
    verbs: list[str]
    after: list[str]


class Ranges(_Strict):
    """What opens a range of two numbers, and what leads to its end."""

    between: list[str]
    to: list[str]


class Words(_Strict):
    """One language's file."""

    cardinals: dict[int, list[str]]
    scales: dict[int, Scale]
    short: dict[int, list[str]] = {}
    fractions: dict[str, list[str]]
    unread: list[str]
    not_definite: list[str]
    joints: dict[Literal["and", "of"], list[str]]
    relations: dict[str, Relation]
    around: list[str]
    ranges: Ranges
    same: list[str]
    years: list[str]
    ordinals: dict[int, list[str]]
    composed_ordinals: dict[int, list[str]]
    listed: dict[int, list[str]]
    days: dict[int, list[str]]


@cache
def words(language: str) -> Words:
    """The vocabulary of one language.

    Raises:
        pydantic.ValidationError: a key that no rule knows, or one that is left out.
    """
    return Words(**yaml.safe_load(Path(__file__).with_name(f"{language}.yml").read_text("utf-8")))


@cache
def forms() -> dict[str, tuple[Sense, ...]]:
    """Folded form → its senses; a hyphen inside a form is written as a space."""
    found: dict[str, tuple[Sense, ...]] = {}
    for language in LANGUAGES:
        for form, sense in _senses(language):
            key = folded(form)
            if sense not in found.get(key, ()):
                found[key] = (*found.get(key, ()), sense)
    return found


def folded(form: str) -> str:
    """A form as `forms` knows it."""
    return fold(form).replace("-", " ")


def _senses(language: str) -> Iterator[tuple[str, Sense]]:
    own = words(language)
    for number, written in own.cardinals.items():
        yield from ((w, Sense(language, _kind(number), Decimal(number))) for w in written)
    for size, scale in own.scales.items():
        for kind, written in _by_kind(scale):
            yield from ((w, Sense(language, kind, Decimal(size))) for w in written)
    for part, written in own.fractions.items():
        yield from ((w, Sense(language, "fraction", Decimal(part))) for w in written)
    yield from ((w, Sense(language, "unread", Decimal(0))) for w in own.unread)


def _by_kind(scale: Scale) -> tuple[tuple[Kind, list[str]], ...]:
    return ("one", scale.one), ("many", scale.many), ("two", scale.two), ("open", scale.open)


def _kind(number: int) -> Kind:
    if number == 0:
        return "zero"
    if number >= 100:
        return "hundred" if number == 100 else "hundreds"
    return "unit" if number < 10 else "teen" if number < 20 else "tens"


def scale_words(size: int) -> tuple[str, ...]:
    """Folded words and letters of a thousand, a million or a milliard, as they stand behind a number."""
    found: list[str] = []
    for language in LANGUAGES:
        own = words(language)
        found += [*own.scales[size].one, *own.scales[size].many, *own.scales[size].open, *own.short.get(size, ())]
    return tuple(fold(w) for w in found)


@cache
def ordinals() -> dict[str, int]:
    """Folded ordinal → its number, those composed of two words too."""
    found: dict[str, int] = {}
    for language in LANGUAGES:
        own = words(language)
        for number, written in own.ordinals.items():
            found |= {fold(w): number for w in written}
        ten = own.cardinals[10]
        tens = {n: w for n, w in own.ordinals.items() if n >= 20}
        for number, written in own.composed_ordinals.items():
            found |= {fold(f"{w} {t}"): 10 + number for w in written for t in ten}
            found |= {fold(f"{w} و{t}"): n + number for w in written for n, names in tens.items() for t in names}
    return found


@cache
def numbered(what: Literal["listed", "days"]) -> dict[str, int]:
    """Folded word → number: 'firstly' at the head of a line, the first of a month."""
    return {fold(w): n for language in LANGUAGES for n, ws in getattr(words(language), what).items() for w in ws}


def any_of(written: Iterable[str]) -> str:
    """A pattern for any of these folded forms, the longest first; a space in a form matches a hyphen too.

    Laid out as a tree of letters: at each letter few branches are left, however many forms there are.
    """
    tree: dict[str, object] = {}
    for form in written:
        at = tree
        for letter in form:
            at = at.setdefault(letter, {})  # type: ignore[assignment]
        at[""] = {}
    return _branches(tree)


def _branches(tree: dict[str, object]) -> str:
    is_end = "" in tree
    parts = []
    for letter, below in tree.items():
        if letter:
            own = "[ -]" if letter in " -" else re.escape(letter)
            assert isinstance(below, dict)
            parts.append(own + _branches(below))
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 and not is_end else f"(?:{'|'.join(parts)})"
    return joined + ("?" if is_end else "")
