"""Points of an agenda in order, each with what became of it: the outcome at its point, never at the page.

An agenda is an enumeration below words that open one (agenda, points, what follows) or below the sentence that names
the session. Later lines that name a point again ('the third point: postponed', 'all points except the second') speak
of it; they are no further points.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.read.councils.agenda_items import Agenda, Item, Said
from ingest.read.councils.agenda_patterns import (
    ABOUT,
    ARTICLE,
    COLUMNS,
    DECISION_WORD,
    MANY,
    NUMBERED,
    OF_ANOTHER,
    ON,
    ONE,
    OPENER,
    PARTLY,
    POINT_WORDS,
    SESSION_WORD,
    SITTING_LINE,
    TAILS,
    THEM,
)
from ingest.read.councils.agenda_references import speak_of, speak_of_all, speak_of_some
from ingest.read.councils.agenda_titles import folded_at, item_of_entry, item_of_row
from ingest.read.councils.outcomes import Outcome, find_outcome, heading_outcome, read_clause, results_in
from ingest.read.lines import Entry, Line, columns_of, entry_of, rows_below
from ingest.text.fold import fold
from ingest.text.numbers import counted

_MAX_ITEMS = 120
#: A line that goes on with the item before it is shorter than this.
_CONTINUED_CHARS = 120
#: A line that says what became of the point above it is no further below.
_OUTCOME_LINES = 12
#: A label before an outcome ('when it was put to the vote: adopted') has no more words.
_LABEL_WORDS = 7
#: A heading over several points is no longer.
_HEADING_CHARS = 220


@dataclass(frozen=True)
class Lists:
    """The points that are listed, and the lines that say so."""

    items: list[Item]
    lines: frozenset[int]
    """Indices of lines that are points, rows or headings over points."""
    is_governed: bool
    """What became of the points stands above them: the list holds some of what was decided, not the agenda."""


def read_lists(text: str, lines: list[Line]) -> Lists:
    """The points of a document's lists and tables, each with its outcome where one is stated."""
    reader = _AgendaReader(text, lines)
    reader.read()
    items = reader.agenda.items
    _take_leads(items)
    _take_headings(items, reader.counted)
    used = {line.index for line in lines for i in items if line.start <= i.start < line.start + len(line.raw)}
    return Lists(items, frozenset(used | reader.rows | reader.headings), any(i.heading for i in items))


def _take_leads(items: list[Item]) -> None:
    """What stands at the head of titles is their outcome where one of them certainly begins with its own."""
    if not any(i.said and i.said.outcome.end <= folded_at(i.said.line, i.start - i.said.line.start) for i in items):
        return
    for item in items:
        if item.lead is not None and item.said is None:
            item.said, item.start = item.lead.said, item.lead.start


def _take_headings(items: list[Item], counted: _Counted | None) -> None:
    """Points of which nothing else is said: the sentence that counts all of them, or their heading, speaks of them."""
    if counted is not None and counted.count == len(items) and all(i.said is None for i in items):
        for item in items:
            item.said = counted.said
    for item in items:
        item.said = item.said or item.heading


@dataclass(frozen=True)
class _Counted:
    """'The council took up four points and adopted them unanimously': said ahead of the points, of so many."""

    said: Said
    count: int


