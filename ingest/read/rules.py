"""Rules with names: what a reader looks for, in which words, with examples that hold it to its word.

A pattern is written in verbose form on folded text: white space and comments count for nothing, a space is `[ ]`.
`{held}` stands for the list `held` of `words/{ar,fr,en}.yml`, as whole words (Arabic ones with a joint before them);
`{held!}` for the same as it is, inside a longer word too. So the words of a language stand in one file, and a rule says
how they stand together.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from ingest.text.fold import fold, fold_pattern
from ingest.text.standing import Choice, Stems
from ingest.text.stems import stems_of

WORDS = Path(__file__).parent / "words"
LANGUAGES = ("ar", "fr", "en")
_PIECE = re.compile(r"\{(?P<name>[a-z][a-z_]*)(?P<inside>!)?\}")
#: "and", "so" before an Arabic word.
_JOINT = "(?:[وف])?"


@dataclass(frozen=True)
class Spoken:
    """A rule that spoke: on which words, and what came of it."""

    rule_id: str
    words: str
    place: str
    """What the reader was looking at: 'title', 'line 12', a sentence's first words."""
    overruled_by: str | None = None
    """Why it was not followed; None where it was."""


_HEARD: ContextVar[list[Spoken] | None] = ContextVar("heard", default=None)


@contextmanager
def heard() -> Iterator[list[Spoken]]:
    """Collect every rule that speaks inside the block, in order (`infitah explain`)."""
    found: list[Spoken] = []
    token = _HEARD.set(found)
    try:
        yield found
    finally:
        _HEARD.reset(token)


def tell(rule_id: str, words: str, place: str, overruled_by: str | None = None) -> None:
    """Say that a rule spoke; nothing where nobody listens."""
    found = _HEARD.get()
    if found is not None:
        found.append(Spoken(rule_id, words, place, overruled_by))


@cache
def word_lists(language: str) -> dict[str, tuple[str, ...]]:
    """The lists of one language: name → phrases in ordinary spelling, each a small pattern."""
    lists = yaml.load((WORDS / f"{language}.yml").read_text("utf-8"), yaml.CSafeLoader)
    return {name: tuple(str(p) for p in phrases) for name, phrases in lists.items()}


def phrases_of(name: str) -> tuple[str, ...]:
    """The phrases of a list in all languages.

    Raises:
        KeyError: no language has such a list.
    """
    found = tuple(p for language in LANGUAGES for p in word_lists(language).get(name, ()))
    if not found:
        raise KeyError(f"words/*.yml: no list {name!r}")
    return found


@cache
def alternatives(name: str) -> str:
    """A list as one group of a pattern in verbose form, folded, the longest phrase first."""
    phrases = sorted((fold_pattern(p) for p in phrases_of(name)), key=len, reverse=True)
    return "(?:" + "|".join(map(verbose, phrases)) + ")"


_SPACE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[ #]")


def verbose(pattern: str) -> str:
    """An ordinary pattern in verbose form: its own spaces and number signs kept."""
    return _SPACE.sub(lambda m: {" ": "[ ]", "\\ ": "[ ]", "#": r"\#"}.get(m.group(), m.group()), pattern)


def expand(pattern: str) -> str:
    """A pattern with its pieces put in, still in verbose form."""

    def piece(m: re.Match[str]) -> str:
        words = alternatives(m["name"])
        return words if m["inside"] else rf"(?<!\w){_JOINT}{words}(?!\w)"

    return _PIECE.sub(piece, fold_pattern(pattern))


@dataclass(frozen=True)
class Rule:
    """One thing that a reader can recognise.

    Attributes:
        id: what `infitah explain` and the column `rule_id` call it: 'session.postponed'.
        pattern: see the module.
        examples: sentences in which it must speak, in ordinary spelling.
        counterexamples: sentences in which it must not.
        stems: one of these stands, folded, in every text in which it speaks: a cheap look before the pattern.
    """

    id: str
    pattern: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(expand(self.pattern), re.VERBOSE)

    @cached_property
    def looked_for(self) -> Stems:
        """Folded stems, of which one stands in every text in which it speaks: as given, else those of its pattern."""
        return Stems(map(fold, self.stems)) if self.stems else stems_of(self.regex)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first place in folded text[start:end] where it speaks."""
        return self.regex.search(text, start, end) if self.looked_for.stand_between(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Whether it speaks right at `start` of folded text."""
        return self.regex.match(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every place in folded text[start:end] where it speaks."""
        return self.regex.finditer(text, start, end) if self.looked_for.stand_between(text, start, end) else iter(())


def choice_of(rules: Iterable[Rule]) -> Choice[Rule]:
    """Rules of which those are tried that may speak in a text."""
    return Choice(rules, lambda rule: rule.looked_for)
