"""What the columns of a form hold: by their labels' words, by what their cells can be, by their place.

A column is what stands under one label in every commitment of a form, or under one head of a table. A label that a
list has is believed unless its cells are something else; of any other label the cells decide, and its words only
between what they can be. Where nothing decides, the column stays unread: an empty value is better than a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ingest.read.plans.labels import classes_in, column_in, names_both, says_project, speaks_of
from ingest.read.plans.marks import calendar_of, scale_of
from ingest.read.plans.periods import parse_moment
from ingest.read.plans.values import kind_of
from ingest.text.fold import fold
from ingest.text.numbers import ORDINAL

#: So many of a column's cells are of a kind for the column to be of it.
_NEARLY_ALL, _MOST, _HALF = 0.9, 0.6, 0.5
_TITLE_CHARS = (8, 220)
_NAME_CHARS = 110
#: A label that is longer asks a question of which nobody reads the answer.
_LABEL_WORDS = 9
_NTH = re.compile(rf"(?<!\d)\d{{1,2}}\b|(?<!\w){ORDINAL}(?!\w)")
_BARE = re.compile(r"\d{1,3}(?:[.,]\d{1,4})?")
_COUNTED = re.compile(r"([^\W\d_]\D{1,24}?)[ -]?(?:n°|رقم)? ?\d{1,2}")
#: Roles that several columns may have.
_OFTEN = frozenset(["", "text", "partners", "milestones", "status", "calendar", "tick", "step", "steps"])
_MOMENTS = frozenset(["start", "end", "period"])
_DATES, _BODIES, _STATES = ("moment", "span"), ("office", "body"), ("state", "percent")


@dataclass(frozen=True)
class Column:
    """A label and the cells that stand under it, in the order of the form; blank where it has none."""

    label: str
    cells: tuple[str, ...]

    @cached_property
    def kinds(self) -> Counter[str]:
        return Counter(k for cell in self.cells if (k := kind_of(cell)) != "empty")

    def share(self, *kinds: str) -> float:
        """How many of its cells that are not blank are of these kinds."""
        return sum(self.kinds[k] for k in kinds) / max(1, self.kinds.total())

    @cached_property
    def told(self) -> list[str]:
        return [cell for cell in self.cells if kind_of(cell) != "empty"]

    @cached_property
    def said(self) -> frozenset[str]:
        """Classes of which its label holds a word."""
        return classes_in(self.label)


def roles_of(columns: Sequence[Column], *, has_title: bool = False) -> list[str]:
    """The role of each column: title, number, axis, lead, partners, start, end, period, status, cost, text or ''.

    Columns of years, quarters or months that hold marks are each 'calendar', those of states that are ticked 'tick',
    those of the first, second … activity 'step', one that lists activities in its cells 'steps'.

    Args:
        has_title: the commitments are named elsewhere (their headings): no column is taken for their title.
    """
    roles = [_by_list(c) for c in columns]
    for i in calendar_of([c.label for c in columns], [c.cells for c in columns]):
        roles[i] = "calendar"
    for i in scale_of([c.label for c in columns], [c.cells for c in columns]):
        roles[i] = "tick"
    for i in _counted_steps(columns):
        roles[i] = "step"
    for decide in (_activities, _periods, _states, _sums, _axes):
        decide(columns, roles)
    _named_bodies(columns, roles)
    if not has_title and "title" not in roles:
        _title(columns, roles)
    _asked_bodies(columns, roles)
    _bodies(columns, roles)
    return _once(roles)


def _by_list(column: Column) -> str:
    """The role that a known label gives, if its cells can be that."""
    role = "title" if names_both(column.label) else column_in(column.label) or ""
    if not column.told:
        return role
    if role == "text" and column.share(*_DATES) >= _MOST:
        return ""  # 'Target' and 'result' are of days too.
    if role == "text" and column.share("state") >= _NEARLY_ALL:
        return ""  # What an 'indicator' shows may be how far it has come.
    is_fit = {
        "start": column.share(*_DATES) > 0 or column.share("words") == 1,
        "end": column.share(*_DATES) > 0 or column.share("words") == 1,
        "period": column.share(*_DATES, "length") > 0,
        "lead": column.share("words", *_BODIES) >= _HALF,
        "partners": column.share("words", "long", *_BODIES) >= _HALF,
        "status": column.share("words", *_STATES) >= _HALF,
        "cost": column.share("amount", "number", "words") >= _HALF,
        "title": column.share("words", "long", "state", *_BODIES) >= _HALF,
        "number": column.share("number", "words") >= _HALF,
    }.get(role, True)
    if role == "cost" and speaks_of(column.label, "other_shares"):
        return "text"
    return role if is_fit else ""


def _open(roles: list[str]) -> list[int]:
    return [i for i, role in enumerate(roles) if not role]


def _activities(columns: Sequence[Column], roles: list[str]) -> None:
    """The first column whose label speaks of activities; what they deliver may stand in others."""
    found = [
        i
        for i, role in enumerate(roles)
        if (role == "milestones" or (not role and "milestones" in columns[i].said and not columns[i].said & _MOMENTS))
        and columns[i].share(*_STATES) < _HALF
    ]
    first = next((i for i in found if columns[i].told), None)
    for i in found:
        roles[i] = "milestones" if i == first else "text"


def _counted_steps(columns: Sequence[Column]) -> list[int]:
    """Columns for the first, the second … activity of a commitment: 'Jalon 1', 'المرحلة الثانية'."""
    found = [
        i
        for i, c in enumerate(columns)
        if "milestones" in c.said and not c.said & _MOMENTS and _NTH.search(fold(c.label))
    ]
    return found if len(found) > 1 else []


def _periods(columns: Sequence[Column], roles: list[str]) -> None:
    """Columns of dates: a term, a start with its end; a lone day is the one by which something is to be done."""
    days = [i for i in _open(roles) if columns[i].share(*_DATES) >= _MOST]
    spans = [i for i in days if columns[i].share("span") >= _HALF]
    if len(spans) == 2 and len(days) == 2 and _in_order(*(columns[i] for i in spans)):
        roles[spans[0]], roles[spans[1]] = "start", "end"  # The quarters in which it begins and ends.
    for i in _open(roles):
        if columns[i].share(*_DATES) < _MOST:
            continue
        if speaks_of(columns[i].label, "other_days"):
            roles[i] = "text"
        elif columns[i].share("span") >= _HALF or "period" in columns[i].said:
            roles[i] = "period"
        elif columns[i].said & {"start", "end"} in ({"start"}, {"end"}):
            roles[i] = "start" if "start" in columns[i].said else "end"
    left = [i for i in _open(roles) if columns[i].share(*_DATES) >= _MOST]
    has_start, has_end = "start" in roles, "end" in roles
    if len(left) == 2 and not (has_start or has_end or "period" in roles) and _in_order(*(columns[i] for i in left)):
        roles[left[0]], roles[left[1]] = "start", "end"
    elif len(left) == 1 and not (has_start and has_end):
        if has_end and _in_order(columns[left[0]], columns[roles.index("end")]):
            roles[left[0]] = "start"
        elif not has_end and "period" not in roles:
            roles[left[0]] = "end"


def _in_order(first: Column, second: Column) -> bool:
    """Whether no day of a column is later than the one beside it."""
    pairs = [
        (a.value, b.value)
        for x, y in zip(first.cells, second.cells, strict=True)
        if (a := parse_moment(x)) is not None and (b := parse_moment(y)) is not None
    ]
    return bool(pairs) and all(a is None or b is None or a[:7] <= b[:7] for a, b in pairs)


def _states(columns: Sequence[Column], roles: list[str]) -> None:
    """A column of states in words or in percentages; both may stand side by side."""
    for i in _open(roles):
        column = columns[i]
        if rate_of(column) is not None:
            roles[i] = "status"
        if column.share(*_STATES) < _HALF or (column.share("percent") and _is_other_share(column)):
            continue
        if column.share("percent") or "status" in column.said or _repeats(column):
            roles[i] = "status"


def _is_other_share(column: Column) -> bool:
    """Whether percentages are of money or of what is aimed at, not of what is done."""
    return speaks_of(column.label, "other_shares") and not speaks_of(column.label, "carried_out")


def rate_of(column: Column) -> int | None:
    """What the bare numbers of a column of progress are to be multiplied by to be percentages; None for no such column.

    Workbooks hold 0.55 for 55 %; a sign in the label makes 55 one.
    """
    if not column.told or not all(_BARE.fullmatch(cell.strip()) for cell in column.told):
        return None
    if _is_other_share(column) or not (speaks_of(column.label, "rates") or "%" in column.label):
        return None
    values = [float(cell.replace(",", ".")) for cell in column.told]
    if max(values) <= 1:
        return 100 if any(0 < v < 1 for v in values) else None
    return 1 if max(values) <= 100 and any(v > 1 for v in values) else None


def _repeats(column: Column) -> bool:
    """Whether states are what nearly all cells of a column hold: a title too may begin with 'launched'."""
    return column.share(*_STATES) >= _MOST


def _sums(columns: Sequence[Column], roles: list[str]) -> None:
    """The one column of sums, or the one that is the whole; parts and what was paid stay unread."""
    if "cost" in roles:
        return
    sums = [
        i
        for i in _open(roles)
        if columns[i].share("amount") >= _MOST and not speaks_of(columns[i].label, "other_shares")
    ]
    named = [i for i in sums if "cost" in columns[i].said] or sums
    if len(named) == 1:
        roles[named[0]] = "cost"


def _axes(columns: Sequence[Column], roles: list[str]) -> None:
    """Numbers in the first column; what a word of the label says to be an axis, a text or a place."""
    for i in _open(roles):
        column = columns[i]
        is_number = i == 0 and (column.share("number") == 1 or _is_counted(column))
        if is_number and len(set(column.cells)) == len(column.cells):
            roles[i] = "number"
            continue
        is_text = column.said & {"axis", "text", "contact"} and not column.said & {"lead", "partners", "status"}
        if is_text or len(column.label.split()) > _LABEL_WORDS:
            roles[i] = "text"


def _is_counted(column: Column) -> bool:
    """Whether all cells are one word and a number: 'Projet 1', 'الالتزام 2'."""
    found = [_COUNTED.fullmatch(cell) for cell in column.told]
    return len(found) > 1 and len({m[1] if m else cell for m, cell in zip(found, column.told, strict=True)}) == 1


def _is_name(column: Column) -> bool:
    """Whether the cells can be names of bodies: short words."""
    return (
        bool(column.told)
        and column.share("words", *_BODIES) >= _MOST
        and all(len(cell) <= _NAME_CHARS for cell in column.told)
    )


def _named_bodies(columns: Sequence[Column], roles: list[str]) -> None:
    """Who leads and who takes part, where a word of the label says so."""
    for i in _open(roles):
        for role in ("partners", "lead"):
            if role in columns[i].said and _is_name(columns[i]) and role not in roles:
                roles[i] = role
                break


def _asked_bodies(columns: Sequence[Column], roles: list[str]) -> None:
    """The one column whose label asks for a body, and not for others beside it."""
    left = [
        i
        for i in _open(roles)
        if _is_name(columns[i])
        and "partners" not in columns[i].said
        and speaks_of(columns[i].label, "bodies")
        and not speaks_of(columns[i].label, "others")
    ]
    if "lead" not in roles and len(left) == 1:
        roles[left[0]] = "lead"


def _bodies(columns: Sequence[Column], roles: list[str]) -> None:
    """Who answers for it, where only the cells say so: the column of an administration's own offices."""
    if "lead" in roles:
        return
    left = [i for i in _open(roles) if _is_name(columns[i]) and "partners" not in columns[i].said]
    offices = [i for i in left if columns[i].share("office") >= _HALF]
    bodies = [i for i in left if columns[i].share(*_BODIES) >= _MOST]
    for found in (offices, bodies):
        if len(found) == 1:
            roles[found[0]] = "lead"
            return
        if found:
            return


