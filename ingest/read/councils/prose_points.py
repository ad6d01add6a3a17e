"""Points told in prose: where the model marks one (`learned`), and what clauses say became of it.

A clause speaks of the points that are marked among its words, or of one that stands already (by its title, its number,
as 'this point', as 'it'). What prose tells of a listed point is kept with that one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.read.councils import act_rules, clause_rules, guard_rules, whole_rules
from ingest.read.councils.act_words import tidied
from ingest.read.councils.agenda import Lists
from ingest.read.councils.agenda_items import Item
from ingest.read.councils.agenda_references import outcomes_of_numbers, speak_of_told
from ingest.read.councils.clause_heads import earlier_in, sentences_of
from ingest.read.councils.clauses import Clause, clauses_of
from ingest.read.councils.learned.points import ALONE, GOVERNED, Span, points_told
from ingest.read.councils.outcomes import Outcome, find_outcome, outcome_of, results_in
from ingest.read.councils.titles_alike import are_alike, are_same, content_of
from ingest.read.lines import Line
from ingest.read.rules import tell
from ingest.text.numbers import NUMBER

#: 'all points' stands so near the head of what means them all.
_ARTICLE_CHARS = 4
#: Rules and model mark one act where so much of what either marks is what both do.
_SAME = 0.8
#: Clauses that name one point by its place.
_ONE_POINT = ("ordinal", "only")
#: 'all', behind what was excepted from them.
_EVERY = re.compile(r"(?:^|[ ,])(?:tous|toutes|all)$")
#: 'the point' and how many voted for it.
_POINT_COUNTED = re.compile(rf"[ ]?(?:ال)?نقطه (?:و?كل من )?(?:{NUMBER})(?!\w)")
#: 'The point' alone is no longer.
_POINT_CHARS = 14
#: Points of one page.
_MAX_ITEMS = 120


@dataclass
class _Told:
    """A point that prose tells of, and the line that does."""

    item: Item
    line: int


@dataclass
class _Prose:
    text: str
    lists: Lists
    is_announced: bool
    told: list[_Told] = field(default_factory=list)

    def read_line(self, line: Line, clauses: Sequence[Clause], spans: Sequence[Span]) -> None:
        """Take in one line: its points in order, each clause at its place among them."""
        left = list(spans)
        sentences = list(sentences_of(line.text)) if spans else []
        for clause in clauses:
            start, end = _without_name(line.text, clause.start, clause.end)
            named = [s for s in left if _are_of_one(s, start, end)]
            left = [s for s in left if s not in named]
            if clause.kind in _ONE_POINT and len(named) > 1:
                named = [_joined(named)]
            self._tell(line, [s for s in left if s.start < clause.start], ALONE)
            is_said = clause.kind == "said"
            items = self._tell(line, [s for s in named if is_said or not _marks_it(s, start, end)], GOVERNED)
            items += self._tell(line, [s for s in named if not is_said and _marks_it(s, start, end)], 0)
            left = [s for s in left if s.start >= clause.start]
            if is_said and not items:
                self._decide_last(clause, line)
            else:
                self._say(clause, line, items, line.text[slice(*tidied(line.text, start, end))])
                if (
                    len(items) == 1
                    and clause.outcome is not None
                    and (own := _near(line, items[0], spans, sentences)) is not None
                ):
                    items[0].decide(_of_one(line.text, clause.outcome, *own), line)
        self._tell(line, left, ALONE)
        self._ask_around(line, spans, sentences)

    def _ask_around(self, line: Line, spans: Sequence[Span], sentences: Sequence[tuple[int, int]]) -> None:
        """What the words next to a point say became of it, where no clause did: behind it, else ahead of it."""
        if self.is_announced:
            return
        for told in self.told:
            if told.line != line.index or told.item.said is not None:
                continue
            near = _near(line, told.item, spans, sentences)
            if near is None:
                continue
            low, start, end, high = near
            if guard_rules.ELECTED.search(line.text, low, high) or guard_rules.OUTSIDE.search(line.text, low, high):
                continue
            for text, at in ((line.text[:high], end), (line.text[:start], low)):
                outcome = find_outcome(text, at)
                if outcome is not None and outcome.is_vote:
                    told.item.decide(outcome, line)
                    break

    def _tell(self, line: Line, spans: Sequence[Span], least: float) -> list[Item]:
        """Take in points that are so certain at least; which points those are, listed ones among them."""
        found: list[Item] = []
        for span in spans:
            is_certain = span.certainty >= least
            tell("points.learned", span.words, f"line {line.index}", None if is_certain else f"{span.certainty:.2f}")
            if not is_certain:
                continue
            same = next((i for i in self.lists.items if are_alike(span.words, i.title(self.text))), None)
            if same is None and len(self.told) < _MAX_ITEMS:
                same = Item(None, 0, *line.folded.span(span.start, span.end))
                self.told.append(_Told(same, line.index))
            found += [same] if same is not None else []
        return found

    def _say(self, clause: Clause, line: Line, items: Sequence[Item], words: str) -> None:
        """What a clause says of the points that it names; of those that were told before where it names none anew."""
        outcome = None if self.is_announced else clause.outcome
        if not items:
            if outcome is not None:
                self._say_of_known(words, clause, line)
            return
        if len(items) == 1 and clause.number:
            items[0].number = clause.number
        before = self.told[-len(items) - 1].item.outcome if len(self.told) > len(items) else None
        if outcome is None and clause.is_same and before is not None:
            outcome = replace(before, for_count=None, against_count=None, abstention_count=None)
        for item in items:
            item.decide(outcome, line)

    def _say_of_known(self, words: str, clause: Clause, line: Line) -> None:
        """What a clause says of a point that stands already; nothing where it names none of them."""
        every = whole_rules.ALL_POINTS.search(words)
        is_every = every is not None and (every.start() <= _ARTICLE_CHARS or every.end() >= len(words.rstrip()))
        if clause_rules.VAGUE.search(words) is not None or is_every or _is_count(words) or _EVERY.search(words):
            return
        if (number := next(iter(outcomes_of_numbers(words, 0, len(words))), None)) is not None:
            self._decide_number(number, clause, line)
            return
        if _POINT_COUNTED.match(words) and clause.outcome is not None:
            stop = line.text.find(".", clause.end)
            near = (clause.outcome.start, stop if stop > 0 else len(line.text))
            self._decide_last(replace(clause, outcome=outcome_of(line.text, *near, clause.outcome.result)), line)
            return
        if _is_of_last(words):
            self._decide_last(clause, line)
            return
        known = [t.item for t in self.told] + list(self.lists.items)
        same = next((i for i in reversed(known) if are_alike(words, i.title(self.text))), None)
        if same is not None:
            same.decide(clause.outcome, line)

    def _decide_number(self, number: int, clause: Clause, line: Line) -> None:
        """'The second point was rejected': of the point that was told as the second."""
        for told in self.told:
            if told.item.number == number:
                told.item.decide(clause.outcome, line)

    def _decide_last(self, clause: Clause, line: Line) -> None:
        """'It was adopted': of the point that was told last, in this line or the one above."""
        last = self.told[-1] if self.told else None
        if last is None or self.is_announced or clause.outcome is None:
            return
        if (
            last.line == line.index
            or (clause.is_certain and line.index - last.line <= 3)
            or line.index - last.line == 1
        ):
            last.item.decide(clause.outcome, line)


def read_prose(text: str, lines: Sequence[Line], lists: Lists, *, is_announced: bool, month: int | None) -> list[Item]:
    """The points that running text tells of; outcomes that it states of listed points are kept with those."""
    prose = _Prose(text, lists, is_announced)
    is_ours = True
    spans = defaultdict(list)
    for span in points_told(lines, lists.lines):
        spans[span.line.index].append(span)
    for line in lines:
        if line.index not in lists.lines:
            clauses, is_ours = clauses_of(line.text, month, is_ours=is_ours)
            prose.read_line(line, clauses, list(_ours(line, spans[line.index], month)))
    found = _apart(prose.told, text)
    if not is_announced and not lists.items:
        speak_of_told(found, lines, month)
    return found


def _joined(spans: Sequence[Span]) -> Span:
    """One point of several, where the words say that it is one: 'the second, on building and letting …'."""
    return replace(spans[0], end=spans[-1].end, certainty=min(s.certainty for s in spans))


def _ours(line: Line, spans: Sequence[Span], month: int | None) -> Iterator[Span]:
    """The points of a line without those of another session and of another body's meeting."""
    left = list(spans)
    for start, end in sentences_of(line.text) if spans else ():
        inside = [s for s in left if start <= s.start < end]
        if not inside:
            continue
        left = [s for s in left if s.start >= end]
        earlier = earlier_in(line.text, start, end, month)
        is_outside = guard_rules.OUTSIDE_MEETING.search(line.text, start, end) is not None
        for span in inside:
            is_earlier = earlier is not None and earlier <= span.start
            if not is_outside and not is_earlier:
                yield span
                continue
            rule_id = guard_rules.OUTSIDE_MEETING.id if is_outside else guard_rules.EARLIER.id
            tell("points.learned", span.words, f"line {line.index}", rule_id)


