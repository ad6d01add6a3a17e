"""Tables of a plan: projects a row each, activities of a commitment, both at once; heads in a row or in a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.read.lines import BULLET
from ingest.read.plans.labels import column_in, label_in, says_project, speaks_of
from ingest.read.plans.marks import is_marked, marked_span, under
from ingest.read.plans.periods import Span, parse_moment, parse_span, parse_start
from ingest.read.plans.promises import Promise, Step, fits, promise_named
from ingest.read.plans.roles import Column, rate_of, roles_of
from ingest.read.plans.states import percent_of
from ingest.read.plans.steps import StepLine, step_of
from ingest.read.plans.tokens import Cell, Table
from ingest.read.plans.values import kind_of
from ingest.text.amounts import StatedAmount, amount_of_cell, stated_amount
from ingest.text.fold import clean, fold, fold_pattern
from ingest.text.limits import limited

#: Below so many rows of titles a table's head is looked for.
_HEADS = 4
_TOTAL = re.compile(fold_pattern(r"(?:sous-?)?total\b|(?:ال)?مجموع(?!\w)|(?:grand )?total\b|somme\b"))
#: What a row of a plan tells of a project, beside its name.
_TOLD = frozenset(["lead", "start", "end", "period", "calendar", "status", "tick", "step", "steps", "cost"])
#: Start, end and term tell one thing.
_SAME = {
    "start": "period",
    "end": "period",
    "calendar": "period",
    "tick": "status",
    "step": "milestones",
    "steps": "milestones",
}
#: What a head is never.
_DATA = frozenset(["span", "percent", "amount", "length"])
#: So many titles may happen to be words of labels.
_LABELS = 0.3
#: Between activities of one cell: a mark of lists, or what follows the bracket with the dates of one.
_BREAK = re.compile(r"[;؛•]|(?<=[)\]])\s+(?=[^\W_])")
_MOMENTS = frozenset(["start", "end", "period"])


@dataclass(frozen=True)
class Grid:
    """A table's rows below its head, what each column holds, and the titles that stand among the rows."""

    head: tuple[str, ...]
    roles: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """Rows of one cell are titles."""
    rates: dict[int, int]
    """Columns of progress in bare numbers, and what makes percentages of them."""

    def at(self, role: str) -> int | None:
        return self.roles.index(role) if role in self.roles else None

    @property
    def said(self) -> set[str]:
        return set(self.roles) & (_TOLD | {"title", "milestones"})


def grid_of(table: Table) -> Grid | None:
    """The table with its head found: the row, or the column, under which the cells make most sense."""
    found = [g for g in (*_upright(table), *_turned(table)) if _is_of_plan(g)]
    return max(found, key=lambda g: (len(g.said), sum(role not in ("", "text") for role in g.roles)), default=None)


def _is_of_plan(grid: Grid) -> bool:
    """Whether rows are projects or activities: their head says so, or two other things that plans tell of them.

    Meetings and members have names, days and offices too; a sheet of labels has labels where names should be.
    """
    at = grid.at("title")
    if not grid.rows or (at is None and grid.at("milestones") is None):
        return False
    heads = [x for x, role in zip(grid.head, grid.roles, strict=True) if role not in ("calendar", "step")]
    if any(_DATA & {kind_of(label)} for label in heads) or any(speaks_of(x, "other_rows") for x in heads):
        return False
    if at is None:
        return bool(grid.said & _TOLD)
    titles = [row[at].text for row in grid.rows if len(row) > 1]
    if sum(label_in(title) is not None for title in titles) > _LABELS * len(titles):
        return False
    said = {_SAME.get(role, role) for role in grid.said & _TOLD}
    return len(said) >= (1 if column_in(grid.head[at]) == "title" or says_project(grid.head[at]) else 2)


def _upright(table: Table) -> Iterator[Grid]:
    """The table by each of its first rows as head; blank heads are named by the row above."""
    above: tuple[Cell, ...] | None = None
    tried = 0
    for i, row in enumerate(table.rows):
        if len(row) < 2:
            continue
        tried += 1
        if tried > _HEADS:
            return
        over = [cell.text for cell in above or ()]
        head = under(over, [cell.text or (over[k] if k < len(over) else "") for k, cell in enumerate(row)])
        below = [r for r in table.rows[i + 1 :] if len(r) in (1, len(row)) and not _says_again(r, row)]
        yield _grid(head, below)
        above = row


