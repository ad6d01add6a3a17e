"""Heads of a sentence: the words that make a clause of what stands behind them, or before.

'approved', 'was postponed', 'the first point concerns': none inside another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ingest.read.councils import (
    act_rules,
    clause_rules,
    guard_rules,
    series_rules,
    study_rules,
    verdict_rules,
    whole_rules,
)
from ingest.read.rules import Rule, choice_of, phrases_of, tell
from ingest.text.dates import MONTHS
from ingest.text.fold import fold
from ingest.text.numbers import ORDINALS
from ingest.text.standing import Stems
from ingest.text.stems import without_longer

#: A sentence ends at a stop before a space, not behind a lone letter.
_END = re.compile(
    r"(?<![ (.][a-z])(?<!^[a-z])[.!?](?= |$)|(?<=[ء-ي]{4})[.](?=[ء-ي]{2})"
    r"|(?<=[a-z]{5})[.](?=(?:ils?|elles?|les?|la|en|the|this) )"
)
#: Stems of words of decision, of study and of points, in every sentence that has a clause.
_STEMS = Stems(without_longer(fold(stem) for stem in phrases_of("stem_of_acts")))
#: So many of a sentence's characters say where a rule spoke.
PLACE_CHARS = 40
#: Right behind the point before: a mark and 'and'.
_JOINED = re.compile(r"[,;][ ]?(?:و|ثم )\w+$")
#: The last of several has the number behind the one before it, whichever that is.
LAST = 0
#: Heads behind their act.
_BEHIND = (*act_rules.HEADS_BEHIND, *verdict_rules.HEADS_BEHIND)
_VERDICTS = choice_of((*act_rules.HEADS_BEFORE, *verdict_rules.HEADS_BEFORE, *_BEHIND))
_STUDIES = choice_of(
    (
        study_rules.STUDIED,
        study_rules.STUDY_OF,
        study_rules.SESSION_FOR,
        study_rules.PUT_BEFORE,
        study_rules.TURNED_TO,
        study_rules.HANDLES,
        study_rules.TO_HANDLE,
    )
)
_PLACES = ((1, act_rules.FIRST_OF), (2, act_rules.OTHER_OF), (LAST, act_rules.LAST_OF))


@dataclass(frozen=True)
class Head:
    """The words at [start, end) that make a clause of what stands behind them, or before."""

    kind: str
    rule: Rule
    match: re.Match[str]
    result: str | None = None
    is_before: bool = True

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    @property
    def groups(self) -> dict[str, str | None]:
        return self.match.groupdict()

    def takes(self, other: Head, text: str) -> bool:
        """Whether another head is the act of this one: 'postponed the study of …', 'rejected point 2'."""
        between = text[self.end : other.start]
        if self.kind != "decided" or not self.is_before:
            return False
        if other.kind == "named":
            return not re.search(r"[,;]", between) and not whole_rules.EXCEPTING.search(between)
        if other.kind == "only":
            return not between.strip()
        if other.kind == "ordinal":
            return not between.strip() and not other.groups["link"] and not other.groups["flink"]
        return other.kind == "studied" and not re.search(r"[,;]", between)

    def tell(self, text: str, at: int, overruled_by: str | None = None) -> None:
        tell(self.rule.id, self.match.group(), text[at : at + PLACE_CHARS], overruled_by)


@dataclass(frozen=True)
class Sentence:
    """A sentence at [start, end) of its line."""

    text: str
    start: int
    end: int
    month: int | None

    @cached_property
    def earlier(self) -> int | None:
        """Where it begins to speak of another session."""
        return earlier_in(self.text, self.start, self.end, self.month)

    def is_earlier(self, low: int, at: int, high: int) -> bool:
        """Whether what a head at `at` of the part [low, high) says is of an earlier session that was spoken of."""
        if self.earlier is None or self.earlier >= high:
            return False
        return self.earlier >= low or guard_rules.GOES_BACK.search(self.text, self.earlier, at) is None

    @property
    def is_to_come(self) -> bool:
        """Whether it says what is to be done."""
        return guard_rules.TO_COME.search(self.text, self.start, self.end) is not None

    @property
    def may_speak(self) -> bool:
        """Whether it holds a stem of a word of decision, of study or of points."""
        words = self.text[self.start : self.end]
        if _STEMS.stand_in(words):
            return True
        if clause_rules.COUNTED_MATTERS.search(words) or series_rules.BEFORE_THEM.search(words):
            return True
        return self.is_of_points and act_rules.ORDINAL_POINT.search(self.text, self.start, self.end) is not None

    @cached_property
    def is_of_points(self) -> bool:
        """Whether its line has spoken of points, or counted what else came before the council."""
        rules = (clause_rules.POINT_WORD, clause_rules.COUNTED_MATTERS)
        return any(rule.search(self.text, 0, self.end) is not None for rule in rules)


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of a folded line."""
    at = 0
    for m in [*_END.finditer(text), None]:
        end = m.start() if m else len(text)
        if text[at:end].strip():
            yield at, end
        at = m.end() if m else end


