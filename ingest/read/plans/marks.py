"""Terms given by marks: columns of years, quarters or months, and a cross under each in which something is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.read.plans.periods import Span, dates_taken_out, parse_span
from ingest.read.plans.states import state_of
from ingest.read.plans.values import kind_of
from ingest.records import StatedDate
from ingest.text.fold import clean, fold, fold_pattern
from ingest.text.limits import limited

#: Beside a year in the head of its column.
_YEAR_WORD = re.compile(fold_pattern(r"\W*(?:annee|an|exercice|year|سنة|عام|السنة)?\W*"))
_YEAR = re.compile(r"\W*20\d\d\W*")
#: A part of a year whose year stands in the row above.
_PART = re.compile(
    fold_pattern(
        r"(?:[qts] ?[1-4]|[1-4](?:er|re|e|eme)? ?(?:trimestre|semestre|quarter)|(?:trimestre|semestre|quarter) ?[1-4]"
        r"|(?:الربع|الفصل|الأسدس|الأسدوس|النصف) \S{3,7})"
    )
)
#: A cell that says no, or nothing.
_NO = re.compile(fold_pattern(r"[\W_]*(?:non|no|لا)?[\W_]*"))
_YES = re.compile(r"[^\w\s.,;:/\\|_()\[\]○☐□✗✘–—-]")
#: A tick is one sign, or 'oui'.
_TICK = 3
_FIGURES = frozenset(["number", "amount", "percent", "moment", "span"])


def under(above: Sequence[str], head: Sequence[str]) -> tuple[str, ...]:
    """The heads of columns with the year that stands above a part of it; a blank year is the one before it."""
    found = []
    year = ""
    for i, words in enumerate(head):
        over = above[i] if i < len(above) else ""
        year = over if over else year
        is_part = _PART.fullmatch(fold(words)) is not None and _YEAR.fullmatch(year) is not None
        found.append(f"{words} {clean(year)}" if is_part else words)
    return tuple(found)


def term_of(head: str) -> Span | None:
    """The year, or the part of one, that a column's head is and nothing else."""
    rest = dates_taken_out(head)
    if rest is None or _YEAR_WORD.fullmatch(rest) is None or (span := parse_span(head)) is None:
        return None
    return Span(span.start or span.end, span.end) if span.end is not None and span.end.value is not None else None


def is_marked(cell: str) -> bool:
    """Whether a cell holds a cross, or words for what is done then; a figure is no mark."""
    return (_NO.fullmatch(fold(cell)) is None or _YES.search(cell) is not None) and kind_of(cell) not in _FIGURES


def calendar_of(heads: Sequence[str], columns: Sequence[Sequence[str]]) -> range:
    """The columns that stand side by side for terms one after another and hold marks alone; empty for none."""
    terms = [term_of(head) for head in heads]
    best = range(0)
    begin = 0
    for end in range(1, len(heads) + 1):
        if end < len(heads) and terms[end - 1] is not None and _follows(terms[end - 1], terms[end]):
            continue
        if terms[begin] is not None and end - begin > max(1, len(best)):
            best = range(begin, end)
        begin = end
    cells = [cell for i in best for cell in columns[i] if cell.strip()]
    told = [cell for cell in cells if is_marked(cell) or kind_of(cell) in _FIGURES]
    return best if told and all(is_marked(cell) for cell in told) else range(0)


def scale_of(heads: Sequence[str], columns: Sequence[Sequence[str]]) -> range:
    """The columns side by side whose heads are states, one of which is ticked in a row; empty for none."""
    states = [state_of(head) if head.strip() else None for head in heads]
    for begin in range(len(heads)):
        end = begin
        while end < len(heads) and states[end] is not None:
            end += 1
        cells = [[columns[i][row] for i in range(begin, end)] for row in range(len(columns[begin]))]
        ticks = [sum(map(is_marked, row)) for row in cells]
        if end - begin > 1 and len({*heads[begin:end]}) == end - begin and any(ticks) and max(ticks) == 1:
            told = [cell for row in cells for cell in row if is_marked(cell)]
            return range(begin, end) if max(map(len, told)) <= _TICK else range(0)
    return range(0)


def _follows(first: Span | None, second: Span | None) -> bool:
    return (
        first is not None
        and second is not None
        and first.end is not None
        and second.start is not None
        and str(first.end.value) < str(second.start.value)
    )


def marked_span(heads: Sequence[str], cells: Sequence[str]) -> Span | None:
    """From the first to the last marked column; None where none is."""
    at = [i for i, cell in enumerate(cells) if is_marked(cell)]
    if not at:
        return None
    first, last = term_of(heads[at[0]]), term_of(heads[at[-1]])
    if first is None or last is None or first.start is None or last.end is None:
        return None
    raw = limited(" – ".join(dict.fromkeys(clean(heads[i]) for i in (at[0], at[-1]))))
    return Span(_of(first.start, raw), _of(last.end, raw))


def _of(moment: StatedDate, raw: str) -> StatedDate:
    return StatedDate(moment.value, moment.precision_code, raw, moment.basis_code, moment.flag_code)