def _turned(table: Table) -> Iterator[Grid]:
    """The table by its first column as head: a column a commitment."""
    rows = [r for r in table.rows if len(r) == table.width]
    if table.width < 3 or len(rows) < 3:
        return
    turned = [tuple(row[k] for row in rows) for k in range(table.width)]
    yield _grid(tuple(cell.text for cell in turned[0]), turned[1:])


def _grid(head: tuple[str, ...], rows: Sequence[tuple[Cell, ...]]) -> Grid:
    full = [row for row in rows if len(row) == len(head) and not _is_total(row)]
    columns = [Column(label, tuple(row[k].text for row in full)) for k, label in enumerate(head)]
    roles = roles_of(columns) if full else [""] * len(head)
    if "title" in roles and "milestones" in roles and not _is_grouped(columns[roles.index("title")]):
        roles[roles.index("milestones")] = "steps"  # In the one row that a project has.
    rates = {k: n for k, c in enumerate(columns) if roles[k] == "status" and (n := rate_of(c)) is not None}
    return Grid(head, tuple(roles), tuple(row for row in rows if len(row) == 1 or row in full), rates)


def _is_grouped(titles: Column) -> bool:
    """Whether a title is said again, or left blank, in the rows that go on with it."""
    return len({fold(cell) for cell in titles.cells if cell}) < len(titles.cells)


def _says_again(row: Sequence[Cell], head: Sequence[Cell]) -> bool:
    """Whether a row is the head again, or the rest of a head of two rows: most of its words stand in the head."""
    words = [(fold(a.text), fold(b.text)) for a, b in zip(row, head, strict=False) if a.text]
    return len(row) > 1 and bool(words) and 2 * sum(a == b for a, b in words) >= len(words)


def _is_total(row: Sequence[Cell]) -> bool:
    """Whether a row is the sum of those above."""
    words = [fold(cell.text) for cell in row if cell.text]
    return any(_TOTAL.match(w) for w in words[:2])


def is_of_steps(grid: Grid) -> bool:
    """Whether the rows are activities: their head says so, and no other column names what they belong to."""
    return grid.at("title") is None and grid.at("milestones") is not None


def projects_of(grid: Grid, axis: int | None) -> Iterator[Promise | Cell]:
    """A project a row, with the steps of rows that go on with it; titles among the rows as they stand."""
    title, steps = grid.at("title"), grid.at("milestones")
    title, steps = (steps, None) if title is None else (title, steps)
    assert title is not None
    before: Promise | None = None
    named = ""
    levels = _levels(grid)
    for i, row in enumerate(grid.rows):
        if len(row) == 1:
            yield row[0]
            before = None
            continue
        if levels[i] == "axis":
            continue
        if levels[i] == "step" and before is not None:
            before.steps += [step for step in [_step(grid, row, title)] if step is not None]
            continue
        words = clean(row[title].text)
        is_same = before is not None and (fold(words) == fold(named) or not words)
        if not is_same:
            if len(words) < 4 or not re.search(r"[^\W\d_]{2}", words):
                before = None
                continue
            before = promise_named(row[title].text, row[title].start, axis=axis)
            named = words
        assert before is not None
        if steps is not None and (step := _step(grid, row, steps)) is not None:
            before.steps.append(step)
            _fill(before, grid, row, but=_MOMENTS | {"status"})
        else:
            _fill(before, grid, row)
        if not is_same:
            yield before


def _levels(grid: Grid) -> list[str]:
    """What each row is by its number: 'step' for 1.1 below 1, 'axis' for a bare 1 above projects; '' for the others."""
    column, lead = grid.at("number"), grid.at("lead")
    found = [""] * len(grid.rows)
    if column is None:
        return found
    parent, parent_at = "", 0
    for i, row in enumerate(grid.rows):
        number = fold(row[column].text).strip(" .-)") if len(row) > 1 else ""
        mark = r"[.\-/ ]" if parent[-1:].isdigit() else r"[.\-/ ]?"
        below = re.fullmatch(rf"{re.escape(parent)}{mark}\d{{1,2}}", number) if parent else None
        if below is None:
            parent, parent_at = number, i
        elif lead is None or not row[lead].text:
            found[i] = "step"
        elif not _is_told(grid, grid.rows[parent_at]):
            found[parent_at] = "axis"
    return found


