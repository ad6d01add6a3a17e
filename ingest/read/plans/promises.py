"""Commitments and projects while their form is read: what each label, line and row adds to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ingest.read.lines import BULLET, Line
from ingest.read.people import has_contact
from ingest.read.plans.legends import spelled
from ingest.read.plans.periods import Span, is_only_dates, moment_in, parse_moment, parse_span, parse_start
from ingest.read.plans.states import percent_of
from ingest.read.plans.steps import step_of
from ingest.read.plans.values import kind_of
from ingest.records import StatedDate
from ingest.text.amounts import NO_AMOUNT, StatedAmount, amount_of_cell, stated_amount
from ingest.text.fold import clean
from ingest.text.limits import limited
from ingest.text.numbers import ORDINALS

_NAME_CHARS = 140
_NUMBERED = re.compile(r"(?:n° ?)?(?P<n>\d{1,2}(?:\.\d{1,2})?) ?(?:[.)]|[-–—:](?= )) ?(?=[^\W\d_])")
_OGP_ID = re.compile(r"^(?:[A-Z]{2,3}|[A-Z]{5})\d{4}$")


@dataclass(frozen=True)
class ToldState:
    """A state as a cell tells it, and of which day its label says it is."""

    words: str
    of: StatedDate | None

    @property
    def percent(self) -> Decimal | None:
        """The percentage that the words are."""
        return percent_of(self.words)


@dataclass
class Step:
    """An activity of a commitment, at document offsets [start, end)."""

    title: str
    start: int
    end: int
    span: Span | None
    status_raw: str | None = None


@dataclass
class Promise:
    """A commitment or project while its form is read."""

    number: str | None
    title: str
    start: int
    end: int
    begins: StatedDate | None = None
    ends: StatedDate | None = None
    lead: str | None = None
    partners: str | None = None
    states: list[ToldState] = field(default_factory=list)
    ogp_id: str | None = None
    is_titled: bool = False
    """A label told its title, so that the same label begins the next one."""
    axis: int | None = None
    amount: StatedAmount = NO_AMOUNT
    steps: list[Step] = field(default_factory=list)

    def take(self, name: str, value: str, label: str = "") -> None:
        """Take in what a label or a column says; one that is not known says nothing."""
        if name == "start":
            self.begins = parse_start(value) or self.begins
        elif name == "end":
            self.ends = parse_moment(value) or self.ends
        elif name == "period":
            if (span := parse_span(value)) is not None:
                self.begins, self.ends = span.start, span.end
        elif name == "lead":
            self.lead = self.lead or _institution(value)
        elif name == "partners":
            part = _institution(BULLET.sub("", value))
            self.partners = limited("; ".join(x for x in (self.partners, part) if x)) or None
        elif name == "status":
            self.states.append(ToldState(limited(clean(value)), moment_in(label)))
        elif name == "number":
            self.number = self.number or (clean(value) if len(value) <= 12 else None)

    @property
    def _last_states(self) -> list[ToldState]:
        """Those of the latest day that labels name, with those of no day."""
        days = [str(s.of.value) for s in self.states if s.of is not None]
        return [s for s in self.states if s.of is None or str(s.of.value) == max(days)]

    @property
    def status_raw(self) -> str | None:
        """How far it has come: in words where words say it, else in percent."""
        told = self._last_states
        return next((s.words for s in told if s.percent is None), told[0].words if told else None)

    @property
    def progress(self) -> Decimal | None:
        """Percentage of what is done, as the plan's own holder tells it last."""
        return next((s.percent for s in self._last_states if s.percent is not None), None)

    @property
    def is_told(self) -> bool:
        """Whether more than a title is known of it."""
        return bool(self.begins or self.ends or self.lead or self.status_raw or self.steps or self.ogp_id)


@dataclass
class Form:
    """What a document in the form of a plan holds."""

    promises: list[Promise] = field(default_factory=list)
    axes: list[tuple[int, str, int, int]] = field(default_factory=list)
    """(number, name, start, end)."""
    label_count: int = 0
    contact_count: int = 0
    is_page: bool = False
    """A page of one commitment, by the labels of its id and title."""
    legend: dict[str, str] = field(default_factory=dict)
    """What its colours and signs mean (`legends`)."""

    def keep(self, promise: Promise | None) -> None:
        """Take in a promise that has a title, once."""
        if promise is not None and promise.title and all(p is not promise for p in self.promises):
            self.promises.append(promise)


