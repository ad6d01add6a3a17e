"""Clauses of a sentence: what the council did with which act, found by the verbs that stand before or behind it.

A sentence is divided at its heads ('approved', 'was postponed', 'the first point concerns'): what lies between one and
the next is the act (`act_words`). What is said of another body's vote, of an earlier session or of an election is no
clause of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.read.councils import act_rules, clause_rules, guard_rules, series_rules, study_rules, whole_rules
from ingest.read.councils.act_words import acts_after, acts_before, cut_at, joined, trimmed
from ingest.read.councils.clause_heads import PLACE_CHARS, Head, Sentence, heads_of, place_of, sentences_of
from ingest.read.councils.counted_series import counted_series, repeated_series
from ingest.read.councils.outcome_patterns import may_say
from ingest.read.councils.outcomes import Outcome, find_outcome, outcome_of
from ingest.read.rules import tell

#: What a sentence is about stands so near its beginning.
_OPENING_CHARS = 3
#: A pronoun that is all of an act stands so near its beginning.
_PRONOUN_CHARS = 16
#: No more than a manner stands between a verb and the count of what it takes.
_IS_MANNER = re.compile(
    r"[ ,]*(?:(?:a|par|by|with)?[ ]?[^,;:.]{0,40}(?:unanim|majorit)\w*[ ,]*)?(?:(?:les|the|ces)[ ])?"
)
#: A title ahead of its outcome, or among others in one line, is no shorter.
_TITLE_CHARS, _LISTED_CHARS = 8, 6


@dataclass(frozen=True)
class Clause:
    """What a sentence says of one act, at folded offsets [start, end) of its line."""

    kind: str
    """decided, studied, ordinal, only, listed, or said (of what was spoken of before)."""
    start: int
    end: int
    outcome: Outcome | None = None
    number: int | None = None
    is_linked: bool = True
    """An ordinal has words that say what its point is about."""
    is_certain: bool = True
    """Words that can only mean this point: 'this point', 'it'."""
    is_same: bool = False
    """What became of the point before became of it: 'the same goes for the third'."""


def clauses_of(text: str, month: int | None = None, *, is_ours: bool = True) -> tuple[list[Clause], bool]:
    """Clauses of a folded line, in order, and whether the council is who the line speaks of last.

    Args:
        month: of the page's session: what is told of a session of another month is not this session's.
        is_ours: whether the council was who the line before spoke of.
    """
    found: list[Clause] = []
    for start, end in sentences_of(text):
        clauses, is_ours = _of_sentence(Sentence(text, start, end, month), is_ours)
        found += clauses
    return found, is_ours


def _of_sentence(s: Sentence, is_ours: bool) -> tuple[list[Clause], bool]:
    """The clauses of one sentence, and whether its last subject is the council."""
    outside = guard_rules.OUTSIDE_MEETING.search(s.text, s.start, s.end)
    if outside is not None:
        tell(guard_rules.OUTSIDE_MEETING.id, outside.group(), s.text[s.start : s.start + PLACE_CHARS])
        return [], False
    is_ours = is_ours or guard_rules.NAMED_COUNCIL.search(s.text, s.start, s.end) is not None
    if not s.may_speak:
        return [], is_ours
    if _may_list(s) and s.earlier is None and (listed := list(_listed(s))):
        return listed, is_ours
    heads = heads_of(s)
    if all(h.kind in ("studied", "named", "ordinal") for h in heads) and (series := _series(s)):
        return series, is_ours
    is_of_all = s.earlier is None and whole_rules.ALL_POINTS.search(s.text, s.start, s.end) is not None
    if is_of_all and (series := [Clause("listed", *piece) for piece in counted_series(s.text, s.start, s.end)]):
        return series, is_ours
    found: list[Clause] = []
    of_counted: Outcome | None = None
    for i, head in enumerate(heads):
        low, high = _part(s, heads, i)
        if head.kind == "decided":
            is_ours = _is_ours(s.text, head, low, is_ours)
            acts = list(_decided(s, heads, i, is_ours=is_ours, before=found))
            if not acts and is_ours and head.is_before and s.earlier is None:
                of_counted = _of_counted(s.text, head, high)
            found += acts
        else:
            told = list(_told(s.text, head, high)) if _is_of_session(s, head, low, high) else []
            is_theirs = of_counted is not None and head.kind == "ordinal"
            if guard_rules.SAME_AGAIN.search(s.text, low, head.end) is not None:
                told = [replace(c, is_same=True) for c in told]
            found += [replace(c, outcome=c.outcome or of_counted) for c in told] if is_theirs else told
    may_add = is_ours and (may_say(s.text[s.start : s.end]) or clause_rules.AS_REGARDS.search(s.text, s.start, s.end))
    if may_add and s.earlier is None and guard_rules.ELECTED.search(s.text, s.start, s.end) is None:
        first = min((h.start for h in heads if h.kind == "decided"), default=s.end)
        found = [*_regarding(s.text, s.start, first), *_of_topic(s, found)]
        if not any(c.outcome is not None for c in found):
            found += _said(s.text, s.start, s.end)
    return found, is_ours


def _part(s: Sentence, heads: list[Head], i: int) -> tuple[int, int]:
    """Offsets of what stands between the head before the i-th and the one behind it."""
    return heads[i - 1].end if i else s.start, heads[i + 1].start if i + 1 < len(heads) else s.end


def _may_list(s: Sentence) -> bool:
    rules = (act_rules.AMONG_POINTS, act_rules.LISTED)
    return any(rule.search(s.text, s.start, s.end) is not None for rule in rules)


def _is_ours(text: str, head: Head, low: int, before: bool) -> bool:
    """Whether the council is who decides: by the subject next to the verb, else by the one before."""
    if not before:
        return False
    if gap := head.groups.get("gap"):
        return guard_rules.OUTSIDE.search(gap) is None
    is_active = head.rule in (act_rules.VOTED, act_rules.ASSENTED, act_rules.VOTED_EN)
    if not is_active or guard_rules.COUNCIL.search(head.match.group()) is not None:
        return True
    subject = text[low : head.start]
    if not subject.strip(" ,") or guard_rules.GOES_ON.search(subject) or head.match.group().startswith("et "):
        return True
    ours = [m.start() for m in guard_rules.COUNCIL.finditer(subject)]
    others = [m.start() for m in guard_rules.OUTSIDE.finditer(subject)]
    if ours or others:
        return max(ours, default=-1) > max(others, default=-1)
    return guard_rules.PRONOUN.search(subject) is not None


def _decided(s: Sentence, heads: list[Head], i: int, *, is_ours: bool, before: list[Clause]) -> Iterator[Clause]:
    """The acts of the i-th head up to the next, each with its outcome; none where it is no decision of the session."""
    head, (low, high) = heads[i], _part(s, heads, i)
    is_again = i > 0 and heads[i - 1].kind == "decided" and not heads[i - 1].is_before
    if guard_rules.ELECTED.search(s.text, low, high) is not None:
        head.tell(s.text, low, guard_rules.ELECTED.id)
    elif not is_ours:
        head.tell(s.text, low, guard_rules.OUTSIDE.id)
    elif s.is_earlier(low, head.start, high):
        head.tell(s.text, low, guard_rules.EARLIER.id)
    elif guard_rules.RELATIVE.search(s.text, low, head.start) is not None:
        yield from _described(s.text, head, high, before)
    else:
        head.tell(s.text, low)
        result = head.result or "adopted"
        if (act := next((n for n in ("act", "act_one", "act_two") if head.groups.get(n)), None)) is not None:
            start, end = trimmed(s.text, *head.match.span(act))
            acts = iter([(start, end, outcome_of(s.text, head.match.end(act), high, result))])
        elif head.is_before and (series := list(_counted_behind(s.text, head, high, result))):
            acts = iter(series)
        elif head.is_before:
            manner_at = low if low == s.start else head.start
            acts = acts_after(s.text, head.start, head.end, high, result, manner_at)
        else:
            acts = acts_before(s.text, low, head.start, high, result, is_again=is_again)
        for start, end, outcome in acts:
            yield Clause("decided", start, end, _by_tally(head, outcome))


def _counted_behind(text: str, head: Head, high: int, result: str) -> Iterator[tuple[int, int, Outcome]]:
    """Acts that a verb takes by their count, then named: 'two points: the lease and the sale'."""
    counted = clause_rules.COUNTED_MATTERS.search(text, head.end, high)
    if counted is None or not _IS_MANNER.fullmatch(text, head.end, counted.start()):
        return
    outcome = outcome_of(text, head.start, counted.start(), result)
    for start, end in counted_series(text, counted.start(), high):
        yield start, end, outcome


def _by_tally(head: Head, outcome: Outcome) -> Outcome:
    """'It gathered 6 votes, 12 against': the counts say what became of it."""
    yes, no = outcome.for_count, outcome.against_count
    if not (head.groups.get("tally") or head.groups.get("tally_en")) or yes is None or no is None or yes > no:
        return outcome
    return replace(outcome, result="rejected")


def _described(text: str, head: Head, high: int, before: list[Clause]) -> Iterator[Clause]:
    """'…, which was postponed', of a point that the same sentence names; of anything else it is a description."""
    if not before or before[-1].kind not in ("ordinal", "only", "studied") or before[-1].outcome is not None:
        head.tell(text, head.start, guard_rules.RELATIVE.id)
        return
    last = before.pop()
    head.tell(text, last.start)
    pronoun = re.search(r"[ ,:-]*\w+[ ]*$", text[last.start : head.start])
    end = min(last.end, last.start + pronoun.start()) if pronoun else last.end
    outcome = outcome_of(text, head.start, high, head.result or "adopted")
    yield replace(last, end=trimmed(text, last.start, end)[1], outcome=outcome)


def _is_of_session(s: Sentence, head: Head, low: int, high: int) -> bool:
    """Whether what is studied, turned to or to be handled is so by the council, in the page's session."""
    if head.kind != "studied" or head.rule is study_rules.STUDY_OF:
        return True
    is_ours = guard_rules.COUNCIL.search(s.text, low, head.end) is not None
    if guard_rules.OUTSIDE.search(s.text, low, head.start) is not None and not is_ours:
        return False
    if head.rule is study_rules.STUDIED:
        return True
    if s.is_earlier(low, head.start, high):
        return False
    is_session = is_ours or clause_rules.SESSION_WORD.search(s.text, s.start, high) is not None
    return head.rule is not study_rules.SESSION_FOR or is_session or head.match.group().startswith(("elle", "it"))


