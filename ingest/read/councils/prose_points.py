"""Points told in prose: clauses resolved into points, new ones and those that stand already.

A clause speaks of a point that stands (by its title, as 'this point', as 'it') or tells of a new one. Beside an agenda
that is listed, prose only says what became of its points, and names further ones when it says what became of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.read.councils import act_rules, clause_rules, whole_rules
from ingest.read.councils.act_words import tidied
from ingest.read.councils.agenda import Lists
from ingest.read.councils.agenda_items import Item, Said
from ingest.read.councils.agenda_references import outcomes_of_numbers, speak_of_told
from ingest.read.councils.clause_heads import LAST
from ingest.read.councils.clauses import Clause, clauses_of
from ingest.read.councils.outcome_patterns import may_say
from ingest.read.councils.outcomes import find_outcome, outcome_of
from ingest.read.councils.titles_alike import are_alike, are_same, content_of
from ingest.read.lines import Line
from ingest.read.rules import tell
from ingest.text.numbers import NUMBER

#: A shorter title names nothing.
_TITLE_CHARS = 6
#: 'all points' stands so near the head of what means them all.
_ARTICLE_CHARS = 4
#: '26 projets de conventions': so many, none of them named.
_BARE_COUNT = 3
#: 'all', behind what was excepted from them.
_EVERY = re.compile(r"(?:^|[ ,])(?:tous|toutes|all)$")
_COUNT = re.compile(rf"(?!une? ){NUMBER}(?!\w)")
#: 'the point' and how many voted for it.
_POINT_COUNTED = re.compile(rf"[ ]?(?:ال)?نقطه (?:و?كل من )?(?:{NUMBER})(?!\w)")
#: Fewer paragraphs that are headed by a subject are none of points.
_FEWEST_HEADED = 2
#: The heading of a paragraph is no longer.
_HEADING_CHARS = 140
#: Points of one page.
_MAX_ITEMS = 120


@dataclass
class _Told:
    """A point that prose tells of."""

    item: Item
    kind: str
    line: int
    is_linked: bool


@dataclass
class _Prose:
    text: str
    lists: Lists
    is_announced: bool
    told: list[_Told] = field(default_factory=list)

    def resolve(self, clause: Clause, line: Line) -> None:
        """Take in one clause."""
        if clause.kind == "said":
            self._decide_last(clause, line)
            return
        start, end = _without_name(line.text, clause.start, clause.end)
        is_named = start > clause.start
        start, end = tidied(line.text, start, end) if end - start >= _TITLE_CHARS else (start, end)
        words = line.text[start:end]
        if clause.outcome is not None and not self.is_announced and self._is_of_known(words, clause, line):
            return
        if self._is_new(clause, words, is_named=is_named):
            first, last = line.folded.span(start, end)
            outcome = clause.outcome
            if outcome is None and clause.is_same and self.told and (before := self.told[-1].item.outcome) is not None:
                outcome = replace(before, for_count=None, against_count=None, abstention_count=None)
            said = None if outcome is None else Said(outcome, line)
            item = Item(clause.number, 0, first, last, said)
            self.told.append(_Told(item, clause.kind, line.index, clause.is_linked))

    def read_headed(self, head: re.Match[str], line: Line) -> None:
        """A paragraph whose head names its point: 'As regards the lease: …', with what it says became of that."""
        tell(clause_rules.HEADED.id, head.group(), f"line {line.index}")
        outcome = None if self.is_announced else find_outcome(line.text, head.end())
        said = Said(outcome, line) if outcome is not None and outcome.is_vote else None
        first, last = line.folded.span(*head.span("title"))
        self.told.append(_Told(Item(None, 0, first, last, said), "listed", line.index, True))

    def _is_of_known(self, words: str, clause: Clause, line: Line) -> bool:
        """Whether a clause says what became of a point that stands already, or of none that it names."""
        every = whole_rules.ALL_POINTS.search(words)
        is_every = every is not None and (every.start() <= _ARTICLE_CHARS or every.end() >= len(words.rstrip()))
        if clause_rules.VAGUE.search(words) is not None or is_every or _is_count(words) or _EVERY.search(words):
            return True
        if (number := next(iter(outcomes_of_numbers(words, 0, len(words))), None)) is not None:
            self._decide_number(number, clause, line)
            return True
        if _POINT_COUNTED.match(words) and clause.outcome is not None:
            stop = line.text.find(".", clause.end)
            near = (clause.outcome.start, stop if stop > 0 else len(line.text))
            self._decide_last(replace(clause, outcome=outcome_of(line.text, *near, clause.outcome.result)), line)
            return True
        has_point_word = clause_rules.POINT_WORD.search(words) is not None
        if (
            not words.strip()
            or (clause_rules.THIS_ONE.search(words) and has_point_word)
            or (has_point_word and len(words) < 14)
        ):
            self._decide_last(clause, line)
            return True
        is_generic = not content_of(words) and clause_rules.ACT_NOUN.search(words) is not None
        if (
            is_generic
            or clause_rules.GENERIC_NOUN.search(words)
            or (clause_rules.IT.search(f", {words}") and len(content_of(words)) <= 1)
        ):
            self._decide_last(clause, line)
            return True
        known = [t.item for t in self.told] + list(self.lists.items)
        same = next((i for i in reversed(known) if are_alike(words, i.title(self.text))), None)
        if same is not None:
            same.decide(clause.outcome, line)
        return same is not None

    def _is_new(self, clause: Clause, words: str, *, is_named: bool) -> bool:
        """Whether a clause tells of a point that does not stand yet."""
        if len(words) < _TITLE_CHARS or len(self.told) >= _MAX_ITEMS or clause_rules.VAGUE.search(words):
            return False
        if clause.kind == "decided":
            if self.is_announced or (not content_of(words) and not is_named):
                return False
            if not is_named and _COUNT.match(words) and len(content_of(words)) <= _BARE_COUNT:
                return False
            return not self.lists.items or is_named or self.lists.is_governed
        if clause.kind == "ordinal" and clause.outcome is not None:
            return not self.is_announced
        if clause.kind == "studied" and clause_rules.GENERIC_NOUN.search(words) is not None:
            return False
        if clause.kind == "studied" and any(are_alike(words, t.item.title(self.text)) for t in self.told):
            return False
        return not self.lists.items

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
            or (last.kind == "only" and len(self.told) == 1)
        ):
            last.item.decide(clause.outcome, line)


def read_prose(text: str, lines: Sequence[Line], lists: Lists, *, is_announced: bool, month: int | None) -> list[Item]:
    """The points that running text tells of; outcomes that it states of listed points are kept with those."""
    prose = _Prose(text, lists, is_announced)
    is_ours = True
    headed = {line.index: h for line in lines if (h := clause_rules.HEADED.regex.match(line.text)) is not None}
    if lists.items or len(headed) < _FEWEST_HEADED:
        headed = {}
    titles = set() if lists.items or is_announced else _titles_of_paragraphs(lines)
    for line in lines:
        if line.index in lists.lines:
            continue
        if line.index in titles:
            prose.told.append(_Told(Item(None, 0, *_span_of(line)), "listed", line.index, True))
            continue
        if line.index in headed:
            prose.read_headed(headed[line.index], line)
            continue
        clauses, is_ours = clauses_of(line.text, month, is_ours=is_ours)
        for clause in clauses:
            prose.resolve(clause, line)
    found = _kept(prose.told, text)
    if not is_announced and not lists.items:
        speak_of_told(found, lines, month)
    return found


def _titles_of_paragraphs(lines: Sequence[Line]) -> set[int]:
    """Lines that name an act, each right above a paragraph that tells what became of it; none unless there are several.

    A report may have a heading for each point.
    """
    found: set[int] = set()
    for line, below in pairwise(lines):
        words = line.text.strip()
        is_title = _TITLE_CHARS <= len(words) <= _HEADING_CHARS and not words.endswith((".", ":", ";"))
        if not is_title or clause_rules.ACT_BEGINS.search(words) is None or may_say(words):
            continue
        said = [c for c in clauses_of(below.text)[0] if c.outcome is not None]
        if said and all(c.kind == "said" or c.start >= c.end for c in said):
            found.add(line.index)
    return found if len(found) >= _FEWEST_HEADED else set()


def _span_of(line: Line) -> tuple[int, int]:
    """Document offsets of a line's words."""
    start = line.start + len(line.raw) - len(line.raw.lstrip())
    return start, line.start + len(line.raw.rstrip())