def _near(
    line: Line, item: Item, spans: Sequence[Span], sentences: Sequence[tuple[int, int]]
) -> tuple[int, int, int, int] | None:
    """Folded offsets: where the words next to a point begin, where it does and ends, where those behind it end.

    They reach to the next point, or to the end of the sentence; None for a point of another line.
    """
    offsets, base = line.folded.offsets, line.folded.base
    start, end = bisect_left(offsets, item.start - base), bisect_left(offsets, item.end - base)
    own = next(((a, b) for a, b in sentences if a <= start < b), None)
    if own is None or not line.start <= item.start < line.start + len(line.raw):
        return None
    low = max((s.end for s in spans if s.end <= start), default=own[0])
    high = min((s.start for s in spans if s.start >= end), default=own[1])
    return max(low, own[0]), start, end, min(high, own[1])


def _of_one(text: str, outcome: Outcome, low: int, start: int, end: int, high: int) -> Outcome:
    """An outcome of one point: its manner and counts are those that stand next to the point itself."""
    low = max(low, min(outcome.start, start))
    if not results_in(text[low:start]) | results_in(text[end:high]) <= {outcome.result}:
        return outcome  # The words next to it speak of other points too.
    return outcome_of(text, low, start, outcome.result, (end, high))


def _are_of_one(span: Span, start: int, end: int) -> bool:
    """Whether most of a point's words stand among those of a clause's act."""
    return min(span.end, end) - max(span.start, start) > (span.end - span.start) / 2