def _of_counted(text: str, head: Head, high: int) -> Outcome | None:
    """'approved three agreements: the first concerns …': what is said of each that is named behind."""
    words = text[head.end : high].strip()
    counted = clause_rules.COUNTED_MATTERS.search(words)
    if counted is None or counted.start() > _OPENING_CHARS or not words.endswith(":"):
        return None
    return outcome_of(text, head.start, high, head.result or "adopted")


def _is_own_letter(text: str, start: int) -> bool:
    """Whether the first letter of an act is that of its noun ('programming'), not "in" before it."""
    begins = clause_rules.ACT_BEGINS
    return begins.search(text[start:]) is not None and begins.search(text[start + 1 :]) is None


def _told(text: str, head: Head, high: int) -> Iterator[Clause]:
    """A point that is named by its place, as the only one, or as what was studied."""
    start, stop = trimmed(text, head.end, cut_at(text, head.end, high))
    if head.rule is study_rules.PUT_BEFORE:
        start, stop = trimmed(text, *head.match.span("act"))
    if head.kind == "studied":
        context = (clause_rules.SESSION_WORD, guard_rules.COUNCIL, clause_rules.ITS_AGENDA)
        is_report = head.rule is study_rules.TURNED_TO
        is_vague = any(r.search(text[start:stop]) for r in (clause_rules.VAGUE, clause_rules.ITS_AGENDA))
        if (is_report or any(r.search(text, 0, high) for r in context)) and not is_vague:
            head.tell(text, start)
            for first, last in joined(text, start, stop, is_study=True):
                yield Clause("studied", *trimmed(text, first, last))
        return
    if re.match(r"ب[\w\"]\w{2}", text[start:stop]) and not _is_own_letter(text, start):
        start += 1  # 'concerns' takes "in" before what it is about.
    if (cost := clause_rules.SUM_OF.search(text, start + _TITLE_CHARS, stop)) is not None:
        stop = trimmed(text, start, cost.start())[1]
    outcome = find_outcome(text[:high], start)
    if outcome is not None and outcome.is_vote and outcome.start - start >= _TITLE_CHARS:
        stop = trimmed(text, start, min(stop, outcome.start))[1]
    else:
        outcome = None
    if head.kind == "named":
        if outcome is not None:
            head.tell(text, start)
            yield Clause("decided", start, stop, outcome)
        return
    number, is_linked = place_of(head) if head.kind == "ordinal" else (None, True)
    head.tell(text, start)
    yield Clause(head.kind, start, stop, outcome, number, is_linked)


