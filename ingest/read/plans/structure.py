"""Plan documents by their structure: sheets that repeat, tables of projects, tables of activities inside a sheet.

What no list of labels knows is read by its place in the form. Only for documents that are a plan by name: a table of
other things has titles, offices and days too.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.read.lines import BULLET, Line
from ingest.read.plans.labels import classes_in
from ingest.read.plans.legends import legend_of
from ingest.read.plans.promises import Form, Promise, Step, fits, promise_named, take_axis, take_milestone
from ingest.read.plans.sheets import Sheet, Sheets, sheets_of
from ingest.read.plans.tables import grid_of, is_of_steps, projects_of, steps_of
from ingest.read.plans.tokens import AXIS, Cell, Table, Token, tokens_of
from ingest.text.amounts import stated_amount
from ingest.text.fold import clean, fold
from ingest.text.limits import limited


def read_structure(lines: Sequence[Line]) -> Form:
    """The commitments of a plan document with what stands beside them."""
    form = Form(legend=legend_of(lines))
    tokens = tokens_of(lines, form.legend)
    sheets = sheets_of(tokens)
    inside: set[int] = set()
    if sheets is not None:
        inside = {id(table) for sheet in sheets.sheets for table in sheet.tables}
    for token in tokens:
        if token.kind == "axis":
            _take_axis(form, token)
    if sheets is not None and (found := _promises(form, sheets)):
        form.promises += found
    else:
        inside = set()
    _read_tables(form, tokens, inside)
    form.label_count = 2 * len(form.promises)
    return form


def _take_axis(form: Form, token: Token) -> int | None:
    m = AXIS.match(token.line.text)
    return take_axis(form, token.line, m) if m else None


def _promises(form: Form, sheets: Sheets) -> list[Promise]:
    """A commitment for each sheet that names one and tells something of it."""
    found = []
    for sheet in sheets.sheets:
        promise = _promise(form, sheet, sheets)
        if promise is not None:
            found.append(promise)
    told = [p for p in found if p.is_told]
    return found if 2 * len(told) >= len(found) else []


def _promise(form: Form, sheet: Sheet, sheets: Sheets) -> Promise | None:
    title = _title(sheet, sheets)
    if title is None:
        return None
    number = sheet.head.number if sheet.head is not None else None
    axis = _take_axis(form, sheet.axis) if sheet.axis is not None else None
    promise = promise_named(title.text, title.start, number=_digits(number), axis=axis)
    for label, cells in sheet.values.items():
        role, words = sheets.roles.get(label, ""), sheet.labels[label]
        if "contact" in classes_in(words):
            form.contact_count += 1
        elif role == "milestones":
            _take_steps(promise, cells)
        elif role == "partners":
            for cell in cells:
                promise.take(role, clean(BULLET.sub("", cell.text)), words)
        elif role == "cost":
            amount = stated_amount(cells[0].text)
            promise.amount = amount._replace(raw=limited(clean(cells[0].text))) if amount.raw else promise.amount
        elif role and fits(role, cells[0].text):
            promise.take(role, clean(cells[0].text), words)
    if promise.begins is None and promise.ends is None and len(sheet.terms) == 1:
        promise.take("period", clean(sheet.terms[0].text))
    for table in sheet.tables:
        if (grid := grid_of(table)) is not None:
            promise.steps += list(steps_of(grid))
    return promise


def _digits(number: str | None) -> str | None:
    return number if number is not None and number[:1].isdigit() else None


def _title(sheet: Sheet, sheets: Sheets) -> Cell | None:
    if sheets.has_heads:
        return sheet.head.cell if sheet.head is not None and sheet.head.cell.text else None
    label = next((label for label, role in sheets.roles.items() if role == "title"), None)
    cells = sheet.values.get(label, []) if label is not None else []
    return cells[0] if cells else None


def _take_steps(promise: Promise, cells: Sequence[Cell]) -> None:
    """Activities in the lines below a label, dates beside or below them."""
    pending: Line | None = None
    for cell in cells:
        pending = take_milestone(promise, Line(0, cell.start, cell.text), pending)


def _read_tables(form: Form, tokens: Sequence[Token], inside: set[int]) -> None:
    """Tables of projects outside the sheets; one of activities alone where nothing else tells of any project."""
    axis: int | None = None
    last: list[tuple[Table, int | None]] = []
    for token in tokens:
        if token.kind == "axis":
            axis = _take_axis(form, token)
        elif token.table is not None and id(token.table) not in inside:
            grid = grid_of(token.table)
            if grid is None:
                continue
            if is_of_steps(grid):
                last.append((token.table, axis))
                continue
            axis = _take_rows(form, token.table, axis)
    if not form.promises:
        for table, at in last:
            _take_rows(form, table, at)


def _take_rows(form: Form, table: Table, axis: int | None) -> int | None:
    """The projects of a table; the axis that its last title names."""
    grid = grid_of(table)
    if grid is None:
        return axis
    lines = {line.start: line for line in table.lines}
    column = next((i for i, role in enumerate(grid.roles) if role == "axis"), None)
    for found in projects_of(grid, axis):
        if isinstance(found, Promise):
            found.axis = axis if column is None else None
            if all(fold(p.title) != fold(found.title) or p.axis != found.axis for p in form.promises):
                form.promises.append(found)
        elif (line := lines.get(found.start)) is not None and (m := AXIS.match(line.text)):
            axis = take_axis(form, line, m)
    return axis


def _told_of(step: Step) -> int:
    ends = (step.span.start, step.span.end) if step.span is not None else ()
    return 1 + sum(x is not None for x in (*ends, step.status_raw))


def count_told(form: Form) -> int:
    """How much a form tells, to choose between two readings; a title that is said again names nothing new."""
    promises = {(p.axis, fold(p.title)): p for p in reversed(form.promises)}.values()
    return sum(
        1
        + sum(x is not None for x in (p.lead, p.begins, p.ends, p.status_raw, p.amount.raw))
        + sum(map(_told_of, p.steps))
        for p in promises
    )
