"""Which lines are the points of an agenda: one form of mark, below words that open a list of points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.read.councils.agenda_items import Item, Said
from ingest.read.councils.agenda_lines import Marked
from ingest.read.councils.agenda_patterns import DECISION_WORD
from ingest.read.councils.agenda_titles import is_only_outcome, item_of_entry, item_of_row
from ingest.read.councils.outcome_patterns import may_say
from ingest.read.councils.session_patterns import SITTING
from ingest.read.lines import Entry, Line, rows_below

_MAX_ITEMS = 120
#: A row of more cells, whose table has no head of points, is none: 'no. | association | project | sum'.
_MOST_CELLS = 3
#: A line between two bullets that heads another list is no longer.
_HEADING_CHARS = 30
#: A list of numbers begins so many lines below the words that open it; one of bullets right below.
_NUMBERS_BELOW, _BULLETS_BELOW = 6, 2
#: Numbers of a list go on so far when lines follow each other, and when other lines stand between.
_REACH_NEXT, _REACH_APART = 12, 3
#: Lists of approved points keep the numbers of the agenda: they may begin so high at any distance.
_FIRST_NUMBER = 3


@dataclass(frozen=True)
class Placed:
    """A point and the index of the line that holds it."""

    item: Item
    index: int


@dataclass(frozen=True)
class Grouped:
    """The points, and the lines that were read as points, rows, heads of tables and headings."""

    placed: list[Placed]
    lines: set[int]
    headings: set[int]
    form: str | None
    """How the points begin: row, point, decision, number or bullet."""


@dataclass(frozen=True)
class _Opened:
    """What the next line may be, by the lines before it."""

    at: int = -1
    """The line that opened the agenda, or that held its last point."""
    is_agenda: bool = False
    """It names points; else only a session."""
    form: str | None = None
    last: int | None = None
    """The number of the last point."""
    heading: Said | None = None
    is_fresh: bool = False
    """A heading stands right above: points may begin anew, in another form."""


@dataclass
class _Found:
    placed: list[Placed] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)

    def keep(self, item: Item, index: int, heading: Said | None) -> None:
        item.heading = heading
        self.placed.append(Placed(item, index))
        self.lines.add(index)

    @property
    def next_order(self) -> int:
        return len(self.placed) + 1


def group(marks: Sequence[Marked]) -> Grouped:
    """The points of a document, in order."""
    found = _Found()
    opened = _Opened()
    for mark in marks:
        if len(found.placed) >= _MAX_ITEMS:
            break
        if mark.index not in found.lines:
            opened = _next(marks, mark, opened, found)
    return Grouped(found.placed, found.lines, found.headings, opened.form)


def _next(marks: Sequence[Marked], mark: Marked, opened: _Opened, found: _Found) -> _Opened:
    """Take one line in: what may follow once it has been read."""
    if mark.kind == "group":
        found.headings.add(mark.index)
        found.lines.add(mark.index)
        return replace(opened, at=mark.index, is_agenda=True, heading=mark.heading, is_fresh=True)
    if mark.kind == "head" and not found.placed:
        _read_table(marks, mark, opened, found)
        return replace(opened, form="row")
    if mark.kind == "sitting":
        if not found.placed and SITTING.match(mark.line.text):
            return replace(
                opened, at=mark.index, is_agenda=True
            )  # "First sitting: Monday 14 September", then its points
        return replace(opened, at=mark.index) if opened.at >= 0 else opened
    if mark.kind == "theme":
        return replace(opened, at=mark.index, is_fresh=bool(found.placed)) if opened.at >= 0 else opened
    entry = mark.entry
    if entry is not None and _is_point(marks, mark, entry, opened, found):
        item = item_of_entry(entry, found.next_order, is_decision=mark.kind == "decision")
        if is_only_outcome(item, entry):
            return opened
        found.keep(item, mark.index, opened.heading)
        return _after(mark, entry, opened)
    if not found.placed and mark.opens and (mark.opens == "agenda" or opened.at < 0):
        return replace(opened, at=mark.index, is_agenda=mark.opens == "agenda")
    return opened


def _is_point(marks: Sequence[Marked], mark: Marked, entry: Entry, opened: _Opened, found: _Found) -> bool:
    """Whether an entry is the next point."""
    if mark.kind == "decision":
        return opened.form in (None, "decision") or (opened.form != "point" and not _names_known(entry, found))
    if mark.kind == "point":
        known = {p.item.number for p in found.placed}
        return opened.form in (None, "point") and entry.number not in known
    if mark.kind not in ("number", "bullet") or (len(mark.line.cells) > _MOST_CELLS and not opened.is_agenda):
        return False
    if opened.is_fresh and mark.index == opened.at + 1:
        return True
    return _goes_on(entry, opened, marks[mark.index - 1].line) if found.placed else _begins(entry, opened)


def _names_known(entry: Entry, found: _Found) -> bool:
    """Whether a decision below a list of points is one on a point of that list."""
    return any(p.item.decision_number is None for p in found.placed)


def _begins(entry: Entry, opened: _Opened) -> bool:
    """Whether an enumerated line is the first point of an agenda."""
    if opened.at < 0:
        return False
    distance = entry.line.index - opened.at
    if entry.form == "bullet":
        return opened.is_agenda and distance <= _BULLETS_BELOW
    is_first = entry.number is not None and (entry.number <= _FIRST_NUMBER or distance == 1)
    return is_first and distance <= _NUMBERS_BELOW


def _is_heading(line: Line) -> bool:
    """Whether a line between two bullets is the heading of another list: short, and it says nothing of a vote."""
    words = line.raw.strip()
    is_short = len(words) <= _HEADING_CHARS and not words.endswith((".", "؛", ";"))
    return is_short and not re.search(r"\d", words) and not may_say(line.text)


def _goes_on(entry: Entry, opened: _Opened, between: Line) -> bool:
    """Whether an enumerated line is the point after the last one."""
    if opened.form != entry.form:
        return False
    distance = entry.line.index - opened.at
    if entry.form == "bullet":
        return distance <= _BULLETS_BELOW and not (distance == _BULLETS_BELOW and _is_heading(between))
    reach = _REACH_NEXT if distance == 1 else _REACH_APART
    return entry.number is not None and opened.last is not None and opened.last < entry.number <= opened.last + reach


def _after(mark: Marked, entry: Entry, opened: _Opened) -> _Opened:
    """What may follow a point."""
    if mark.kind in ("number", "bullet"):
        return replace(opened, at=mark.index, form=mark.kind, last=entry.number, is_fresh=False)
    return replace(opened, form=opened.form or mark.kind)


def _read_table(marks: Sequence[Marked], head: Marked, opened: _Opened, found: _Found) -> None:
    """All rows below the head of a table of points."""
    assert head.columns is not None
    found.lines.add(head.index)
    are_decisions = DECISION_WORD.search(head.line.text) is not None
    for row in rows_below([m.line for m in marks], head.line, head.columns):
        found.lines.add(row.index)
        item = item_of_row(row, head.columns, found.next_order, are_decisions=are_decisions)
        if item is not None:
            found.keep(item, row.index, opened.heading)
