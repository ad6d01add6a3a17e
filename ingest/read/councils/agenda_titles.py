"""Points of enumerated lines and of rows: where a title ends, and what the rest of its line says became of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from ingest.read.councils.agenda_items import Item, Lead, Said
from ingest.read.councils.agenda_patterns import APART, DATED, GLUE, JOINT, UNKNOWN_VERB
from ingest.read.councils.list_rules import IS_ABOUT
from ingest.read.councils.outcomes import Outcome, find_outcome, leading_outcome, outcome_of_counts, read_clause
from ingest.read.councils.title_rules import SENTENCE
from ingest.read.councils.vote_counts import are_drawn_twice
from ingest.read.lines import Columns, Entry, Line, decision_name
from ingest.text.fold import fold

#: A shorter title has no room for an outcome behind it.
_TITLE_CHARS = 8
#: Behind a title and a colon a sentence tells how the point was taken up; it has so many characters ahead of its
#: verdict.
_COLON = re.compile(r"\s?:\s")
_SENTENCE_CHARS = 20
#: Letters unified without any change of length, for patterns that look at the end of a slice.
_SAME_LENGTH = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "،": ",", "\u00a0": " "}
)


@dataclass(frozen=True)
class _Title:
    """A title at offsets [start, end) of its line, and the outcome that the same line states."""

    start: int
    end: int
    outcome: Outcome | None
    lead: Lead | None = None


def item_of_entry(entry: Entry, order: int, *, is_decision: bool = False) -> Item:
    """The point of an enumerated line, its outcome taken off its title; the number of a decision is not the point's."""
    line = entry.line
    begin, named = entry.words_start, None
    if not is_decision and (named := decision_name(line.text[folded_at(line, begin) :])) is not None:
        begin = line.folded.span(*[folded_at(line, begin) + named[1]] * 2)[0] - line.start
    if entry.form == "point" and (verb := IS_ABOUT.search(fold_keep(line.raw[begin:]))) is not None:
        begin += verb.end()
    if is_decision and (dated := DATED.match(fold_keep(line.raw[begin:]))) is not None:
        begin += dated.end()
    end = _cell_end(line, begin)
    title = _title_of(line, begin, end)
    outcome = title.outcome
    if outcome is None and title.end < len(line.raw.rstrip()) and len(line.cells) > 1:
        outcome = find_outcome(fold(" ".join(c for at, c in line.cells if at >= title.end)))
    return Item(
        number=None if is_decision else entry.number,
        order=order,
        start=line.start + title.start,
        end=line.start + title.end,
        said=Said(outcome, line) if outcome else None,
        decision_number=entry.number if is_decision else named[0] if named else None,
        lead=title.lead,
    )


def is_only_outcome(item: Item, entry: Entry) -> bool:
    """Whether an entry says what became of something and names nothing: no point, and no title of a decision."""
    words = fold(entry.line.raw[item.start - entry.line.start : item.end - entry.line.start])
    return read_clause(words) is not None or len(words) < 2


def item_of_row(row: Line, table: Columns, order: int, *, are_decisions: bool) -> Item | None:
    """The point of a table's row, None for one without a title; a table of decisions has the numbers of decisions."""
    at, cell = row.cells[table.places["title"]]
    words = cell.strip()
    if len(words) < 4 or not re.search(r"[^\W\d_]", words):
        return None
    number = _number_in(row.cells[table.places["number"]][1]) if "number" in table.places else None
    begin = at + len(cell) - len(cell.lstrip())
    title = _title_of(row, begin, begin + len(words))
    outcome = _outcome_of_cells(row, table, title.outcome)
    return Item(
        number=None if are_decisions else number,
        order=order,
        start=row.start + title.start,
        end=row.start + title.end,
        said=Said(outcome, row) if outcome else None,
        decision_number=number if are_decisions else None,
        lead=title.lead,
    )


def _outcome_of_cells(row: Line, table: Columns, outcome: Outcome | None) -> Outcome | None:
    """What the columns of outcome and counts say, the outcome in the title's own cell where they say nothing."""
    if "outcome" in table.places:
        cell = fold(row.cells[table.places["outcome"]][1])
        outcome = read_clause(cell, is_cell=True) or find_outcome(cell) or outcome
    if {"for", "against"} <= table.places.keys():
        counts = [
            _count_in(row.cells[table.places[n]][1]) if n in table.places else None
            for n in ("for", "against", "abstained")
        ]
        if not are_drawn_twice([str(n) for n in counts if n is not None]):
            outcome = outcome_of_counts(outcome, *counts)
    return outcome