@dataclass
class _AgendaReader:
    """Reads lines in order; each is taken by the first of `_STEPS` that knows what it is."""

    text: str
    lines: list[Line]
    agenda: Agenda = field(default_factory=Agenda)
    counted: _Counted | None = None
    opened: int = -1
    """Index of the line that opened the agenda, or that held its last point."""
    form: str | None = None
    """How points begin here: row, point, decision, number or bullet."""
    current: Item | None = None
    named_at: int | None = None
    """Index of the line that named the current point again: what follows is about it."""
    heading: Said | None = None
    """What a heading says of all points below it: 'adopted unanimously the following points:'."""
    is_fresh: bool = False
    """A heading stands right above: points may begin anew, in another form."""
    is_full: bool = False
    headings: set[int] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)
    """Indices of lines that were read as rows of a table."""

    def read(self) -> None:
        """Read all lines, up to the articles of an order or a by-law: what they number are no points."""
        for line in self.lines:
            if line.index in self.rows:
                continue
            if self.is_full or ARTICLE.match(line.text):
                return
            entry = entry_of(line)
            next(step for step in _STEPS if step(self, line, entry))

    def read_heading(self, line: Line, entry: Entry | None) -> bool:
        """A heading that says what became of all points below it."""
        outcome = _said_of_group(line)
        if outcome is None:
            return False
        self.heading, self.opened, self.current, self.is_fresh = Said(outcome, line), line.index, None, True
        self.headings.add(line.index)
        return True

    def read_table(self, line: Line, entry: Entry | None) -> bool:
        """The head of a table of points, with all its rows."""
        columns = columns_of(line, COLUMNS) if not self.agenda.items else None
        if columns is None or "title" not in columns.places:
            return False
        are_decisions = DECISION_WORD.search(line.text) is not None
        for row in rows_below(self.lines, line, columns):
            self.rows.add(row.index)
            item = item_of_row(row, columns, self.agenda.next_order, are_decisions=are_decisions)
            if item is not None:
                self._keep(item)
        self.form, self.current = "row", None
        return True

    def read_sitting(self, line: Line, entry: Entry | None) -> bool:
        """A sitting or another session in a list."""
        if entry is None or entry.form not in ("bullet", "number") or not SITTING_LINE.match(fold(entry.words)):
            return False
        if self.opened >= 0:
            self.opened = line.index
        return True

    def read_decision_on_point(self, line: Line, entry: Entry | None) -> bool:
        """The decision below the point that it was taken on."""
        if entry is None or entry.form != "decision" or self.current is None or self.form != "point":
            return False
        self.current.decision_number = self.current.decision_number or entry.number
        speak_of(self.current, line, entry.words_start)
        return True

    def read_decision(self, line: Line, entry: Entry | None) -> bool:
        """A point that is listed by its decision's number."""
        if entry is None or entry.form != "decision" or len(entry.words) <= 3:
            return False
        self._begin(item_of_entry(entry, self.agenda.next_order, is_decision=True))
        self.form = self.form or "decision"
        return True

    def read_point_again(self, line: Line, entry: Entry | None) -> bool:
        """'The third point: …' of a point that stands already."""
        named = self.agenda.by_number(entry.number) if entry is not None and entry.form == "point" else None
        if entry is None or named is None:
            return False
        if self.form == "point" and named.said is None and not _is_same_title(named, entry, self.text):
            return False
        self.current, self.named_at = named, line.index
        speak_of(named, line, entry.words_start)
        return True

    def read_point(self, line: Line, entry: Entry | None) -> bool:
        """'The third point: …' of a new point."""
        if entry is None or entry.form != "point" or len(entry.words.strip()) <= 3 or self.form not in (None, "point"):
            return False
        self._begin(item_of_entry(entry, self.agenda.next_order))
        self.form = "point"
        return True

    def read_enumerated(self, line: Line, entry: Entry | None) -> bool:
        """A numbered or marked line that is the next point."""
        if entry is None or entry.form not in ("number", "bullet"):
            return False
        if not (self.is_fresh and line.index == self.opened + 1) and not self._is_next(entry):
            return False
        self._begin(item_of_entry(entry, self.agenda.next_order))
        self.form, self.opened, self.is_fresh = entry.form, line.index, False
        self.is_full = len(self.agenda.items) >= _MAX_ITEMS
        return True

    def read_before_points(self, line: Line, entry: Entry | None) -> bool:
        """Words ahead of all points: they may open the agenda, or say what became of so many points."""
        if self.agenda.items:
            return False
        self.counted = self.counted or _said_of_number(line)
        is_session = SESSION_WORD.search(line.text) and self.opened < 0 and len(line.text) > 40
        if OPENER.search(line.text) or is_session:
            self.opened = line.index
        return True

    def read_reference(self, line: Line, entry: Entry | None) -> bool:
        """A sentence that says what became of all points, or of some that it names."""
        if not any(w in line.text for w in POINT_WORDS):
            return False
        return speak_of_all(self.agenda, line) or speak_of_some(self.agenda, line)

    def read_below_point(self, line: Line, entry: Entry | None) -> bool:
        """Any other line: it may state the outcome of the point above it, or go on with its title."""
        item = self.current
        if item is None or item.said is not None or (entry is not None and entry.form != "bullet"):
            return True
        outcome = self._outcome_below(line, item)
        if outcome is not None:
            if self._is_meant(line, entry, item):
                item.said = Said(outcome, line)
        elif self.form == "number" and _goes_on(self.lines, line, item, self.text):
            item.end = line.start + len(line.raw.rstrip())
            self.opened = line.index
        return True

    def _begin(self, item: Item) -> None:
        """Keep a point that the lines below it may speak of."""
        self._keep(item)
        self.current, self.named_at = item, None

    def _keep(self, item: Item) -> None:
        item.heading = self.heading
        self.agenda.items.append(item)

    def _is_next(self, entry: Entry) -> bool:
        """Whether an enumerated line is the agenda's next point."""
        distance = entry.line.index - self.opened
        if not self.agenda.items:
            if self.opened < 0:
                return False
            # Lists of approved points keep the numbers of the agenda that they were taken from.
            is_first = entry.form == "bullet" or (entry.number is not None and (entry.number <= 3 or distance == 1))
            return is_first and distance <= (6 if entry.form == "number" else 2)
        if self.form != entry.form:
            return False
        if entry.form == "bullet":
            return distance <= 2
        last = self.agenda.items[-1].number
        reach = 12 if distance == 1 else 3
        return entry.number is not None and last is not None and last < entry.number <= last + reach

    def _outcome_below(self, line: Line, item: Item) -> Outcome | None:
        """The outcome that a line states of the point above it; None where it means another, or is too far below."""
        if OF_ANOTHER.search(line.text) is not None:
            return None
        outcome = _line_outcome(line.text)
        if outcome is None:
            return None
        above = _line_of(self.lines, item) if self.named_at is None else self.named_at
        return outcome if line.index - above <= _OUTCOME_LINES else None

    def _is_meant(self, line: Line, entry: Entry | None, item: Item) -> bool:
        """Whether an outcome in a line of its own is that of the point above it.

        After several points of which none has an outcome of its own, a closing sentence does not say which it means.
        """
        return (
            self.named_at is not None
            or len(self.agenda.items) == 1
            or entry is not None
            or any(i.said is not None for i in self.agenda.items[:-1])
            or self.form == "point"
            or ONE.search(line.text) is not None
            or _is_before_next(self.lines, line, item)
        )


