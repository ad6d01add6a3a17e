"""What became of a point: adopted, rejected, postponed or merely examined, with the votes that the words state.

Titles of points speak of adoption too ('study and adoption of the budget'). Three things tell an outcome from a title:

* `find_outcome`: in running text it is a verb in the past, a manner (unanimously, by a majority) or a count;
* `read_clause`: words that stand apart (behind a colon, in brackets, in a line or cell of their own) are one when
  nearly all of them are words of votes;
* `leading_outcome`: at the head of a line it is a verb or a noun of decision with a manner; what follows is the point.

Its words stand in `outcome_patterns`; `vote_counts` binds numbers to the side that stands next to them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.read.councils.outcome_patterns import (
    AROUND,
    BASE,
    DECIDES,
    HEADINGS,
    LEADS,
    MAJORITY,
    NOUNS,
    OF_VOTES,
    POSTPONED,
    RESULTS,
    STOP,
    TALLY,
    UNANIMOUS,
    WEAK,
    WORD,
    may_say,
)
from ingest.read.councils.vote_counts import Counts, read_counts
from ingest.text.numbers import is_number_word
from ingest.text.standing import Choice

#: Words about one outcome reach no further.
_NEAR_CHARS = 200
#: A verdict begins so near the stop behind its counts: 'So the council adopted it'.
_SO_CHARS = 30
#: A text that is all outcome is no longer.
_CLAUSE_CHARS = 240
_RESULTS = Choice(enumerate(RESULTS), lambda numbered: numbered[1][1].stems)


@dataclass(frozen=True)
class Outcome:
    """An outcome at folded offsets [start, end) of the text it was found in."""

    result: str
    """adopted, rejected, postponed, examined or withdrawn."""
    is_unanimous: bool
    for_count: int | None
    against_count: int | None
    abstention_count: int | None
    base: str
    """present, cast, members or unstated."""
    start: int
    end: int

    @property
    def is_vote(self) -> bool:
        return self.result not in ("examined", "withdrawn")


@lru_cache(maxsize=64)
def find_outcome(text: str, start: int = 0) -> Outcome | None:
    """The first outcome of a folded text from `start` on; None where it only speaks of points."""
    if not may_say(text, start):
        return None
    hits = [
        (m.start(), order, result, m)
        for order, (result, pattern) in _RESULTS.standing_in(text)
        if (m := pattern.regex.search(text, start))
    ]
    manner = UNANIMOUS.search(text, start) or MAJORITY.search(text, start)
    if not hits and manner is None:
        return None if (tally := TALLY.search(text, start)) is None else _by_counts(text, tally.start())
    if hits:
        at, _, result, hit = min(hits, key=lambda h: (h[0], h[1]))
        end = hit.end()
    else:
        assert manner is not None
        at, result, end = manner.start(), "adopted", manner.end()
    if manner is not None and manner.start() < at and at - manner.start() <= 40:
        at = manner.start()
    tally = TALLY.search(text, start, at) if result in ("adopted", "rejected") else None
    stops = list(STOP.finditer(text, tally.start(), at)) if tally is not None else []
    if tally is not None and not stops:
        at = tally.start()  # 'there were 19 votes for it and 8 against: so the council adopted it'.
    if tally is not None and len(stops) == 1 and at - stops[0].end() <= _SO_CHARS:
        return _by_tally_ahead(_finished(result, text, at, end), text[tally.start() : stops[0].start()], tally.start())
    if result == "withdrawn" and POSTPONED.search(_window(text, at)) is not None:
        result = "postponed"  # 'withdrawn and sent on to the session of May'.
    return _finished(result, text, at, end)


def _by_tally_ahead(outcome: Outcome, tally: str, start: int) -> Outcome:
    """An outcome with the counts of the sentence ahead of it: 'For: 13, against: 2. Adopted.'"""
    votes = read_counts(tally, outcome.result)
    if (outcome.for_count, outcome.against_count) != (None, None) or votes.yes is None:
        return outcome
    return replace(
        outcome,
        is_unanimous=outcome.is_unanimous and not votes.no,
        for_count=votes.yes,
        against_count=votes.no,
        abstention_count=votes.abstained,
        start=start,
    )


def outcome_of(text: str, start: int, end: int, result: str, behind: tuple[int, int] = (0, 0)) -> Outcome:
    """The outcome whose result a rule has read from the words at [start, end) of a folded text: its manner and counts.

    Args:
        behind: where more words of the same outcome stand, behind those of the act.
    """
    near = text[start:end] if behind[0] >= behind[1] else f"{text[start:end]}, {text[slice(*behind)]}"
    return replace(_finished(result, near, 0, len(near)), start=start, end=end)


def _by_counts(text: str, at: int) -> Outcome | None:
    """The outcome that counts of yes and no make; None where they do not say which side won."""
    near = _window(text, at)
    votes = read_counts(near, None)
    against = votes.no if votes.no is not None else votes.abstained
    if votes.yes is None or against is None or votes.yes == against:
        return None
    result = "adopted" if votes.yes > against else "rejected"
    return Outcome(result, False, votes.yes, votes.no, votes.abstained, _base(near), at, at + votes.end)


def _window(text: str, at: int) -> str:
    """The words about one outcome: up to the end of the sentence, or so many characters."""
    stop = STOP.search(text, at)
    return text[at : min(at + _NEAR_CHARS, stop.start() if stop else len(text))]


def _finished(result: str, text: str, at: int, end: int) -> Outcome:
    """A result with its manner, base and counts."""
    near = _window(text, at)
    said = UNANIMOUS.search(near)
    # A manner belongs to the verb that it stands close to.
    is_unanimous = (
        said is not None
        and result not in ("examined", "withdrawn")
        and not _is_other(near[: said.start()], text[end : at + said.start()], result)
    )
    votes = Counts() if result in ("examined", "withdrawn", "postponed") else read_counts(near, result)
    if is_unanimous and result == "adopted" and votes.no:
        is_unanimous = False
    end = max(end, at + votes.end)
    return Outcome(result, is_unanimous, votes.yes, votes.no, votes.abstained, _base(near), at, end)


def _is_other(words: str, between: str, result: str) -> bool:
    """Whether a manner is that of another result: one that stands between it and the verb."""
    if result == "adopted":
        return any(p.search(words) is not None for r, p in RESULTS if r != result)
    return any(p.search(between) is not None for r, p in RESULTS if r == "adopted")


def _base(near: str) -> str:
    return next((code for code, pattern in BASE if pattern.search(near)), "unstated")


@lru_cache(maxsize=20_000)
def _weight(word: str) -> int:
    """2 for a word of votes, 1 for one that stands around them, 0 for any other."""
    return 2 if OF_VOTES.fullmatch(word) else 1 if AROUND.fullmatch(word) or is_number_word(word) else 0


def read_clause(text: str, *, is_cell: bool = False) -> Outcome | None:
    """The outcome that is all a folded text says; None where it says anything else.

    Args:
        is_cell: the text fills a cell that is there for outcomes, so that a bare noun ('adoption') is one.
    """
    if len(text) > _CLAUSE_CHARS or not may_say(text):
        return None
    weights = [_weight(w) for w in WORD.findall(text)]
    if not weights or not weights[0] or 2 not in weights or sum(1 for w in weights if w) < 0.8 * len(weights):
        return None
    found = find_outcome(text)
    if found is not None and (
        found.result != "adopted"
        or found.start > 0
        or DECIDES.search(text)
        or UNANIMOUS.search(text)
        or MAJORITY.search(text)
        or found.for_count is not None
    ):
        return replace(_with_counts_of(found, text), start=0, end=len(text))
    bare = text.strip(" .;:,()")
    for result, pattern in NOUNS:
        if (is_cell or result != "adopted") and pattern.search(bare) and len(weights) <= 8:
            return replace(_finished(result, bare, 0, len(bare)), end=len(text))
    tally = _by_counts(text, 0)
    return replace(tally, end=len(text)) if tally is not None else None


def _with_counts_of(found: Outcome, text: str) -> Outcome:
    """An outcome with the counts that stand ahead of its verb: 'for: 12, against: 6. Adopted.'"""
    if found.result not in ("adopted", "rejected") or (found.for_count, found.against_count) != (None, None):
        return found
    votes = read_counts(text, found.result)
    if votes.yes is None and votes.no is None:
        return found
    is_unanimous = found.is_unanimous and not (found.result == "adopted" and votes.no)
    return replace(
        found,
        is_unanimous=is_unanimous,
        for_count=votes.yes,
        against_count=votes.no,
        abstention_count=votes.abstained,
    )


@dataclass(frozen=True)
class LeadingOutcome:
    """What was decided, ahead of the words of the point."""

    outcome: Outcome
    end: int
    """Folded offset at which the point's own words begin."""
    is_certain: bool
    """Its words can only be an outcome; else a title may begin with them as well."""


