"""What each line of a document is to an agenda, seen alone: a point, a heading over points, a head of a table, text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ingest.read.councils import list_rules as rules
from ingest.read.councils.agenda_items import Said
from ingest.read.councils.agenda_patterns import ARTICLE, COLUMNS, MANY, ON, PARTLY, SESSION_WORD, SITTING_LINE, TAILS
from ingest.read.councils.outcomes import Outcome, heading_outcome, results_in
from ingest.read.lines import Columns, Entry, Line, columns_of, entry_of
from ingest.read.rules import tell
from ingest.text.fold import fold
from ingest.text.numbers import ORDINALS
from ingest.text.numerals.vocabulary import words
from ingest.text.stems import Stemmed

#: A heading over several points is no longer.
_HEADING_CHARS = 220
#: A theme or a sitting that heads some of the points is no longer.
_THEME_CHARS = 90
#: A sentence that names a session opens an agenda when it is longer than a title.
_SENTENCE_CHARS = 40
#: 'The points: 1- … 2- … 3- …' in one line; bullets in one line.
_INLINE_NUMBER = re.compile(r"(?:^|(?<=[\s:؛;.]))(?P<n>\d{1,2})\s?[-–.)/](?!\d)\s*(?=[^\W\d_])")
#: '102/2024 – title', the year behind or ahead.
_REGISTERED = re.compile(
    r"\s*(?:(?P<n>\d{1,3})\s?[/-]\s?(?P<year>20\d\d)|(?P<before>20\d\d)\s?[/-]\s?(?P<last>\d{1,3}))"
    r"\s*[-–—:.]\s*(?P<rest>[^\W\d_].*)$"
)
_DIGIT_AHEAD = re.compile(r"[\W_]*\d")
#: 'for: firstly- …; secondly- …' in one line.
_INLINE_ORDER = re.compile(r"(?:^|(?<=[\s:؛;.]))(?P<w>[ء-ي]{3,7}ا)[ًا]?\s?[-–.):/](?!\d)\s*(?=[^\W\d_])")
_ORDER = {fold(w): n for n, ws in words("ar").listed.items() for w in ws}
_INLINE_BULLET = Stemmed(r"(?<=\s)[•▪●◾](?=\s)")


@dataclass(frozen=True)
class Marked:
    """A line and what it is by itself."""

    line: Line
    entry: Entry | None
    kind: str
    """article, group, head, sitting, theme, decision, point, number, bullet or text."""
    heading: Said | None = None
    """What a heading says of all points below it."""
    columns: Columns | None = None

    @property
    def index(self) -> int:
        return self.line.index

    @cached_property
    def opens(self) -> str:
        """agenda: a list below is one of points; session: it may be; empty: it says nothing of that.

        A point that speaks of an agenda opens none, unless a list follows it.
        """
        return _opening(self.line) if self.entry is None or self.line.raw.rstrip().endswith(":") else ""


def divided(lines: Sequence[Line]) -> list[Line]:
    """Lines with an enumeration inside one line divided at its numbers or bullets."""
    found: list[Line] = []
    for line in lines:
        for start, end in _pieces(line):
            whole = (start, end) == (0, len(line.raw))
            if whole and line.index == len(found):
                found.append(line)
                continue
            found.append(
                Line(len(found), line.start + start, line.raw[start:end], line.known if whole else None, line.table)
            )
    return found


def _pieces(line: Line) -> Iterator[tuple[int, int]]:
    """Offsets of the parts of a line: one for any but an enumeration behind words that open an agenda."""
    if not rules.OPENS_AGENDA.looked_for.stand_in(line.text):
        yield 0, len(line.raw)
        return
    numbers = list(_INLINE_NUMBER.finditer(line.raw))
    row = [n for i, n in enumerate(numbers) if int(n["n"]) == i + 1]
    if not row:
        numbers = list(_INLINE_ORDER.finditer(line.raw))
        row = [n for i, n in enumerate(numbers) if _ORDER.get(fold(n["w"])) == i + 1]
    bullets = list(_INLINE_BULLET.finditer(line.raw))
    cuts: list[int] = []
    if (len(row) >= 2 or len(bullets) >= 2) and len(line.cells) == 1 and rules.OPENS_AGENDA.search(line.text):
        is_row = len(row) >= 2 and len(row) == len(numbers)
        cuts = [m.start() for m in (row if is_row else bullets)]
    at = 0
    for cut in [*cuts, len(line.raw)]:
        if line.raw[at:cut].strip():
            yield at, cut
        at = cut


def classify(lines: Sequence[Line]) -> list[Marked]:
    """Each line with what it is, up to the articles of an order or a by-law: what they number are no points."""
    found: list[Marked] = []
    register = _register(lines)
    for line in lines:
        entry = register.get(line.index)
        mark = _marked(line) if entry is None else Marked(line, entry, entry.form)
        if mark.kind == "article":
            break
        found.append(mark)
    return [_themed(mark, below) for mark, below in pairwise([*found, None]) if mark is not None]


def _themed(mark: Marked, below: Marked | None) -> Marked:
    """A line that begins with a word for its number, right above one that begins with a digit: it heads those below."""
    entries = (mark.entry, below.entry if below is not None else None)
    if any(e is None or e.form != "number" for e in entries) or len(mark.line.raw) > _THEME_CHARS:
        return mark
    is_above = not _DIGIT_AHEAD.match(mark.line.raw) and below is not None and _DIGIT_AHEAD.match(below.line.raw)
    return replace(mark, kind="theme") if is_above else mark


def _register(lines: Sequence[Line]) -> dict[int, Entry]:
    """Lines that begin with the number of a decision in a register of its year: '102/2024 – …', '103/2024 – …'."""
    found: list[tuple[str, Entry]] = []
    for line in lines:
        if (m := _REGISTERED.match(line.raw)) is not None:
            number, year = (m["n"], m["year"]) if m["n"] else (m["last"], m["before"])
            found.append((year, Entry(line, int(number), "decision", m.start("rest"), len(line.raw))))
    in_row = all(a[0] == b[0] and b[1].number == (a[1].number or 0) + 1 for a, b in pairwise(found))
    return {e.line.index: e for _, e in found} if len(found) > 1 and in_row else {}


def _marked(line: Line) -> Marked:
    entry = entry_of(line)
    if ARTICLE.match(line.text):
        return Marked(line, None, "article")
    if (outcome := _said_of_group(line)) is not None:
        return Marked(line, entry, "group", Said(outcome, line))
    columns = _columns_of(line)
    if columns is not None and "title" in columns.places:
        return Marked(line, entry, "head", columns=columns)
    if entry is None or not _names_something(entry):
        heads_some = rules.THEME.search(line.text) or SITTING_LINE.match(line.text)
        # "Ordinary session of May. Agenda:" opens the list below it; it stands between no points.
        is_between = len(line.raw) <= _THEME_CHARS and heads_some and _opening(line) != "agenda"
        return Marked(line, entry, "sitting" if is_between else "text")
    if entry.form in ("bullet", "number") and SITTING_LINE.match(fold(entry.words)):
        return Marked(line, entry, "sitting")
    if entry.form == "point" and (len(set(rules.numbers_named(line.text))) > 1 or _goes_on_to_next(line, entry)):
        return Marked(line, None, "text")  # Two points in one line: prose.
    return Marked(line, entry, entry.form)


def _columns_of(line: Line) -> Columns | None:
    """The columns of a table's head; of two that may hold titles ('point', 'subject') the first holds numbers."""
    columns = columns_of(line, COLUMNS)
    if columns is None or "number" in columns.places:
        return columns
    titles = [i for i, (_, cell) in enumerate(line.cells) if COLUMNS["title"].fullmatch(fold(cell))]
    if len(titles) != 2:
        return columns
    return Columns(columns.width, {**columns.places, "number": titles[0], "title": titles[1]})


