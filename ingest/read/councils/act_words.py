"""Which words of a clause are the act: behind its verb or ahead of it, without manner, subject and joints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.read.councils import clause_rules as rules
from ingest.read.councils import title_rules as titles
from ingest.read.councils.outcomes import Outcome, outcome_of

#: A letter of an Arabic word.
_ARABIC = re.compile("[ء-ي]")
#: The words of an act are no fewer characters where something else is to begin behind them.
_ACT_CHARS = 8
#: A manner stands so far behind the head of an act at least.
_MANNER_CHARS = 3
#: An act that is named in full has no fewer words.
_FULL_WORDS = 4
_Act = tuple[int, int, Outcome]
"""Folded offsets of the words of an act, and what became of it."""


def acts_after(text: str, head: int, start: int, high: int, result: str, manner_at: int) -> Iterator[_Act]:
    """The acts behind a verb.

    Args:
        head: where the verb begins.
        start: where what is behind it begins.
        high: where the next clause begins.
        manner_at: from where on a manner ahead of the verb belongs to it.
    """
    if (manner := rules.MANNER.regex.match(text, start, high)) is not None:
        start = manner.end()
    begin = manner_at if rules.MANNER_AHEAD.regex.match(text[manner_at:head]) else head
    first = _named_behind(text, start, high)
    until = _clause_end(text, first, high)
    pieces = list(joined(text, first, until))
    if text[until:high].strip().startswith(":") or text[first:until].rstrip().endswith(":"):
        return  # A list follows: its points are read as such.
    manners = [_manner_of(text, *piece) for piece in pieces]
    for i, (at, end) in enumerate(pieces):
        behind = _manner_behind(pieces, manners, i, (until, high)) if manner is None else (0, 0)
        outcome = outcome_of(text, begin, start, result, behind=behind)
        manner_start = manners[i]
        yield _act(text, at, end if manner_start is None else manner_start, outcome, is_object=True)


def _manner_behind(
    pieces: list[tuple[int, int]], manners: list[int | None], i: int, last: tuple[int, int]
) -> tuple[int, int]:
    """Where the manner of an act's vote stands: 'A and B unanimously' is said of A too, which has none of its own."""
    return next(((m, pieces[j][1]) for j, m in enumerate(manners) if j >= i and m is not None), last)


def acts_before(text: str, low: int, head: int, high: int, result: str, *, is_again: bool) -> Iterator[_Act]:
    """The act ahead of 'was approved', in [low, head); none, the one before, where none is named between two verdicts.

    Args:
        is_again: another verdict on what stands ahead of it ends at `low`.
    """
    start, stop = _subject(text, low, head)
    if is_again and rules.ACT_NOUN.search(text, low, head) is None:
        start = stop = head
    yield _act(text, start, stop, outcome_of(text, head, high, result), is_object=False)


def cut_at(text: str, start: int, high: int) -> int:
    """Where the words of an act end that begins at `start`: at its quote, before a manner or another clause."""
    if (quoted := rules.QUOTED.regex.match(text[start:high])) is not None:
        return start + quoted.end()
    end = _clause_end(text, start, high)
    manner = _manner_of(text, start, end)
    return end if manner is None else manner


def trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """[start, stop) without joints and marks at its ends."""
    if (m := rules.LEADING.regex.match(text[start:stop])) is not None:
        start += m.end()
    end = stop
    while (m := rules.TRAILING.regex.search(text[start:end])) is not None:
        end = start + m.start()
    return start, max(end, start)