def earlier_in(text: str, start: int, end: int, month: int | None) -> int | None:
    """Where a sentence begins to speak of another session than the page's; None where it does not."""
    if (opening := guard_rules.AFTER_PUT_OFF.regex.match(text[start:end])) is not None:
        start += opening.end()
    named = guard_rules.EARLIER.finditer(text, start, end)
    found = [m.start() for m in named if not guard_rules.RECORD_OF.search(text, start, m.start())]
    if month is not None:
        months = guard_rules.SESSION_OF_MONTH.finditer(text, start, end)
        found += [
            m.start()
            for m in months
            if MONTHS.get(m["month"], month) != month and not guard_rules.PUT_OFF_TO.search(text, start, m.start())
        ]
    return min(found, default=None)


def heads_of(s: Sentence) -> list[Head]:
    """The heads of a sentence, none inside another."""
    where = (s.text, s.start, s.end)
    words = s.text[s.start : s.end]
    found = [
        Head("decided", rule, m, _result(rule, m), rule not in _BEHIND)
        for rule in _VERDICTS.standing_in(words)
        for m in rule.regex.finditer(*where)
        if rule is not verdict_rules.MET or _is_said(s, m)
    ]
    found += [Head("only", act_rules.ONLY_POINT, m) for m in act_rules.ONLY_POINT.finditer(*where)]
    found += _ordinals(s)
    found += [Head("named", act_rules.ABOUT_POINT, m) for m in act_rules.ABOUT_POINT.finditer(*where)]
    if all(h.kind in ("decided", "named") for h in found):
        studies = [
            Head("studied", rule, m)
            for rule in _STUDIES.standing_in(words)
            if rule is not study_rules.TO_HANDLE or s.is_to_come
            for m in rule.regex.finditer(*where)
        ]
        found += [h for h in studies if not any(h.start <= d.start < h.end for d in found)]
    kept: list[Head] = []
    for head in sorted(found, key=lambda h: (h.start, -h.end)):
        if not kept or (head.start >= kept[-1].end and not kept[-1].takes(head, s.text)):
            kept.append(head)
    return kept


def _is_said(s: Sentence, m: re.Match[str]) -> bool:
    """Whether an Arabic verdict is said of a matter: neither the count of one side nor a clause that describes a noun.

    'An agreement the council approved in 2021' has no joint before its verb; it is a verdict where the line is about a
    session.
    """
    if verdict_rules.OF_SIDE.search(m.group()) is not None:
        around = s.text[max(m.start() - PLACE_CHARS, s.start) : min(m.end() + PLACE_CHARS, s.end)]
        if verdict_rules.COUNTED.search(around) is not None:
            return False
    is_joined = verdict_rules.JOINT.match(m.group()) is not None or s.text[: m.start()].rstrip().endswith((",", ":"))
    context = (clause_rules.SESSION_WORD, guard_rules.COUNCIL, clause_rules.AS_REGARDS, clause_rules.POINT_WORD)
    return is_joined or any(r.search(s.text, 0, m.start()) is not None for r in context)


def _result(rule: Rule, m: re.Match[str]) -> str:
    groups = m.groupdict()
    if groups.get("rejected_against"):
        return "rejected"
    results = ("rejected", "postponed", "withdrawn", "adopted")
    said = {name.partition("_")[0] for name, words in groups.items() if words}
    return next((r for r in results if r in said), None) or act_rules.RESULT_OF[rule.id]


def _ordinals(s: Sentence) -> Iterator[Head]:
    """The points that a sentence names by their place; behind the first of them the bare next one: 'and the second …'.

    An ordinal names a point where it says so, or stands in a sentence about points with what it is about.
    """
    last: int | None = None
    for m in act_rules.ORDINAL_POINT.finditer(s.text, s.start, s.end):
        head = Head("ordinal", act_rules.ORDINAL_POINT, m)
        groups = head.groups
        number, is_linked = place_of(head)
        is_named = bool(groups["point"] or groups["fpoint"]) or (s.is_of_points and bool(is_linked or groups["det"]))
        is_next = last is not None and number == last + 1 and _JOINED.search(s.text[s.start : m.end("o")]) is not None
        if is_named or is_next:
            last = number if number is not None else last
            yield head


def place_of(head: Head) -> tuple[int | None, bool]:
    """The number of an ordinal, and whether words say what its point is about."""
    groups = head.groups
    words = groups["o"] or groups["of"] or groups["lone"] or ""
    digits = re.match(r"\d+", words)
    number = int(digits.group()) if digits else ORDINALS.get(words)
    if number is None:
        number = next((n for n, rule in _PLACES if rule.search(words)), None)
    return number, any(groups[name] for name in ("verb", "link", "flink", "llink"))