def leading_outcome(text: str, start: int = 0) -> LeadingOutcome | None:
    """The outcome that a folded text begins with from `start` on; None where it begins with anything else."""
    if not may_say(text, start):
        return None
    for result, pattern in LEADS:
        if (m := pattern.match(text, start)) is not None:
            head = m.group()
            found = replace(_finished(result, head, 0, len(head)), start=start, end=m.end())
            return LeadingOutcome(found, m.end(), WEAK.match(head) is None)
    return None


def heading_outcome(text: str) -> Outcome | None:
    """What a heading over several points says of them: 'postponed points', 'adopted by a majority'."""
    found = find_outcome(text)
    if found is not None and found.is_vote and not (found.result == "adopted" and HEADINGS[1][1].search(text)):
        return found
    return next((_finished(r, text, m.start(), m.end()) for r, p in HEADINGS if (m := p.search(text))), None)


def results_in(text: str) -> set[str]:
    """Every result that a folded text speaks of."""
    return {result for result, pattern in RESULTS if pattern.search(text)}


def outcome_of_counts(stated: Outcome | None, yes: int | None, no: int | None, none: int | None) -> Outcome | None:
    """An outcome with the counts of a table's own columns.

    Without words the larger side is what was decided; of equal sides nothing is.
    """
    if yes is None or no is None:
        return stated
    if stated is not None:
        return replace(stated, for_count=yes, against_count=no, abstention_count=none) if stated.is_vote else stated
    if yes == no:
        return None
    is_unanimous = no == none == 0
    return Outcome("adopted" if yes > no else "rejected", is_unanimous, yes, no, none, "unstated", 0, 0)