_Step = Callable[[_AgendaReader, Line, Entry | None], bool]
#: What a line may be, in the order in which it is asked; the last takes any.
_STEPS: tuple[_Step, ...] = (
    _AgendaReader.read_heading,
    _AgendaReader.read_table,
    _AgendaReader.read_sitting,
    _AgendaReader.read_decision_on_point,
    _AgendaReader.read_decision,
    _AgendaReader.read_point_again,
    _AgendaReader.read_point,
    _AgendaReader.read_enumerated,
    _AgendaReader.read_before_points,
    _AgendaReader.read_reference,
    _AgendaReader.read_below_point,
)


def _said_of_group(line: Line) -> Outcome | None:
    """'Adopted unanimously: the following points:' and 'points postponed:' say what became of all points below them."""
    text = line.text.rstrip(" .")
    if not text.endswith(TAILS) or len(text) > _HEADING_CHARS or (MANY.search(text) is None and not text.endswith(ON)):
        return None
    if PARTLY.search(text):
        return None
    outcome = heading_outcome(text)
    others = {r for r in results_in(text) if outcome is not None and r != outcome.result}
    return None if others else outcome


def _said_of_number(line: Line) -> _Counted | None:
    """'… four points and adopted them unanimously': an outcome of as many points as the sentence counts."""
    m = NUMBERED.search(line.text) if any(w in line.text for w in POINT_WORDS) else None
    if m is None or THEM.search(m["rest"]) is None:
        return None
    outcome = find_outcome(m["rest"])
    count = 2 if m["dual"] else counted(m)
    return None if outcome is None or not outcome.is_vote or count is None else _Counted(Said(outcome, line), count)


def _line_outcome(text: str) -> Outcome | None:
    """The outcome that a line below a point states, a short label before it or not."""
    if (outcome := read_clause(text)) is not None:
        return outcome
    head, colon, tail = text.partition(":")
    if colon and len(head.split()) <= _LABEL_WORDS and (outcome := read_clause(tail.strip(), is_cell=True)) is not None:
        return outcome
    return find_outcome(text)


def _is_same_title(known: Item, entry: Entry, text: str) -> bool:
    """Whether a line 'the n-th point: …' repeats the title of a point that stands already."""
    return fold(entry.words)[:40] == fold(known.title(text))[:40]


def _line_of(lines: list[Line], item: Item) -> int:
    return next((x.index for x in reversed(lines) if x.start <= item.start), 0)


def _is_before_next(lines: list[Line], line: Line, item: Item) -> bool:
    """Whether the point that follows stands right below a line, which is then about the point above."""
    following = entry_of(lines[line.index + 1]) if line.index + 1 < len(lines) else None
    return following is not None and item.number is not None and following.number == item.number + 1


def _goes_on(lines: list[Line], line: Line, item: Item, text: str) -> bool:
    """Whether a line is the rest of the point above it: short, right below, and the next point follows it."""
    is_last = line.index + 1 >= len(lines)
    if line.index == 0 or is_last or len(line.raw) > _CONTINUED_CHARS or ABOUT.search(line.text):
        return False
    above = lines[line.index - 1]
    is_right_below = above.start <= item.start < above.start + len(above.raw)
    if not is_right_below and item.end != above.start + len(above.raw.rstrip()):
        return False
    is_followed = _is_before_next(lines, line, item)
    return is_followed and len(item.title(text)) > 30 and not above.raw.rstrip().endswith((".", "؛", ";", ":"))