def _number_in(cell: str) -> int | None:
    m = re.search(r"\d{1,3}", fold(cell))
    return int(m.group()) if m else None


def _count_in(cell: str) -> int | None:
    """The number that fills a cell of counts."""
    words = fold(cell).strip()
    return int(words) if words.isdigit() and len(words) <= 3 else None


def _cell_end(line: Line, start: int) -> int:
    """Where the cell of a row ends in which a title begins; the line's end for running text."""
    return next((at + len(words) for at, words in line.cells if at <= start < at + len(words)), len(line.raw))


def _title_of(line: Line, start: int, end: int) -> _Title:
    """The title inside [start, end) of a line: what stands before it or after it there may say what became of it."""
    folded = line.folded
    first = folded_at(line, start)
    last = folded_at(line, end) if end < len(line.raw) else len(folded.text)
    lead = None
    if (leading := leading_outcome(folded.text, first)) is not None and last - leading.end > 3:
        begin = folded.span(leading.end, leading.end)[0] - line.start
        if leading.is_certain:
            apart = _apart(line, begin, leading.end, last, None)
            return _Title(begin, apart.end if apart is not None else _trim(line.raw, begin, end), leading.outcome)
        lead = Lead(Said(leading.outcome, line), line.start + begin)
    return _apart(line, start, first, last, lead) or _running(line, start, end, first, lead)


def _title_end(line: Line, start: int, end: int, first: int) -> int:
    """The end of a title, another sentence behind it in its line left out."""
    m = SENTENCE.search(line.folded.text, first + _TITLE_CHARS)
    cut = line.folded.span(m.start(), m.start())[0] - line.start if m is not None else end
    return _trim(line.raw, start, min(cut, end))


def _apart(line: Line, start: int, first: int, last: int, lead: Lead | None) -> _Title | None:
    """A title whose outcome stands apart behind a mark, all that follows it."""
    folded = line.folded
    for mark in APART.finditer(folded.text, first + _TITLE_CHARS, last):
        if _is_inside(folded.text, mark, last):
            continue
        if (outcome := read_clause(folded.text[mark.end() : last])) is not None:
            cut = folded.span(mark.start(), mark.start())[0] - line.start
            return _Title(start, _trim(line.raw, start, cut), replace(outcome, start=mark.end(), end=last), lead)
    return None


def _is_inside(text: str, mark: re.Match[str], last: int) -> bool:
    """Whether a bracket opens words of the title: 'the tax (from 2 to 3 dirhams). Rejected'."""
    if mark.group().strip() != "(" or (close := text.find(")", mark.end(), last)) < 0:
        return False
    return read_clause(text[mark.end() : close]) is None


def _running(line: Line, start: int, end: int, first: int, lead: Lead | None) -> _Title:
    """A title that runs on into its outcome, or has none in its line."""
    folded = line.folded
    if find_outcome(folded.text) is None:
        return _Title(start, _title_end(line, start, end, first), None, lead)
    outcome = find_outcome(folded.text, first)
    if outcome is None or outcome.start - first < _TITLE_CHARS:
        return _Title(start, _title_end(line, start, end, first), outcome, lead)
    cut = min(folded.span(outcome.start, outcome.start)[0] - line.start, end, _title_end(line, start, end, first))
    before = line.raw[start:cut]
    if (colon := _COLON.search(before, _TITLE_CHARS)) is not None and len(before) - colon.end() >= _SENTENCE_CHARS:
        before = before[: colon.start()]
    if (glue := GLUE.search(fold_keep(before))) is not None:
        before = before[: glue.start()]
    if (verb := UNKNOWN_VERB.search(fold_keep(before))) is not None:
        before = before[: verb.start()]
    return _Title(start, _trim(line.raw, start, start + len(before)), outcome, lead)


def folded_at(line: Line, start: int) -> int:
    """The folded offset of the first character at or after an offset of a line."""
    return 0 if start == 0 else bisect_left(line.folded.offsets, start)


def fold_keep(text: str) -> str:
    return text.translate(_SAME_LENGTH)


def _trim(raw: str, start: int, end: int) -> int:
    """The end of a title, marks before its outcome left out."""
    return start + len(JOINT.sub("", raw[start:end]))