def _is_told(grid: Grid, row: Sequence[Cell]) -> bool:
    """Whether a row says more of what it names."""
    return any(row[i].text for i, role in enumerate(grid.roles) if role in _TOLD)


def _fill(promise: Promise, grid: Grid, row: Sequence[Cell], but: frozenset[str] = frozenset()) -> None:
    """Put the cells of a row where their columns' roles say."""
    for column, (role, label, cell) in enumerate(zip(grid.roles, grid.head, row, strict=True)):
        value = clean(cell.text)
        if not value or role in but or role in ("", "text", "axis", "title", "milestones"):
            continue
        if role == "cost":
            if promise.amount.raw is None:
                promise.amount = _amount(value, label)
        elif role == "tick":
            if is_marked(value):
                promise.take("status", label)
        elif role in ("step", "steps"):
            promise.steps += [Step(s.title, at, at + len(s.title), s.span, s.status_raw) for s, at in _listed(cell)]
        elif role != "calendar":
            value = _in_percent(value, grid.rates.get(column))
            if fits(role, value):
                promise.take(role, value, label)
    if not but and "calendar" in grid.roles and (span := _marked(grid, row)) is not None:
        promise.begins, promise.ends = span.start, span.end


def _listed(cell: Cell) -> Iterator[tuple[StepLine, int]]:
    """The activities with their dates that one cell names one after another, and where each begins."""
    at = 0
    for mark in [*_BREAK.finditer(cell.text), None]:
        step = step_of(cell.text[at : mark.start() if mark else None])
        if step.span is not None and step.title:
            yield step, cell.start + at + step.at
        at = mark.end() if mark else at


def _in_percent(value: str, times: int | None) -> str:
    """A bare number of a column of progress as the percentage that it is."""
    return value if times is None or not value else f"{float(value.replace(',', '.')) * times:g} %"


def _marked(grid: Grid, row: Sequence[Cell]) -> Span | None:
    """The term that marks under years or parts of years give a row."""
    columns = [i for i, role in enumerate(grid.roles) if role == "calendar"]
    return marked_span([grid.head[i] for i in columns], [row[i].text for i in columns])


def _amount(value: str, label: str) -> StatedAmount:
    amount = amount_of_cell(value, label)
    return StatedAmount.of(amount)._replace(raw=limited(value)) if amount is not None else stated_amount(value)


def steps_of(grid: Grid) -> Iterator[Step]:
    """The rows as activities."""
    at = grid.at("milestones")
    at = grid.at("title") if at is None else at
    assert at is not None
    for row in grid.rows:
        if len(row) > 1 and (step := _step(grid, row, at)) is not None:
            yield step


def _step(grid: Grid, row: Sequence[Cell], at: int) -> Step | None:
    cell = row[at]
    title = BULLET.sub("", BULLET.sub("", cell.text)).strip()
    if not re.search(r"[^\W\d_]{2}", title):
        return None
    start = cell.start + cell.text.index(title)
    told = {role: clean(row[i].text) for i, role in enumerate(grid.roles) if row[i].text}
    step = Step(title, start, start + len(title), _marked(grid, row) if "calendar" in told else _span(told))
    states = [_in_percent(row[i].text, grid.rates.get(i)) for i, r in enumerate(grid.roles) if r == "status"]
    states.sort(key=lambda words: not words or percent_of(words) is not None)  # Words come first.
    return replace(step, status_raw=limited(clean(states[0]))) if states and states[0] else step


def _span(told: dict[str, str]) -> Span | None:
    if "period" in told:
        return parse_span(told["period"])
    start = parse_start(told["start"]) if "start" in told else None
    end = parse_moment(told["end"]) if "end" in told else None
    return Span(start, end) if start is not None or end is not None else None
