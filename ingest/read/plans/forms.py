"""Plan documents by their forms: commitments, milestones, periods, lead and partners; contacts are only counted.

A form is known by its labels (`labels.yml`), whichever language they are in. What stands under an unknown label is left
alone.
"""

from __future__ import annotations

import re
from collections import Counter

from ingest.read.context import DocumentContext
from ingest.read.emit import Emitter
from ingest.read.kinds.plans import is_about_plan, names_plan
from ingest.read.lines import Columns, Line, lines_of, table_below
from ingest.read.plans.headings import plan_of
from ingest.read.plans.labels import Labelled, columns_of, label_of, milestone_head
from ingest.read.plans.legends import legend_of
from ingest.read.plans.periods import Span, is_only_dates, parse_span
from ingest.read.plans.promises import Form, Promise, promise_of_row, spell_out, take, take_axis, take_milestone
from ingest.read.plans.structure import count_told, read_structure
from ingest.read.plans.told import emit_axes, emit_commitment, emit_plan
from ingest.records import Finding
from ingest.text.fold import clean, fold_pattern
from ingest.text.limits import limited
from ingest.text.numbers import ORDINAL

_HEADING = re.compile(
    fold_pattern(
        r"^(?:(?P<kind>commitment|engagement|projet|project|action|fiche projet|(?:ال)?التزام"
        r"|(?:ال)?مشروع(?: (?:ال)?انفتاح)?)(?: (?:n° ?|no\.? ?|number |رقم |عدد ))?) ?"
        r"(?P<n>\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]\.\d{1,2}(?:\.[a-z])?) ?[:.)\-]+ ?(?P<title>\S.{2,})$"
    )
)

_AXIS = re.compile(
    fold_pattern(rf"^(?:(?:ال)?محور|axe|axis) (?:رقم |n° ?)?(?P<n>{ORDINAL}|\d{{1,2}}) ?[:.\-]+ ?(?P<name>\S.+)$")
)

#: Labels with which a form may begin before its first commitment is named; the first two begin one at any place.
_BEGINS_A_SHEET = ("number", "title")
_OPENS_A_FORM = (*_BEGINS_A_SHEET, "id", "plan", "start", "end")
#: Labels whose value may stand on the line below; partners on several.
_ONE_LINE = ("start", "end", "period", "lead", "id", "title", "status", "partners")
#: Lines among which the name of a plan stands: behind a sheet's own name and its council's.
_FIRST = 4


def read_plan_form(context: DocumentContext, out: Emitter) -> str | None:
    """Commitments and milestones of a plan document; its kind ('plan', 'commitment_page'), None for any other."""
    lines = lines_of(context.text, context.folded_at, context.tables)
    heading = plan_of(context, lines)
    is_plan = heading is not None or is_about_plan(context) or _is_plan_of_tables(lines)
    form = _richer(lines) if is_plan else FormReader(lines).read()
    spell_out(form)
    is_form = form.promises and (
        heading is not None or (form.label_count >= 2 and any(p.is_told for p in form.promises))
    )
    if not is_form:
        return None
    key = emit_plan(context, out, heading, lines)
    if key is not None:
        emit_axes(out, form, key)
    numbers = Counter((p.number, p.axis) for p in form.promises)
    for order, promise in enumerate(form.promises, 1):
        if numbers[(promise.number, promise.axis)] > 1:
            promise.number = None  # Counted anew under headings that are no axes: it tells none apart.
        emit_commitment(context, out, promise, order, key)
    if form.contact_count:
        out.add(
            Finding(
                natural_key=f"finding|{out.source_id}|{context.source_url}|contact_dropped",
                finding_code="contact_dropped",
                record_name=limited(clean(context.title or context.source_url)),
                field_name="contact",
                value_raw=None,
                origin=out.origin(lines[0].start, lines[0].start + len(lines[0].raw.rstrip())),
            )
        )
    return "commitment_page" if form.is_page and len(form.promises) == 1 else "plan"


def _is_plan_of_tables(lines: list[Line]) -> bool:
    """Whether a file of tables begins with the name of a plan: a workbook has no title."""
    named = any(names_plan(line.text) for line in lines[:_FIRST])
    return named and any(line.table is not None for line in lines[: 2 * _FIRST])