def _kept(told: list[_Told], text: str) -> list[Item]:
    """Points that are certain: decided ones; ordinals in a row; what was studied, where nothing names the agenda."""
    ordinals = [t for t in told if t.kind == "ordinal"]
    before = [t for t in told if t.kind == "studied" and ordinals and t.item.start < ordinals[0].item.start]
    row = _in_row(ordinals, len(before))
    if row and row[0].item.number == len(before) + 1:
        row = [*before, *row]
    in_row = [*row, *(t for t in told if t.kind == "listed")]
    decided = [t for t in told if t.kind == "decided" or (t.kind == "ordinal" and t.item.said is not None)]
    only = [t for t in told if t.kind == "only"]
    studied = [t for t in told if t.kind == "studied"]
    if in_row or only:
        studied = [t for t in studied if t.item.said is not None]
    if only and not in_row:
        return _apart([*only[:1], *decided], text)
    return _apart([*in_row, *decided, *studied], text)


def _in_row(ordinals: list[_Told], ahead: int) -> list[_Told]:
    """The first, the second, …: two at least, the first of them with words that say what it is about.

    Args:
        ahead: so many points were told before the first of them, by what was done with them.
    """
    row: list[_Told] = []
    at = ahead if ordinals and ordinals[0].item.number == ahead + 1 else 0
    for one in ordinals:
        if one.item.number in (at + len(row) + 1, LAST) and (row or one.is_linked):
            one.item.number = at + len(row) + 1
            row.append(one)
    return row if at + len(row) >= 2 else []


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