def _title(columns: Sequence[Column], roles: list[str]) -> None:
    """What is promised: the first column of words that are never said twice."""
    shortest, longest = _TITLE_CHARS
    fit = []
    for i in _open(roles):
        column = columns[i]
        lengths = [len(cell) for cell in column.told]
        if (
            len(lengths) >= 2
            and len(set(column.told)) == len(lengths) >= _MOST * len(column.cells)
            and column.share("words", "long", "state", *_BODIES) >= _MOST
            and column.share("office") <= _HALF
            and sum(lengths) >= shortest * len(lengths)
            and max(lengths) <= 2 * longest
            and sum(lengths) <= longest * len(lengths)
        ):
            fit.append(i)
    named = [i for i in fit if says_project(columns[i].label)]
    grouped = [i for i in _open(roles) if says_project(columns[i].label) and _is_grouped(columns[i])]
    if "milestones" in roles and grouped:
        roles[grouped[0]] = "title"
    elif fit:
        roles[(named or fit)[0]] = "title"


def _is_grouped(column: Column) -> bool:
    """Whether names are said again in the rows below them, one for each of several activities."""
    groups = [name for name, _ in groupby(column.told)]
    return 1 < len(groups) < len(column.cells) and len(set(groups)) == len(groups) and _is_name(column)


def _once(roles: list[str]) -> list[str]:
    """Each role for the first column that has it; states may stand twice, in words and in percentages."""
    seen: Counter[str] = Counter()
    found = []
    for role in roles:
        seen[role] += 1
        is_free = role in _OFTEN or seen[role] == 1
        found.append(role if is_free else "text")
    return found