def _listed(s: Sentence) -> Iterator[Clause]:
    """'The points are the following: A - B - C': points in one line, divided by marks."""
    if (among := act_rules.AMONG_POINTS.search(s.text, s.start, s.end)) is not None:
        outcome = find_outcome(s.text[: among.end()], among.start())
        tell(act_rules.AMONG_POINTS.id, among.group(), s.text[s.start : s.start + PLACE_CHARS])
        for first, last in joined(s.text, among.end(), s.end):
            is_vote = outcome is not None and outcome.is_vote
            yield Clause("listed", *trimmed(s.text, first, last), outcome if is_vote else None)
        return
    opening = act_rules.LISTED.search(s.text, s.start, s.end)
    cuts = list(clause_rules.BETWEEN.finditer(s.text, opening.end(), s.end)) if opening is not None else []
    if opening is None or not cuts:
        return
    at = opening.end()
    for stop, begin in [*((c.start(), c.end()) for c in cuts), (s.end, s.end)]:
        first, last = trimmed(s.text, at, stop)
        if last - first >= _LISTED_CHARS:
            tell(act_rules.LISTED.id, opening.group(), s.text[first : first + PLACE_CHARS])
            yield Clause("listed", first, last)
        at = begin


def _series(s: Sentence) -> list[Clause]:
    """Matters that a sentence counts and names, or puts before the council one behind the other."""
    if not any(r.search(s.text, s.start, s.end) for r in (clause_rules.COUNTED_MATTERS, series_rules.BEFORE_THEM)):
        return []
    end = s.end if s.earlier is None else s.earlier
    pieces = counted_series(s.text, s.start, end)
    if pieces:
        return [Clause("listed", *piece) for piece in pieces]
    if not any(r.search(s.text, s.start, s.end) for r in (guard_rules.COUNCIL, clause_rules.SESSION_WORD)):
        return []
    return [Clause("studied", *piece) for piece in repeated_series(s.text, s.start, end)]


