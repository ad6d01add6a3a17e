"""A plan document as what its lines are in a form: axes, headings, labels with their values, tables, and other words.

A label is what a list knows as one, or what stands again and again where labels stand: before a colon, in the first
cell of a row of two, on a line of its own above a value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.read.lines import BULLET, Line
from ingest.read.plans.labels import bare_label, classes_in, label_in, speaks_of
from ingest.read.plans.legends import spelled
from ingest.read.plans.steps import counted_step
from ingest.read.plans.values import kind_of
from ingest.text.fold import fold_pattern
from ingest.text.numbers import ORDINAL

#: A label is short, and so is a line that is nothing but one.
_LABEL_WORDS, _LABEL_CHARS = 9, 70
#: A label stands in so many of the forms that have the most common one.
_MOST = 0.5
#: A label that is told from its value by nothing but its words stands so often beside others.
_OFTEN = 3
#: So many rows of a table begin with a label where it is a sheet of labels and values.
_SHEET_ROWS = 0.6
#: How far lines that always stand below one another are followed.
_DEPTH = 6
_NO_LABEL = frozenset(["moment", "span", "percent", "number", "amount", "length", "state", "long"])

AXIS = re.compile(
    fold_pattern(rf"^(?:(?:ال)?محور|axe|axis) (?:رقم |n° ?)?(?P<n>{ORDINAL}|\d{{1,2}}) ?[:.\-]+ ?(?P<name>\S.+)$")
)
_NUMBER = rf"(?P<n>\d{{1,2}}(?:[.]\d{{1,2}}){{0,2}}|{ORDINAL})"
_MARK = r"(?: ?(?:n° ?|no\.? ?|numero |number |رقم |عدد ))?"
#: 'Engagement n° 1 — …', 'الالتزام الأول: …', 'Fiche 3': what comes before the number is looked up.
_NAMED_HEAD = re.compile(
    fold_pattern(rf"^\W{{0,3}}(?P<kind>[^\W\d]\D{{2,30}}?){_MARK} ?{_NUMBER}(?: ?[:.)/\-]+ ?(?P<title>\S.{{2,}}))?\W*$")
)
#: 'A.1 Bilan', '2.3 Ateliers': two parts say enough.
_CODED_HEAD = re.compile(r"^\W{0,2}(?P<n>(?:[a-z]\.?|\d{1,2}\.)\d{1,2}) (?P<title>[^\W\d_].{3,})$")
#: '1.300.000,00 DH' is none.
_NUMBERED_HEAD = re.compile(rf"^\W{{0,2}}{_NUMBER} ?[.):/\-]+(?: (?=\d)| ?(?=\D))(?P<title>\S.{{2,}})$")
#: Pairs of one line: 'Service : … ; délai : … ; état : …'.
_BETWEEN = re.compile(r"\s*(?:[;؛|•]|\s[-–—]\s|\.\s(?=[^.:;؛|]{2,40}[:：]))\s*")
#: 'Mise en route – février 2026': a label only where it stands again and again.
_DASHED = re.compile(r"(?P<label>[^\d\s–—|-][^–—|]{1,60}?)\s[–—-]\s+(?P<value>\S.*?)\s*$")
_WORD = re.compile(r"\S+")
_COLON = re.compile(r"\s?[:：?؟](?=\s|$)")


@dataclass(frozen=True)
class Cell:
    """Words at a document offset."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Table:
    """Rows of one table; a row of one cell is a title among the others."""

    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[Line, ...]

    @property
    def width(self) -> int:
        return max(map(len, self.rows))


@dataclass(frozen=True)
class Token:
    """A line, or a part of one, in its role: axis, head, label, step, table or text."""

    kind: str
    line: Line
    cell: Cell
    """The words of a text, the title of a head, the value of a label: blank where it stands below."""
    label: str = ""
    """A label's words; what a head calls its commitment ('engagement')."""
    number: str | None = None
    table: Table | None = None