def _marks_it(span: Span, start: int, end: int) -> bool:
    """Whether rules and model mark the same words: each for itself may be uncertain."""
    return min(span.end, end) - max(span.start, start) >= _SAME * (max(span.end, end) - min(span.start, start))


def _apart(told: list[_Told], text: str) -> list[Item]:
    """Each point once, in order; one of the headline only where the page tells no other that may be the same."""
    told = [t for t in told if t.line > 0 or not any(_is_told_again(t, other, text) for other in told)]
    kept: list[Item] = []
    for one in sorted(told, key=lambda t: t.item.start):
        same = next((i for i in kept if are_same(i.title(text), one.item.title(text))), None)
        if same is None:
            kept.append(one.item)
        elif one.item.said is not None:
            same.said = same.said or one.item.said
    return kept


def _is_told_again(headline: _Told, other: _Told, text: str) -> bool:
    """Whether a point below a headline shares half of its words, as where the headline shortens it."""
    short, full = content_of(headline.item.title(text)), content_of(other.item.title(text))
    return other.line > 0 and len(short & full) * 2 >= len(short)


def _is_of_last(words: str) -> bool:
    """Whether words mean the point that was told last: none at all, 'this point', 'it', 'the agreement'."""
    if not words.strip() or clause_rules.GENERIC_NOUN.search(words) is not None:
        return True
    if clause_rules.POINT_WORD.search(words) is not None and (
        len(words) < _POINT_CHARS or clause_rules.THIS_ONE.search(words) is not None
    ):
        return True
    content = content_of(words)
    if len(content) <= 1 and clause_rules.IT.search(f", {words}") is not None:
        return True
    return not content and clause_rules.ACT_NOUN.search(words) is not None


def _is_count(words: str) -> bool:
    """Whether words name acts by their number alone: 'Les trois'."""
    return re.fullmatch(rf"(?:les |ces |the |these |all )?(?:{NUMBER})", words.strip()) is not None


def _without_name(text: str, start: int, end: int) -> tuple[int, int]:
    """The words of an act behind 'the point relative to'."""
    regards = clause_rules.AS_REGARDS.search(text[start:end])
    if regards is not None and regards.start() <= 2:
        start += regards.end()
    named = clause_rules.NAMED_POINT.search(text[start:end]) or act_rules.ONLY_POINT.regex.match(text[start:end])
    return (start + named.end(), end) if named is not None else (start, end)