def spell_out(form: Form) -> None:
    """Put beside signs of the legend what they mean."""
    for promise in form.promises:
        promise.states = [replace(s, words=spelled(s.words, form.legend)) for s in promise.states]
        promise.steps = [replace(s, status_raw=spelled(s.status_raw or "", form.legend) or None) for s in promise.steps]


def take_axis(form: Form, line: Line, m: re.Match[str]) -> int:
    """The number of the axis that a line names, which the form keeps once."""
    axis = int(m["n"]) if m["n"].isdigit() else ORDINALS[m["n"]]
    start, end = line.folded.span(m.start("name"), m.end("name"))
    if all(a[0] != axis for a in form.axes):
        form.axes.append((axis, line.folded.raw(m.start("name"), m.end("name")), start, end))
    return axis


def take(form: Form, promise: Promise, name: str, value: str, line: Line, at: int) -> None:
    """Put a label's value, which stands at an offset of its line, where it belongs."""
    if name == "title":
        named = promise_named(value, line.start + at)
        promise.title, promise.start, promise.end = named.title, named.start, named.end
        promise.number = promise.number or named.number
        form.is_page = promise.is_titled = True
    elif name == "id":
        word = clean(value).upper()
        if _OGP_ID.match(word):
            promise.ogp_id, form.is_page = word, True
    else:
        promise.take(name, value)


def fits(role: str, value: str) -> bool:
    """Whether a cell can be what its column is; one that cannot stays in the source's words."""
    kind = kind_of(value)
    if role == "lead":
        return kind in ("words", "office", "body") and len(value) <= _NAME_CHARS
    if role in ("start", "end"):
        return kind in ("moment", "span")
    return role != "status" or kind != "long"


def _institution(value: str) -> str | None:
    words = clean(value).strip(" ;,.-–")
    return None if not words or has_contact(words) else limited(words)


def take_milestone(promise: Promise, line: Line, pending: Line | None) -> Line | None:
    """Take in a line of a list of activities; returns a line that waits for its dates on the next one."""
    cells = line.cells
    if len(cells) >= 2:
        at, words = cells[0]
        title = BULLET.sub("", BULLET.sub("", words)).strip()
        dates = [c for _, c in cells[1:] if c.strip()]
        span = (
            parse_span(dates[0])
            if len(dates) == 1
            else Span(parse_start(dates[0]), parse_moment(dates[1]))
            if len(dates) >= 2
            else None
        )
        if title and re.search(r"[^\W\d_]", title):
            start = line.start + at + words.index(title)
            promise.steps.append(Step(title, start, start + len(title), span))
        return None
    if is_only_dates(line.raw) and pending is not None:
        above = step_of(pending.raw)
        start = pending.start + above.at
        promise.steps.append(Step(above.title, start, start + len(above.title), parse_span(line.raw)))
        return None
    told = step_of(line.raw)
    if not told.is_told:
        return line
    start = line.start + told.at
    promise.steps.append(Step(told.title, start, start + len(told.title), told.span, told.status_raw))
    return None


def promise_named(words: str, start: int, *, number: str | None = None, axis: int | None = None) -> Promise:
    """A commitment by the words of its cell at a document offset; a number ahead is its own: '2. Open courts'."""
    m = _NUMBERED.match(words)
    at = m.end() if m is not None else 0
    title = words[at:].strip()
    return Promise(
        number or (m["n"] if m is not None else None), clean(title), start + at, start + at + len(title), axis=axis
    )


def promise_of_row(row: Line, places: dict[str, int], axis: int | None, header: Line) -> Promise | None:
    """A project of a table's row."""
    at, words = row.cells[places["title"]]
    title = words.strip()
    if len(title) < 4 or not re.search(r"[^\W\d_]", title):
        return None
    start = row.start + at + words.index(title)
    promise = promise_named(title, start, axis=axis)
    for name, i in places.items():
        value = clean(row.cells[i][1])
        if not value or name == "title":
            continue
        if name == "number":
            promise.number = value if len(value) <= 12 else promise.number
        elif name == "cost":
            amount = amount_of_cell(value, header.cells[i][1])
            promise.amount = (
                StatedAmount.of(amount)._replace(raw=limited(value)) if amount is not None else stated_amount(value)
            )
        else:
            take(Form(), promise, name, value, row, row.cells[i][0])
    return promise
