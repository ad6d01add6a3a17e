"""The sheets of a plan: what repeats from one commitment to the next, and what its labels are by their place in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.read.plans.labels import bare_label, column_in
from ingest.read.plans.roles import Column, roles_of
from ingest.read.plans.steps import step_of
from ingest.read.plans.tokens import Cell, Table, Token
from ingest.read.plans.values import kind_of

#: So many of the heads of one manner are followed by a label or a table, or they head no sheets.
_HEADS = 0.7
#: So many sheets have a title in their heads, or it is looked for among their labels.
_TITLES = 0.8
#: So many of the lines below a label have dates behind them where they are activities.
_DATED = 0.6


@dataclass
class Sheet:
    """What a document says of one commitment."""

    head: Token | None
    axis: Token | None
    values: dict[str, list[Cell]] = field(default_factory=dict)
    """Folded label → its value, or the lines below it."""
    labels: dict[str, str] = field(default_factory=dict)
    """Folded label → the label as written."""
    tables: list[Table] = field(default_factory=list)
    terms: list[Cell] = field(default_factory=list)
    """Lines that are nothing but a term, under no label."""

    def value(self, label: str) -> str:
        return self.values[label][0].text if self.values.get(label) else ""


@dataclass(frozen=True)
class Sheets:
    """All sheets of a document and the roles of their labels."""

    sheets: tuple[Sheet, ...]
    roles: dict[str, str]
    has_heads: bool
    """The commitments are named by what stands above their sheets."""


def sheets_of(tokens: Sequence[Token]) -> Sheets | None:
    """The sheets of a document; None where nothing repeats."""
    heads = _heads(tokens)
    begins = {i: tokens[i] for i in heads} if heads else _openings(tokens)
    sheets = _cut(tokens, begins)
    if not sheets:
        return None
    labels = list(dict.fromkeys(label for sheet in sheets for label in sheet.labels))
    columns = [Column(_as_written(label, sheets), tuple(s.value(label) for s in sheets)) for label in labels]
    named = [s for s in sheets if s.head is not None and s.head.cell.text]
    is_listed = any(column_in(c.label) == "title" for c in columns)
    titles = {s.head.cell.text for s in named if s.head is not None}
    has_heads = not is_listed and bool(named) and len(titles) >= _TITLES * len(sheets)
    roles = roles_of(columns, has_title=has_heads)
    roles = [
        "milestones" if _is_of_steps(label, role, sheets) else role for label, role in zip(labels, roles, strict=True)
    ]
    if len(sheets) == 1:  # Nothing repeats: only what the lists know is believed.
        roles = [role if column_in(c.label) is not None else "" for role, c in zip(roles, columns, strict=True)]
    return Sheets(tuple(sheets), dict(zip(labels, roles, strict=True)), has_heads)


def _is_of_steps(label: str, role: str, sheets: Sequence[Sheet]) -> bool:
    """Whether what stands under a label that no list has are activities: several lines, most with dates behind them."""
    cells = [cell.text for s in sheets if len(s.values.get(label, ())) > 1 for cell in s.values[label]]
    dated = [step for step in map(step_of, cells) if step.span is not None and step.title]
    return role not in ("title", "partners") and len(cells) > 1 and len(dated) >= _DATED * len(cells)


def _as_written(label: str, sheets: Sequence[Sheet]) -> str:
    return next(s.labels[label] for s in sheets if label in s.labels)


def _heads(tokens: Sequence[Token]) -> list[int]:
    """Tokens that head sheets: named alike and numbered, or numbered and each above a label or a table."""
    kinds = Counter(t.label for t in tokens if t.kind == "head")
    for kind, n in sorted(kinds.items(), key=lambda x: (not x[0], -x[1])):
        found = [i for i, t in enumerate(tokens) if t.kind == "head" and t.label == kind]
        led = [i for i in found if _leads(tokens, i)]
        if len(led) >= (1 if kind else 2) and len(led) >= _HEADS * n:
            return led
    return []


def _leads(tokens: Sequence[Token], i: int) -> bool:
    """Whether a label or a table comes right below a head, or below one line under it."""
    below = tokens[i + 1 : i + 3]
    for token in below:
        if token.kind in ("label", "table"):
            return True
        if token.kind != "text":
            return False
    return False


def _openings(tokens: Sequence[Token]) -> dict[int, Token | None]:
    """Where sheets without numbered heads begin: at the label that comes first in most of them.

    The line right above it heads the sheet, unless that line is the value of the label before.
    """
    first = _first_label(tokens)
    if first is None:
        return {}
    found: dict[int, Token | None] = {}
    seen: set[str] = set()
    texts = 0
    is_open = False
    """The last label has no value yet: the next line is one."""
    for i, token in enumerate(tokens):
        if token.kind == "label":
            label = bare_label(token.label)
            if label == first or label in seen:
                above = tokens[i - 1] if i and tokens[i - 1].kind in ("text", "head") else None
                is_head = above is not None and texts > (1 if is_open else 0)
                found[i - 1 if is_head else i] = above if is_head else None
                seen = set()
            seen.add(label)
            texts, is_open = 0, not token.cell.text
        elif token.kind in ("text", "head", "step"):
            texts += 1
        else:
            texts, is_open = 0, False
            seen = set() if token.kind == "axis" else seen
    return found


def _first_label(tokens: Sequence[Token]) -> str | None:
    """The label that comes first where labels come anew; None where none comes twice."""
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    for token in tokens:
        if token.kind == "axis":
            seen = set()
        elif token.kind == "label":
            label = bare_label(token.label)
            if not seen or label in seen:
                counts[label] += 1
                seen = set()
            seen.add(label)
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= 2 else None


def _titled(tokens: Sequence[Token], i: int, head: Token | None) -> Token | None:
    """The head of a sheet with its title: on the line below, where that is no label and labels follow."""
    if head is None or head.cell.text or i + 2 >= len(tokens):
        return head
    below, then = tokens[i + 1], tokens[i + 2]
    return replace(head, cell=below.cell) if below.kind == "text" and then.kind in ("label", "table") else head


def _cut(tokens: Sequence[Token], begins: dict[int, Token | None] | dict[int, Token]) -> list[Sheet]:
    """The sheets between the places at which they begin; an axis ends one."""
    found: list[Sheet] = []
    axis: Token | None = None
    current: Sheet | None = None
    label = ""
    for i, token in enumerate(tokens):
        if i in begins:
            current = Sheet(_titled(tokens, i, begins[i]), axis)
            found.append(current)
            label = ""
            if begins[i] is token:
                continue
        if token.kind == "axis":
            axis, current, label = token, None, ""
        elif current is None:
            continue
        elif token.kind == "table" and token.table is not None:
            current.tables.append(token.table)
        elif token.kind == "label":
            label = bare_label(token.label)
            current.labels.setdefault(label, token.label)
            if token.cell.text:
                current.values.setdefault(label, []).append(token.cell)
        elif token.kind == "step":
            step = bare_label(token.label)
            current.labels.setdefault(step, token.label)
            current.values.setdefault(step, []).append(token.cell)
        elif kind_of(token.cell.text) == "span" and (not label or current.values.get(label)):
            current.terms.append(token.cell)
        elif label:
            current.values.setdefault(label, []).append(token.cell)
    return [sheet for sheet in found if sheet.labels or sheet.tables]