def _richer(lines: list[Line]) -> Form:
    """A plan document by its known labels or by the places in its form, whichever tells more.

    A page of one commitment is known by its labels: what repeats in it are its activities.
    """
    by_label = FormReader(lines).read()
    by_label.legend = legend_of(lines)
    if by_label.is_page and len(by_label.promises) == 1:
        return by_label
    by_place = read_structure(lines)
    return by_place if count_told(by_place) > count_told(by_label) else by_label


class FormReader:
    """Reads the lines of a document as a form: each line is an axis, a heading, a table, a label, or below one."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._form = Form()
        self._current: Promise | None = None
        self._axis: int | None = None
        self._section = ""
        """The label under which the lines stand."""
        self._pending: Line | None = None
        """An activity whose dates may stand on the next line."""
        self._done: set[int] = set()
        """Lines that were read as rows of a table."""

    def read(self) -> Form:
        """What the lines hold."""
        for line in self._lines:
            if line.index not in self._done:
                self._read_line(line)
        self._form.keep(self._current)
        return self._form

    def _read_line(self, line: Line) -> None:
        if m := _AXIS.match(line.text):
            self._begin_axis(line, m)
        elif m := _HEADING.match(line.text):
            self._begin_promise(line, m)
        elif self._section != "milestones" and (columns := columns_of(line)) is not None:
            self._read_table(line, columns)
        elif (label := label_of(line) or milestone_head(line)) is not None:
            self._read_label(line, label)
        elif self._current is not None:
            self._read_below(line, self._current)

    def _begin_axis(self, line: Line, m: re.Match[str]) -> None:
        self._form.keep(self._current)
        self._axis = take_axis(self._form, line, m)
        self._section, self._current = "", None

    def _begin_promise(self, line: Line, m: re.Match[str]) -> None:
        self._form.keep(self._current)
        start, end = line.folded.span(m.start("title"), m.end("title"))
        title = line.folded.raw(m.start("title"), m.end("title"))
        self._current = Promise(m["n"], title, start, end, axis=self._axis)
        self._form.promises.append(self._current)
        self._section, self._pending = "", None

    def _read_table(self, header: Line, columns: Columns) -> None:
        """The rows below a header that have its columns; of any other `misfits` tells."""
        for row in table_below(self._lines, header, is_title=lambda line: _AXIS.match(line.text) is not None):
            if m := _AXIS.match(row.text):  # A row of its own names the axis of those below it.
                self._axis = take_axis(self._form, row, m)
            elif len(row.cells) == columns.width and columns_of(row) is None:
                promise = promise_of_row(row, columns.places, self._axis, header)
                self._form.promises += [promise] if promise is not None else []
            self._done.add(row.index)
        self._form.label_count += 2

    def _read_label(self, line: Line, label: Labelled) -> None:
        name, value, at = label
        self._form.label_count += 1
        self._section, self._pending = name, None
        current = self._current
        if (value or (current is not None and current.is_titled)) and self._begins_next(name):
            self._form.keep(self._current)
            self._current = None
        if self._current is None and name in (_BEGINS_A_SHEET if self._form.promises else _OPENS_A_FORM):
            self._current = Promise(None, "", line.start, line.start + len(line.raw.rstrip()), axis=self._axis)
        if value and self._current is not None:
            take(self._form, self._current, name, value, line, at)
            if name not in ("milestones", "partners"):
                self._section = ""
        if name == "contact":
            self._form.contact_count += 1

    def _begins_next(self, name: str) -> bool:
        """Whether a label begins the sheet of another commitment; a page tells its id before its title."""
        current = self._current
        if current is None or not current.title:
            return False
        return name == "number" or (name == "title" and (current.is_titled or not current.ogp_id))

    def _read_below(self, line: Line, current: Promise) -> None:
        """A line under a label, or one that is nothing but a period."""
        is_listed = self._section == "milestones"
        if not is_listed and not current.steps and (span := _span_line(line)) is not None:
            current.begins, current.ends = span.start, span.end
            return
        if self._section == "contact":
            return
        if is_listed:
            self._pending = take_milestone(current, line, self._pending)
        elif self._section in _ONE_LINE:
            at = len(line.raw) - len(line.raw.lstrip())
            take(self._form, current, self._section, line.raw.strip(), line, at)
            if self._section != "partners":
                self._section = ""
        self._form.keep(current)


def _span_line(line: Line) -> Span | None:
    """'From June 2018 to March 2020' on a line of its own."""
    if not re.match(fold_pattern(r"from |du |de |من "), line.text) or not is_only_dates(line.raw):
        return None
    span = parse_span(line.raw)
    return span if span is not None and span.start is not None and span.end is not None else None
