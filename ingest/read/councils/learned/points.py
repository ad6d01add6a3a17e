"""Spans of a document's lines that tell of a point, by the trained model, each with how certain it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import pycrfsuite

from ingest.read.councils.learned.tokens import Token, features_of, tokens_of
from ingest.read.lines import Line

MODEL = Path(__file__).with_name("points.crfsuite")
#: How certain a point must be, the least marginal probability of its labels: less where a clause says what became of it
#: or what was done with it, more where the model alone speaks (ADR 0032 has the figures by band).
GOVERNED, ALONE = 0.6, 0.85
#: A shorter title names nothing.
_TITLE_CHARS = 8


#: So many words and marks are looked at as one: more than most pages have.
_WINDOW = 8_000
#: Labels of a point's first word → letters that are joined to it and are none of it ("and", "in", "to").
BEGINS = {"B": 0, "C": 1, "D": 2}
#: Labels of its other words, and of all that is no point's.
GOES_ON, OUTSIDE = "I", "O"


class Tagger(Protocol):
    """What is asked of a trained model (`pycrfsuite.Tagger`)."""

    def tag(self, features: list[list[str]]) -> list[str]: ...
    def marginal(self, label: str, place: int) -> float: ...


@dataclass(frozen=True)
class Span:
    """A point's words at folded offsets [start, end) of its line."""

    line: Line
    start: int
    end: int
    certainty: float
    """0 to 1: that all of these words and no others are a point's."""

    @property
    def words(self) -> str:
        return self.line.text[self.start : self.end]


@cache
def tagger_of(model: Path) -> Tagger:
    """A trained model, opened once a process."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    opened: Tagger = tagger
    return opened


def points_told(lines: Sequence[Line], listed: Collection[int]) -> list[Span]:
    """Points that running text tells of, in order, with those that are not certain.

    Args:
        listed: indexes of lines that an agenda's list holds: none of their words is told in prose.
    """
    tagger = tagger_of(MODEL)
    found: list[Span] = []
    for tokens in _windows(tokens_of(lines)):
        labels = tagger.tag(features_of(tokens, listed))
        for first, last in _runs(tokens, labels):
            line = tokens[first].line
            start = tokens[first].start + BEGINS.get(labels[first], 0)
            span = Span(line, start, tokens[last].end, _certainty(tagger, labels, first, last))
            if line.index not in listed and span.end - span.start >= _TITLE_CHARS:
                found.append(span)
    return found


def _windows(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """A long document in parts that end with a line, so that its length costs time alone and no memory."""
    at = 0
    while at < len(tokens):
        end = min(at + _WINDOW, len(tokens))
        while end < len(tokens) and end > at + _WINDOW // 2 and tokens[end].line is tokens[end - 1].line:
            end -= 1
        end = end if end > at + _WINDOW // 2 else min(at + _WINDOW, len(tokens))
        yield tokens[at:end]
        at = end


def _runs(tokens: Sequence[Token], labels: Sequence[str]) -> list[tuple[int, int]]:
    """First and last token of each run of words that the model calls a point's; none goes past its line."""
    found: list[tuple[int, int]] = []
    for i, label in enumerate(labels):
        if label == OUTSIDE:
            continue
        goes_on = label == GOES_ON and found and found[-1][1] == i - 1 and tokens[i - 1].line is tokens[i].line
        if goes_on:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return found


def _certainty(tagger: Tagger, labels: Sequence[str], first: int, last: int) -> float:
    """The least probability of any label of a run, and that no more words belong to it."""
    inside = min(tagger.marginal(labels[i], i) for i in range(first, last + 1))
    return min(inside, 1 - tagger.marginal(GOES_ON, last + 1)) if last + 1 < len(labels) else inside
