"""What the lines between points say: the rest of a title, what became of the point above, a point named again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.read.councils.agenda_groups import Grouped
from ingest.read.councils.agenda_items import Agenda, Item, Said
from ingest.read.councils.agenda_lines import Marked
from ingest.read.councils.agenda_patterns import ABOUT, OF_ANOTHER, ONE, POINT_WORDS
from ingest.read.councils.agenda_references import speak_of, speak_of_some
from ingest.read.councils.clause_heads import earlier_in
from ingest.read.councils.guard_rules import OUTSIDE_MEETING
from ingest.read.councils.outcomes import Outcome, find_outcome, leading_outcome, read_clause
from ingest.read.councils.titles_alike import are_alike
from ingest.read.councils.whole_rules import ALL_POINTS
from ingest.read.lines import BULLET, Entry
from ingest.text.fold import fold

#: A line that goes on with the item before it is shorter than this.
_CONTINUED_CHARS = 160
#: A title that goes on below is no shorter.
_LONG_TITLE = 30
#: A line that says what became of the point above it is no further below.
_OUTCOME_LINES = 12
#: A label before an outcome ('when it was put to the vote: adopted') has no more words.
_LABEL_WORDS = 7
#: A heading below a point: 'a- …'.
_SUBHEADING = re.compile(r"\s*\(?[^\W\d_]\s*[-–—.)/]\s")
#: Counts of a vote in lines of their own: so many, each so short.
_SIDES, _COUNT_CHARS = 3, 60
#: Marks that close a title.
_CLOSED = (".", "؛", ";", ":", "!", "؟", "?")


@dataclass
class _Below:
    """Lines below points, in order."""

    text: str
    marks: Sequence[Marked]
    grouped: Grouped
    agenda: Agenda
    current: Item | None = None
    """The point above."""
    at: int = 0
    """Index of the line that holds it, or that named it again."""
    is_named: bool = False
    """It was named again: what follows is about it."""
    used: set[int] = field(default_factory=set)

    def read(self) -> None:
        places = {p.index: p.item for p in self.grouped.placed}
        for mark in self.marks:
            if mark.index in places:
                is_row = self.grouped.form == "row"
                self.current, self.at, self.is_named = None if is_row else places[mark.index], mark.index, False
            elif mark.index in self.grouped.headings:
                self.current = None
            elif mark.index not in self.grouped.lines and self.grouped.placed:
                self._read_line(mark)

    def _read_line(self, mark: Marked) -> None:
        entry = mark.entry
        if entry is not None and mark.kind == "decision":
            self._decision(mark, entry)
        elif entry is not None and mark.kind == "point" and (item := self.agenda.by_number(entry.number)) is not None:
            self.current, self.at, self.is_named = item, mark.index, True
            speak_of(item, mark.line, entry.words_start)
        elif mark.index < self.grouped.placed[0].index:
            return
        elif not (self._is_reference(mark) or self.current is None):
            self._below(mark, self.current)

    def _is_reference(self, mark: Marked) -> bool:
        """Whether a line says what became of all points (`whole_votes`), or of some that it names."""
        if ALL_POINTS.search(mark.line.text) is not None:
            return True
        return any(w in mark.line.text for w in POINT_WORDS) and speak_of_some(self.agenda, mark.line)

    def _decision(self, mark: Marked, entry: Entry) -> None:
        """A decision below points: on the point that it names by its words, else on the one above."""
        self.used.add(mark.index)
        words = entry.words
        outcome = leading_outcome(fold(words))
        is_bare = read_clause(fold(words)) is not None
        title = fold(words)[outcome.end :] if outcome is not None else fold(words)
        named = [] if is_bare else [i for i in self.agenda.items if are_alike(title, i.title(self.text))]
        item = named[0] if len(named) == 1 else self.current
        if item is None:
            return
        item.decision_number = item.decision_number or entry.number
        speak_of(item, mark.line, entry.words_start)

    def _below(self, mark: Marked, item: Item) -> None:
        """Any other line: it may state the outcome of the point above it, or go on with its title."""
        if item.said is not None or (mark.entry is not None and mark.entry.form != "bullet"):
            return
        outcome = self._outcome_below(mark)
        if outcome is not None:
            if self._is_meant(mark, item):
                item.said = Said(outcome, mark.line)
        elif self._goes_on(mark, item):
            item.end = mark.line.start + len(mark.line.raw.rstrip())
            self.used.add(mark.index)

    def _outcome_below(self, mark: Marked) -> Outcome | None:
        """The outcome that a line states of the point above it; None where it means another, or is too far below."""
        text = mark.line.text
        if OF_ANOTHER.search(text) is not None or mark.index - self.at > _OUTCOME_LINES:
            return None
        outcome = _line_outcome(text) or self._counts_below(mark)
        if outcome is None or OUTSIDE_MEETING.search(text) is not None:
            return None
        return outcome if earlier_in(text, 0, len(text), None) is None else None

    def _counts_below(self, mark: Marked) -> Outcome | None:
        """The outcome that counts in lines of their own make: 'for: 20', 'against: 4', 'abstained: 1'."""
        lines: list[str] = []
        for below in self.marks[mark.index : mark.index + _SIDES]:
            words = BULLET.sub("", below.line.raw)
            if below.index in self.grouped.lines or len(words) > _COUNT_CHARS or not re.search(r"\d", words):
                break
            lines.append(words)
        return read_clause(fold(", ".join(lines))) if len(lines) > 1 else None

    def _is_meant(self, mark: Marked, item: Item) -> bool:
        """Whether an outcome in a line of its own is that of the point above it.

        After several points of which none has an outcome of its own, a closing sentence does not say which it means.
        """
        return (
            self.is_named
            or item is self.agenda.items[0]
            or mark.entry is not None
            or mark.index + 1 in {p.index for p in self.grouped.placed}
            or any(i.said is not None for i in self.agenda.items[: self.agenda.items.index(item)])
            or self.grouped.form in ("point", "decision")
            or ONE.search(mark.line.text) is not None
        )

    def _goes_on(self, mark: Marked, item: Item) -> bool:
        """Whether a line is the rest of the point above it: right below an open end, the next point not far."""
        if mark.kind == "sitting":
            return False
        line = mark.line
        above = self.marks[mark.index - 1].line
        is_right_below = (
            item.end == above.start + len(above.raw.rstrip()) and line.start <= above.start + len(above.raw) + 1
        )
        if not is_right_below or len(line.raw) > _CONTINUED_CHARS or ABOUT.search(line.text) or mark.opens:
            return False
        if mark.entry is not None or _SUBHEADING.match(line.raw):
            return False
        if self.grouped.form not in ("number", "bullet") or above.raw.rstrip().endswith(_CLOSED):
            return False
        others = [i for i in self.agenda.items if i is not item]
        is_next = self._is_next_near(mark.index)
        if sum(self._is_closed(i) for i in others) * 2 > len(others):
            return is_next or line.raw.rstrip().endswith(_CLOSED[:3]) or mark.index + 1 == len(self.marks)
        return self.grouped.form == "number" and is_next and len(item.title(self.text)) > _LONG_TITLE

    def _is_closed(self, item: Item) -> bool:
        """Whether a point's words end with a mark."""
        return (
            self.text[item.end - 1 : item.end] in _CLOSED or self.text[item.end : item.end + 2].strip()[:1] in _CLOSED
        )

    def _is_next_near(self, index: int) -> bool:
        """Whether a point stands below a line, with no more than two lines of a title between."""
        placed = {p.index for p in self.grouped.placed}
        return any(i in placed for i in range(index + 1, index + 4))


def attach(text: str, marks: Sequence[Marked], grouped: Grouped, agenda: Agenda) -> set[int]:
    """Give points what the lines below them say; returns the lines that were the rest of titles, or decisions."""
    below = _Below(text, marks, grouped, agenda)
    below.read()
    return below.used


def _line_outcome(text: str) -> Outcome | None:
    """The outcome that a line below a point states, a short label before it or not."""
    if (outcome := read_clause(text)) is not None:
        return outcome
    head, colon, tail = text.partition(":")
    if colon and len(head.split()) <= _LABEL_WORDS and (outcome := read_clause(tail.strip(), is_cell=True)) is not None:
        return outcome
    return find_outcome(text)
