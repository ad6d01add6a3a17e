"""A document as the model sees it: words and marks of its folded lines, each with what stands around it.

Training and reading share this module, so that a model is asked what it was taught.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.read.councils.clause_rules import ACT_NOUN
from ingest.read.councils.outcome_patterns import OF_VOTES
from ingest.read.lines import Line

#: Digits of one number hang together: 2.006.244,54.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|\w+|[^\w\s]")
#: The end of a line, and what stands beyond the ends of a document.
_LINE_END, _OUTSIDE = "<NL>", "<E>"
#: Words so far away are seen as they are; so far as beginnings and endings.
_WORDS, _PARTS = 3, 2
_HEAD_CHARS, _TAIL_CHARS = 3, 2
_STOPS = frozenset((".", "!", "?", _LINE_END))
#: A longer number is told from others of its length by nothing.
_DIGITS = 5
#: A word of votes further away is of no other interest than none.
_FAR = 25


@dataclass(frozen=True)
class Token:
    """A word or a mark at folded offsets [start, end) of its line; the end of the line where both are its length."""

    line: Line
    start: int
    end: int
    word: str


def tokens_of(lines: Sequence[Line]) -> list[Token]:
    """Words and marks of lines in order, the end of each line among them."""
    found: list[Token] = []
    for line in lines:
        for m in _TOKEN.finditer(line.text):
            word = f"<N{min(len(m.group()), _DIGITS)}>" if m.group()[0].isdigit() else m.group()
            found.append(Token(line, m.start(), m.end(), word))
        found.append(Token(line, len(line.text), len(line.text), _LINE_END))
    return found


def features_of(tokens: Sequence[Token], listed: Collection[int]) -> list[list[str]]:
    """What the model looks at, for each token: words around it, their beginnings and ends, words of acts and votes.

    Args:
        listed: indexes of lines that an agenda's list holds.
    """
    words = [t.word for t in tokens]
    seen = [*([_OUTSIDE] * _WORDS), *words, *([_OUTSIDE] * _WORDS)]
    ahead = _distances(words)
    behind = _distances(words[::-1])[::-1]
    found: list[list[str]] = []
    for i, token in enumerate(tokens):
        features = [f for offset, word in enumerate(seen[i : i + 2 * _WORDS + 1]) for f in _of_word(word)[offset]]
        if i:
            features.append(f"b1={words[i - 1]}|{words[i]}")
        if i > 1:
            features.append(f"b2={words[i - 2]}|{words[i - 1]}|{words[i]}")
        features += (f"vb={ahead[i]}", f"va={behind[i]}")
        if token.line.index in listed:
            features.append("listed")
        found.append(features)
    return found


@lru_cache(maxsize=50_000)
def _of_word(word: str) -> tuple[tuple[str, ...], ...]:
    """What a word gives to the token it stands at each distance from."""
    return tuple(tuple(_at(word, offset)) for offset in range(-_WORDS, _WORDS + 1))


def _at(word: str, offset: int) -> Iterator[str]:
    yield f"w{offset}={word}"
    if word == _OUTSIDE:
        return
    if abs(offset) <= _PARTS:
        yield f"p{offset}={word[:_HEAD_CHARS]}"
        yield f"s{offset}={word[-_TAIL_CHARS:]}"
    if ACT_NOUN.regex.fullmatch(word):
        yield f"act{offset}"
    if OF_VOTES.fullmatch(word):
        yield f"vote{offset}"


def _distances(words: Sequence[str]) -> list[str]:
    """How far the last word of votes of the same sentence stands ahead of each word, roughly."""
    found: list[str] = []
    far = _FAR
    for word in words:
        far = _FAR if word in _STOPS else 0 if _is_of_votes(word) else far + 1
        found.append("near" if far <= _WORDS else "1-9" if far < 10 else "far" if far < _FAR else "no")
    return found


@lru_cache(maxsize=50_000)
def _is_of_votes(word: str) -> bool:
    return OF_VOTES.fullmatch(word) is not None