@dataclass
class _Labels:
    """Labels that are believed: those of the lists and those that stand again and again."""

    counts: Counter[str] = field(default_factory=Counter)
    cells: Counter[str] = field(default_factory=Counter)
    """Those beside their values in tables."""

    def __contains__(self, words: str) -> bool:
        bare = bare_label(words)
        if not bare or len(bare) > _LABEL_CHARS:
            return False
        most = max(self.counts.values(), default=0)
        return self.counts[bare] >= max(2, _MOST * most) or label_in(words) is not None

    def begins(self, words: str) -> str | None:
        """The label of several words, known from tables, that a line begins with: PDF files lose a first row's rule."""
        often = max(_OFTEN, _MOST * max(self.cells.values(), default=0))
        ends = [m.end() for m in _WORD.finditer(words)][1:-1]
        return next((words[:end] for end in reversed(ends) if self.cells[bare_label(words[:end])] >= often), None)


def tokens_of(lines: Sequence[Line], legend: dict[str, str]) -> list[Token]:
    """All lines in their order; signs of the legend in the cells of tables with what they mean."""
    blocks = list(_blocks(lines, legend))
    labels = _labels(blocks)
    found: list[Token] = []
    for block in blocks:
        if isinstance(block, Table):
            found += _of_table(block, labels)
        else:
            found += _of_line(block, labels)
    return found


def _blocks(lines: Sequence[Line], legend: dict[str, str]) -> Iterator[Line | Table]:
    """Tables with all their rows; every other line for itself."""
    at = 0
    while at < len(lines):
        line = lines[at]
        end = at
        while end < len(lines) and _is_row(lines[end]) and lines[end].table == line.table:
            end += 1
        if end > at and any(len(x.cells) > 1 for x in lines[at:end]):
            rows = tuple(_row(x, legend) for x in lines[at:end])
            yield Table(rows, tuple(lines[at:end]))
            at = end
        else:
            yield line
            at += 1


def _is_row(line: Line) -> bool:
    return line.table is not None or len(line.cells) > 1


def _row(line: Line, legend: dict[str, str]) -> tuple[Cell, ...]:
    """The cells of a row; one cell where all others are blank."""
    cells = tuple(Cell(spelled(text, legend), line.start + at) for at, text in line.cells)
    told = [cell for cell in cells if cell.text]
    return (told[0],) if len(told) == 1 and len(cells) > 2 else cells


def _labels(blocks: Sequence[Line | Table]) -> _Labels:
    """Count what stands where labels stand."""
    found = _Labels()
    alone: Counter[str] = Counter()
    above: dict[str, Counter[str]] = {}
    before = ""
    for block in blocks:
        if isinstance(block, Table):
            led = [row for row in block.rows if _may_label(row)]
            narrow = [row for row in led if len(_told(row)) == 2]
            found.cells.update(bare_label(row[0].text) for row in narrow)
            # In wider tables the first cells may be an axis, said again in each row.
            wide = [row for row in led if len(_told(row)) != 2]
            third = [row[2] for row in wide if len(_told(row)) == 4 and _may_label(row[2:])]
            found.counts.update({bare_label(cell.text) for cell in (*(row[0] for row in wide), *third)})
            before = ""
            continue
        pairs = list(_parts(block))
        for label, _ in pairs:
            found.counts[bare_label(label.text)] += 1
        words = "" if pairs else bare_label(BULLET.sub("", block.raw))
        if words and _may_stand_alone(block):
            alone[words] += 1
            above.setdefault(words, Counter())[before] += 1
        before = words
    most = max((n for words, n in alone.items() if kind_of(words) != "state"), default=0)
    for words, n in alone.items():
        # 'Part exécutée' may be a label, where it stands in each sheet: states are said of some.
        if n >= (max(2, most) if kind_of(words) == "state" else 2) and not _is_value(words, alone, above):
            found.counts[words] += n
    found.counts.update(found.cells)
    del found.counts[""]
    return found


def _is_value(words: str, alone: Counter[str], above: dict[str, Counter[str]], depth: int = 0) -> bool:
    """Whether a line that stands several times is what is said under one label: it stands below nothing else."""
    label, times = above[words].most_common(1)[0]
    if label not in alone or times < alone[words] or alone[label] < alone[words] or depth > _DEPTH:
        return False
    # What stands below a value begins anew.
    return not _is_value(label, alone, above, depth + 1)


def _may_stand_alone(line: Line) -> bool:
    """Whether a line may be nothing but a label: short, no sentence, neither an axis nor a commitment's head."""
    return (
        len(line.raw.split()) <= _LABEL_WORDS
        and not line.raw.rstrip().endswith((".", ";", "،", ",", "؛"))
        and kind_of(line.raw) not in _NO_LABEL - {"state"}
        and AXIS.match(line.text) is None
        and _named_head(line) is None
    )