def _goes_on_to_next(line: Line, entry: Entry) -> bool:
    """Whether a line that begins with a point names the next one too: 'the first point is …, and the second …'."""
    return entry.number is not None and any(
        ORDINALS.get(m["o"]) == entry.number + 1 for m in rules.NEXT_POINT.finditer(line.text)
    )


def _names_something(entry: Entry) -> bool:
    return entry.form in ("bullet", "number") or len(entry.words.strip()) > 3


def _opening(line: Line) -> str:
    """Whether a list below a line is one of points: by the noun that stands nearest to its end."""
    text = line.text
    agenda = max(rules.OPENS_AGENDA.finditer(text), key=lambda m: m.start(), default=None)
    other = max(rules.OPENS_OTHER.finditer(text), key=lambda m: m.start(), default=None)
    place = f"line {line.index}"
    if agenda is not None:
        is_other = other is not None and other.start() > agenda.start()
        tell(rules.OPENS_AGENDA.id, agenda.group(), place, rules.OPENS_OTHER.id if is_other else None)
        return "" if is_other else "agenda"
    if other is not None:
        tell(rules.OPENS_OTHER.id, other.group(), place)
        return ""
    if (before := rules.BEFORE_MEMBERS.search(text)) is not None:
        tell(rules.BEFORE_MEMBERS.id, before.group(), place)
        return "agenda"
    if rules.PURPOSE_TAIL.search(text) and SESSION_WORD.search(text):
        return "agenda"
    if rules.GENERIC_TAIL.search(text) and (SESSION_WORD.search(text) or rules.OF_COUNCIL.search(text)):
        return "agenda"
    return "session" if SESSION_WORD.search(text) and len(text) > _SENTENCE_CHARS else ""


def _said_of_group(line: Line) -> Outcome | None:
    """'Adopted unanimously: the following points:' and 'points postponed:' say what became of all points below them."""
    text = line.text.rstrip(" .")
    if not text.endswith(TAILS) or len(text) > _HEADING_CHARS:
        return None
    if MANY.search(text) is None and not text.endswith(ON) and rules.VERB_ALONE.search(text) is None:
        return None
    tail = rules.AMONG_TAIL.search(text)
    if PARTLY.search(text, 0, tail.start() if tail is not None else len(text)):
        return None
    outcome = heading_outcome(text)
    others = {r for r in results_in(text) if outcome is not None and r != outcome.result}
    return None if others else outcome