def tidied(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) of a folded line without what leads in to a matter there and what is said of it behind."""
    for rule in (titles.DAY_AHEAD, titles.LEAD_IN):
        lead = rule.regex.match(text[start:end])
        if (
            lead is not None
            and rules.ACT_BEGINS.search(text[start:end]) is None
            and end - start - lead.end() >= _ACT_CHARS
        ):
            start += lead.end()
    behind = titles.ENDS.search(text, start + _ACT_CHARS, end)
    return trimmed(text, start, end if behind is None else behind.start())


def _act(text: str, at: int, end: int, outcome: Outcome, *, is_object: bool) -> _Act:
    """One act: what is put off or looked at is what the words behind that name."""
    at, end = trimmed(text, at, end)
    put_off = rules.PUT_OFF.search(text[at:end])
    if put_off is not None and is_object:
        at += put_off.end()
        outcome = replace(outcome, result="postponed")
    if (looking := rules.LOOKING_AT.search(text[at:end])) is not None:
        at += looking.end()
    return (*trimmed(text, at, end), outcome)


def _named_behind(text: str, start: int, high: int) -> int:
    """Where acts begin that are first counted, then named: 'both points, namely …'."""
    words = text[start:high].lstrip()
    if rules.VAGUE.search(words) is None and rules.COUNTED_ACTS.search(words) is None:
        return start
    ends = (
        m.end() for m in rules.NAMELY.finditer(text, start, high) if not rules.OF_SUM.search(text, start, m.start())
    )
    return next((at for at in ends if rules.ACT_BEGINS.search(text[at:high])), start)


def _subject(text: str, low: int, stop: int) -> tuple[int, int]:
    """The words ahead of a passive verb, behind those that open its sentence or behind 'as regards'."""
    if (regards := rules.AS_REGARDS.search(text, low, stop)) is not None:
        begin = regards.end()
        pronoun = rules.TAKEN_UP.search(text[begin:stop])
        return begin, _described_from(text, begin, begin + pronoun.start() if pronoun else stop)
    if (manner := rules.MANNER.regex.match(text, low, stop)) is not None:
        low = manner.end()
    for m in rules.NEXT_CLAUSE.finditer(text, low, stop):
        low = m.end()
    if _ARABIC.search(text, low, stop) is not None:
        return _arabic_subject(text, low, stop)
    if rules.PRONOUN_AHEAD.regex.match(text, low, stop) is not None:
        return stop, stop  # 'Defended by the deputy, it was …'.
    if (verb := rules.SUBJECT_ENDS.search(text, low, stop)) is not None:
        stop = verb.start()
    words = text[low:stop].lstrip(" ,")
    start = stop - len(words)
    if (opening := rules.ADVERBIAL.search(words)) is not None:
        start += opening.end()
    return start, _described_from(text, start, stop)


def _arabic_subject(text: str, low: int, stop: int) -> tuple[int, int]:
    """The matter ahead of an Arabic verdict: from its noun on, in the last part of [low, stop) that names one.

    Nothing where no part does: the verdict is about what was spoken of before.
    """
    parts = [low, *(m.end() for m in rules.ARABIC_PART.finditer(text, low, stop))]
    for begin, end in zip(reversed(parts), [stop, *reversed(parts[1:])], strict=True):
        if begin == low and rules.ACT_BEGINS.search(text[low:end]) is not None:
            return low, _described_from(text, low, _clause_end(text, low, stop))
        if (named := rules.ARABIC_MATTER.search(text, begin, end)) is not None:
            start = named.start("matter")
            return start, _described_from(text, start, _clause_end(text, start, stop))
    return stop, stop


def _described_from(text: str, start: int, stop: int) -> int:
    """Where words behind a comma begin to describe the act in [start, stop): 'the lease, costed at …, was adopted'."""
    found = rules.APPOSITION.search(text, min(start + _ACT_CHARS, stop), stop)
    return found.start() if found is not None else stop


def joined(text: str, start: int, stop: int, *, is_study: bool = False) -> Iterator[tuple[int, int]]:
    """The acts that are joined in [start, stop); those that begin with the same noun are joined by a bare 'and'.

    Args:
        is_study: so are those behind a verb of study where the second has an article and a noun of its own.
    """
    joints = list(rules.JOINED.finditer(text, start, stop))
    if (noun := re.compile(r" ?([ء-ي]{4,})").match(text, start, stop)) is not None:
        joints += re.compile(rf" و(?={noun[1]}(?!\w))").finditer(text, start, stop)
    if is_study:
        others = rules.JOINED_AGAIN.finditer(text, start, stop)
        joints += [m for m in others if len(text[start : m.start()].split()) >= _FULL_WORDS]
    if joints:
        joints += rules.DOCUMENT_JOINED.finditer(text, start, stop)  # A series goes on with a bare 'and'.
    at = start
    for m in sorted(joints, key=lambda j: j.start()):
        if m.start() - at >= _ACT_CHARS:
            yield at, m.start()
            at = m.end()
    yield at, stop


def _clause_end(text: str, start: int, high: int) -> int:
    """Where another clause begins."""
    ends = (m.start() for m in rules.CLAUSE_OPENER.finditer(text, start, high))
    return next((end for end in ends if end - start >= _ACT_CHARS), high)


def _manner_of(text: str, start: int, end: int) -> int | None:
    """Where the words of an act go over into the manner of its vote; None where they do not."""
    m = rules.MANNER_BEHIND.search(text, min(start + _MANNER_CHARS, end), end)
    return m.start() if m is not None else None