def _may_label(row: Sequence[Cell]) -> bool:
    """Whether the first cell of a row may be a label of the second."""
    return len(row) >= 2 and 0 < len(row[0].text) <= _LABEL_CHARS and kind_of(row[0].text) not in _NO_LABEL


def _parts(line: Line) -> Iterator[tuple[Cell, Cell]]:
    """(label, value) of each part of a line that has a colon behind few words."""
    at = 0
    bullet = BULLET.match(line.raw)
    begin = bullet.end() if bullet else 0
    if ":" not in line.raw and (m := _DASHED.match(line.raw, begin)):
        yield Cell(m["label"], line.start + m.start("label")), Cell(m["value"], line.start + m.start("value"))
        return
    for cut in [*_BETWEEN.finditer(line.raw, begin), None]:
        part = line.raw[max(at, begin) : cut.start() if cut else len(line.raw)]
        start = max(at, begin)
        at = cut.end() if cut else len(line.raw)
        colon = _COLON.search(part)
        head = part[: colon.start()].strip() if colon else ""
        if colon is None or not head or len(head) > _LABEL_CHARS or len(head.split()) > _LABEL_WORDS:
            continue
        value = part[colon.end() :]
        label_at = start + part.index(head)
        value_at = start + colon.end() + len(value) - len(value.lstrip())
        yield Cell(head, line.start + label_at), Cell(value.strip(), line.start + value_at)


def _of_line(line: Line, labels: _Labels) -> Iterator[Token]:
    """The token of a line, or of each of its parts that is a label with its value."""
    whole = Cell(line.raw.strip(), line.start + len(line.raw) - len(line.raw.lstrip()))
    if AXIS.match(line.text):
        yield Token("axis", line, whole)
        return
    if (head := _named_head(line)) is not None:
        yield from _cut_head(line, head, labels)
        return
    if (step := counted_step(words := BULLET.sub("", line.raw))) is not None:
        at = line.start + len(line.raw) - len(words) + step[1]
        yield Token("step", line, Cell(words[step[1] :].rstrip(), at), label=step[0])
        return
    pairs = [(label, value) for label, value in _parts(line) if label.text in labels]
    if pairs:
        before = BULLET.sub("", line.raw[: pairs[0][0].start - line.start]).strip(" -–—;:|.")
        if len(before) > 3:
            yield _before_labels(line, before)
        for (label, value), following in zip(pairs, [*pairs[1:], None], strict=True):
            yield from _cut(line, label, value, following[0].start if following else line.start + len(line.raw), labels)
        return
    if words in labels and len(words.split()) <= _LABEL_WORDS:
        yield Token("label", line, Cell("", whole.end), label=words.strip())
    elif (led := labels.begins(words)) is not None:
        told = words[words.index(led) + len(led) :].strip()
        yield Token("label", line, Cell(told, line.start + line.raw.rindex(told)), label=led)
    elif m := _NUMBERED_HEAD.match(line.text) or _CODED_HEAD.match(line.text):
        yield _head(line, m, "")
    else:
        body = words.strip()
        yield Token("text", line, Cell(body, line.start + line.raw.index(body)) if body else whole)


def _before_labels(line: Line, before: str) -> Token:
    """What a line says before its first label: a numbered head or words."""
    at = line.start + line.raw.index(before)
    m = _NUMBERED_HEAD.match(line.text)
    head = _head(line, m, "") if m is not None else None
    if head is None or not at <= head.cell.start < at + len(before):
        return Token("text", line, Cell(before, at))
    return replace(head, cell=Cell(before[head.cell.start - at :], head.cell.start))


def _cut(line: Line, label: Cell, value: Cell, end: int, labels: _Labels) -> Iterator[Token]:
    """A label with its value; where the value runs on into another known label ('… école Délai : …') it ends there."""
    text = line.raw[value.start - line.start : end - line.start].rstrip(" ;؛|-–—•")
    inner = _label_within(text, value.start, labels)
    if inner is None:
        yield Token("label", line, Cell(text, value.start), label=label.text)
        return
    below, rest = inner
    yield Token("label", line, Cell(text[: below.start - value.start].strip(), value.start), label=label.text)
    yield from _cut(line, below, rest, end, labels)


