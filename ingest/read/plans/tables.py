"""Tables of a plan: projects a row each, activities of a commitment, both at once; heads in a row or in a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.read.lines import BULLET
from ingest.read.plans.labels import column_in, label_in, says_project, speaks_of
from ingest.read.plans.periods import Span, parse_moment, parse_span, parse_start
from ingest.read.plans.promises import Promise, Step, fits
from ingest.read.plans.roles import Column, roles_of
from ingest.read.plans.tokens import Cell, Table
from ingest.read.plans.values import kind_of
from ingest.text.amounts import StatedAmount, amount_of_cell, stated_amount
from ingest.text.fold import clean, fold, fold_pattern
from ingest.text.limits import limited

#: Below so many rows of titles a table's head is looked for.
_HEADS = 4
_TOTAL = re.compile(fold_pattern(r"(?:sous-?)?total\b|(?:ال)?مجموع(?!\w)|(?:grand )?total\b|somme\b"))
#: What a row of a plan tells of a project, beside its name.
_TOLD = frozenset(["lead", "start", "end", "period", "status", "cost"])
#: Start, end and term tell one thing.
_SAME = {"start": "period", "end": "period"}
#: What a head is never.
_DATA = frozenset(["span", "percent", "amount", "length"])
#: So many titles may happen to be words of labels.
_LABELS = 0.3
_MOMENTS = frozenset(["start", "end", "period"])


@dataclass(frozen=True)
class Grid:
    """A table's rows below its head, what each column holds, and the titles that stand among the rows."""

    head: tuple[str, ...]
    roles: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """Rows of one cell are titles."""

    def at(self, role: str) -> int | None:
        return self.roles.index(role) if role in self.roles else None

    @property
    def said(self) -> set[str]:
        return set(self.roles) & (_TOLD | {"title", "milestones"})


def grid_of(table: Table) -> Grid | None:
    """The table with its head found: the row, or the column, under which the cells make most sense."""
    found = [g for g in (*_upright(table), *_turned(table)) if _is_of_plan(g)]
    return max(found, key=lambda g: len(g.said), default=None)


def _is_of_plan(grid: Grid) -> bool:
    """Whether rows are projects or activities: their head says so, or two other things that plans tell of them.

    Meetings and members have names, days and offices too; a sheet of labels has labels where names should be.
    """
    at = grid.at("title")
    if not grid.rows or (at is None and grid.at("milestones") is None):
        return False
    if any(_DATA & {kind_of(label)} for label in grid.head) or any(speaks_of(x, "other_rows") for x in grid.head):
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
        head = tuple(
            cell.text or (above[k].text if above is not None and k < len(above) else "") for k, cell in enumerate(row)
        )
        below = [r for r in table.rows[i + 1 :] if len(r) in (1, len(row)) and _words(r) != _words(row)]
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
        roles[roles.index("milestones")] = "text"  # What a project delivers, in the one row that it has.
    return Grid(head, tuple(roles), tuple(row for row in rows if len(row) == 1 or row in full))


def _is_grouped(titles: Column) -> bool:
    """Whether a title is said again, or left blank, in the rows that go on with it."""
    return len({fold(cell) for cell in titles.cells if cell}) < len(titles.cells)


def _words(row: Sequence[Cell]) -> list[str]:
    return [fold(cell.text) for cell in row]


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
    for row in grid.rows:
        if len(row) == 1:
            yield row[0]
            before = None
            continue
        words = clean(row[title].text)
        is_same = before is not None and (fold(words) == fold(before.title) or not words)
        if not is_same:
            if len(words) < 4 or not re.search(r"[^\W\d_]{2}", words):
                before = None
                continue
            before = Promise(None, words, row[title].start, row[title].end, axis=axis)
        assert before is not None
        if steps is not None and (step := _step(grid, row, steps)) is not None:
            before.steps.append(step)
            _fill(before, grid, row, but=_MOMENTS | {"status"})
        else:
            _fill(before, grid, row)
        if not is_same:
            yield before


def _fill(promise: Promise, grid: Grid, row: Sequence[Cell], but: frozenset[str] = frozenset()) -> None:
    """Put the cells of a row where their columns' roles say."""
    for role, label, cell in zip(grid.roles, grid.head, row, strict=True):
        value = clean(cell.text)
        if not value or role in but or role in ("", "text", "axis", "title", "milestones"):
            continue
        if role == "cost":
            if promise.amount.raw is None:
                promise.amount = _amount(value, label)
        elif fits(role, value):
            promise.take(role, value, label)


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
    step = Step(title, start, start + len(title), _span(told))
    return replace(step, status_raw=limited(told["status"])) if "status" in told else step


def _span(told: dict[str, str]) -> Span | None:
    if "period" in told:
        return parse_span(told["period"])
    start = parse_start(told["start"]) if "start" in told else None
    end = parse_moment(told["end"]) if "end" in told else None
    return Span(start, end) if start is not None or end is not None else None