def _regarding(text: str, start: int, end: int) -> Iterator[Clause]:
    """'As regards the lease, it was put off': the act ahead of its outcome, where no verb takes it as its object."""
    regards = clause_rules.AS_REGARDS.search(text, start, end)
    if regards is None or regards.start() - start > _OPENING_CHARS:
        return
    outcome = find_outcome(text[:end], regards.end())
    if outcome is not None and outcome.is_vote:
        tell(clause_rules.AS_REGARDS.id, regards.group(), text[start : start + PLACE_CHARS])
        stop = cut_at(text, regards.end(), outcome.start)
        yield Clause("decided", *trimmed(text, regards.end(), stop), outcome)


def _of_topic(s: Sentence, found: list[Clause]) -> list[Clause]:
    """'As regards the lease, the council put it off': the act is what the sentence opens with."""
    regards = clause_rules.AS_REGARDS.search(s.text, s.start, s.end)
    if not found or found[0].kind != "decided" or regards is None or regards.start() - s.start > _OPENING_CHARS:
        return found
    first = found[0]
    words = s.text[first.start : min(first.end, first.start + _PRONOUN_CHARS)]
    topic = cut_at(s.text, regards.end(), first.start)
    comma = s.text.find(",", regards.end(), topic)
    is_it = clause_rules.IT.search(words) or clause_rules.BARE_POINT.regex.fullmatch(
        s.text[first.start : first.end].strip()
    )
    if (comma < 0 and topic == first.start) or is_it is None:
        return found
    return [replace(first, start=regards.end(), end=topic if comma < 0 else comma), *found[1:]]


def _said(text: str, start: int, end: int) -> Iterator[Clause]:
    """'It was adopted': a vote on what was spoken of before; nothing where the sentence speaks of all points."""
    outcome = find_outcome(text[:end], start)
    if outcome is None or not outcome.is_vote:
        return
    of_several = (whole_rules.ALL_POINTS, whole_rules.WHOLE_AGENDA, whole_rules.SEVERAL_POINTS)
    if any(r.search(text, start, end) for r in of_several):
        return
    is_this = clause_rules.THIS_ONE.search(text, start, end) and clause_rules.POINT_WORD.search(text, start, end)
    it = clause_rules.IT.search(text, start, end) or is_this
    yield Clause("said", start, end, outcome, is_certain=it is not None)