def _cut_head(line: Line, head: Token, labels: _Labels) -> Iterator[Token]:
    """A head with its title, which ends where the line goes on with a label."""
    inner = _label_within(head.cell.text, head.cell.start, labels)
    if inner is None:
        yield head
        return
    below, rest = inner
    title = head.cell.text[: below.start - head.cell.start].strip(" -–—;|.")
    yield replace(head, cell=Cell(title, head.cell.start))
    yield from _cut(line, below, rest, line.start + len(line.raw), labels)


def _label_within(text: str, start: int, labels: _Labels) -> tuple[Cell, Cell] | None:
    """A believed label inside a text that stands at a document offset, and what stands behind its colon."""
    for colon in _COLON.finditer(text):
        words = text[: colon.start()].split()
        for n in range(min(_LABEL_WORDS, len(words) - 1), 0, -1):
            inner = " ".join(words[-n:])
            at = text.rfind(inner, 0, colon.start())
            if at > 0 and inner[:1] == inner[:1].upper() and inner in labels:
                rest = text[colon.end() :]
                lead = len(rest) - len(rest.lstrip())
                return Cell(inner, start + at), Cell(rest.strip(), start + colon.end() + lead)
    return None


def _named_head(line: Line) -> Token | None:
    """'Engagement 3 : …', 'بطاقة المشروع رقم 2': words for what a plan consists of, and a number."""
    m = _NAMED_HEAD.match(line.text)
    if m is None or not (speaks_of(m["kind"], "projects") or speaks_of(m["kind"], "sheets")):
        return None
    return _head(line, m, m["kind"])


def _head(line: Line, m: re.Match[str], kind: str) -> Token:
    if m["title"] is None:
        return Token("head", line, Cell("", line.start + len(line.raw)), kind, m["n"])
    start, _ = line.folded.span(m.start("title"), m.end("title"))
    title = line.folded.raw(m.start("title"), m.end("title"))
    return Token("head", line, Cell(title, start), kind, m["n"])


def _of_table(table: Table, labels: _Labels) -> Iterator[Token]:
    """A table as it is, or as the labels and values that it sets side by side."""
    rows = [row for row in table.rows if len(row) > 1]
    led = [row for row in rows if _is_of_sheet(row, labels)]
    if not rows or len(led) < _SHEET_ROWS * len(rows) or _is_headed(rows):
        yield Token("table", table.lines[0], Cell("", table.lines[0].start), table=table)
        return
    at = 0
    while at < len(table.rows):
        row, line = table.rows[at], table.lines[at]
        end = _end_of_steps(table.rows, at, labels)
        if end > at:
            inner = Table(table.rows[at:end], table.lines[at:end])
            yield Token("table", line, Cell("", line.start), table=inner)
            at = end
            continue
        at += 1
        if len(row) == 1:
            yield from _of_line(line, labels)
            continue
        told = _told(row)
        yield Token("label", line, told[1] if len(told) > 1 else row[1], label=told[0].text)
        if len(told) == 4:
            yield Token("label", line, told[3], label=told[2].text)


def _end_of_steps(rows: Sequence[tuple[Cell, ...]], at: int, labels: _Labels) -> int:
    """Where a table of activities ends that goes on in the same rules as a sheet and begins here; here for none."""
    head = rows[at]
    if len(head) < 2 or "milestones" not in classes_in(head[0].text) or kind_of(head[1].text) != "words":
        return at
    end = at + 1
    while end < len(rows) and len(rows[end]) > 1 and not _is_of_sheet(rows[end], labels):
        end += 1
    return end if end > at + 1 else at


def _told(row: Sequence[Cell]) -> list[Cell]:
    """The cells of a row up to its last words."""
    told = [*row]
    while len(told) > 1 and not told[-1].text:
        told.pop()
    return told


def _is_of_sheet(row: Sequence[Cell], labels: _Labels) -> bool:
    """Whether a row sets a label and its value side by side, or two of each."""
    told = _told(row)
    if not _may_label(row) or row[0].text not in labels:
        return False
    return len(told) <= 2 or (len(told) == 4 and told[2].text in labels)


def _is_headed(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table has a row of heads: all its cells are labels that the lists know."""
    known = [cell for cell in rows[0] if cell.text and label_in(cell.text) is not None]
    return len(rows[0]) >= 2 and len(known) == len([c for c in rows[0] if c.text]) >= 2 and len(rows[0]) != 4
