"""Plan documents by their forms: commitments, milestones, periods, lead and partners; contacts are only counted.

A form is known by its labels (`labels.yml`), whichever language they are in. What stands under an unknown label is left
alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

import yaml

from ingest.read.context import DocumentContext
from ingest.read.emit import Emitter
from ingest.read.lines import BULLET, Columns, Line, lines_of
from ingest.read.people import has_contact
from ingest.read.plans.periods import Span, is_only_dates, parse_moment, parse_span
from ingest.read.plans.prose import plan_key
from ingest.records import UNSTATED, Commitment, Finding, Milestone, Plan, PlanAxis, StatedDate
from ingest.text.amounts import NO_AMOUNT, StatedAmount, amount_of_cell, stated_amount
from ingest.text.fold import clean, fold, fold_pattern
from ingest.text.limits import limited
from ingest.text.numbers import ORDINAL, ORDINALS

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
_OGP_ID = re.compile(r"^(?:[A-Z]{2,3}|[A-Z]{5})\d{4}$")
_YEARS = r"(?P<from>20\d\d) ?[-–/] ?(?P<to>20\d\d)"
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "openness_programme",
        re.compile(
            fold_pattern(
                rf"برنامج (?:عمل )?(?:ال)?انفتاح[^\n]{{0,120}}?{_YEARS}"
                rf"|programme d'ouverture[^\n]{{0,120}}?{_YEARS.replace('from', 'f2').replace('<to', '<t2')}"
            )
        ),
    ),
    (
        "development_programme",
        re.compile(
            fold_pattern(
                rf"(?:برنامج عمل (?:ال)?جماعة|برنامج التنمية|برنامج تنمية)[^\n]{{0,120}}?{_YEARS}|programme "
                rf"(?:d'action|de developpement)[^\n]{{0,120}}?{_YEARS.replace('from', 'f2').replace('<to', '<t2')}"
            )
        ),
    ),
    (
        "ogp_plan",
        re.compile(
            fold_pattern(rf"(?:national action plan|action plan|plan d'action|خطة (?:ال)?عمل)[^\n]{{0,160}}?{_YEARS}")
        ),
    ),
)
_MOROCCO = re.compile(fold_pattern(r"morocco|maroc|(?:ال)?مغرب|(?:ال)?مملكة"))
_NATIONAL = re.compile(fold_pattern(r"national|وطني"))
_HEAD_LINES = 6


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = yaml.safe_load(Path(__file__).with_name("labels.yml").read_text("utf-8"))
    return loaded


@cache
def _labels() -> dict[str, str]:
    return {_bare(w): name for name, words in _file()["labels"].items() for w in words}


@cache
def _columns() -> dict[str, str]:
    return {fold(w): name for name, words in _file()["columns"].items() for w in words}


_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(fold_pattern(r"^[وبل]?(?:ال|لل)(?=\w{2})"))
_LABEL_WORDS = 6


@cache
def _words() -> tuple[dict[str, str], frozenset[str]]:
    return {fold(w): name for name, words in _file()["words"].items() for w in words}, frozenset(
        fold(w) for w in _file()["around"]
    )


_PROJECT = re.compile(fold_pattern(r"projet|project|engagement|commitment|مشروع|التزام"))


@lru_cache(maxsize=4096)
def composed_label(text: str) -> str | None:
    """The class of a label that no list has: all its words are words of labels, and one of them says of what."""
    classes, around = _words()
    found = []
    words = _WORD.findall(_bare(text))
    if not 0 < len(words) <= _LABEL_WORDS:
        return None
    for word in words:
        bare = _ARTICLE.sub("", word)
        name = classes.get(word) or classes.get(bare) or classes.get(word[1:] if word[:1] in "وبل" else "")
        if name is not None:
            found.append(name)
        elif word not in around and bare not in around:
            return None
    name = next((name for name in classes.values() if name in found), None)
    # 'Title' and 'number' alone are of anything ('العنوان' is an address too): they want the project beside them.
    return None if name in ("title", "number") and _PROJECT.search(" ".join(words)) is None else name


def _label(text: str) -> str | None:
    return _labels().get(_bare(text)) or composed_label(text)


def _columns_of(line: Line) -> Columns | None:
    """The columns of a table of projects, by its header; None for any other row."""
    if len(line.cells) < 3:
        return None
    places: dict[str, int] = {}
    for i, (_, cell) in enumerate(line.cells):
        name = _columns().get(fold(cell)) or composed_label(cell)
        if name is not None and name not in places:
            places[name] = i
    return Columns(len(line.cells), places) if "title" in places and len(places) >= 3 else None


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[:;.؛*|]+$", "", re.sub(r"\([^)]*\)", " ", fold(text))).split())


@dataclass
class _Step:
    title: str
    start: int
    end: int
    span: Span | None


@dataclass
class _Promise:
    """A commitment or project while its form is read."""

    number: str | None
    title: str
    start: int
    end: int
    begins: StatedDate | None = None
    ends: StatedDate | None = None
    lead: str | None = None
    partners: str | None = None
    status_raw: str | None = None
    ogp_id: str | None = None
    axis: int | None = None
    amount: StatedAmount = NO_AMOUNT
    steps: list[_Step] = field(default_factory=list)

    @property
    def is_told(self) -> bool:
        """Whether more than a title is known of it."""
        return bool(self.begins or self.ends or self.lead or self.status_raw or self.steps or self.ogp_id)


@dataclass
class _Form:
    promises: list[_Promise] = field(default_factory=list)
    axes: list[tuple[int, str, int, int]] = field(default_factory=list)
    label_count: int = 0
    contact_count: int = 0
    is_page: bool = False
    """A page of one commitment, by the labels of its id and title."""

    def keep(self, promise: _Promise | None) -> None:
        """Take in a promise that has a title, once."""
        if promise is not None and promise.title and all(p is not promise for p in self.promises):
            self.promises.append(promise)


def read_plan_form(context: DocumentContext, out: Emitter) -> str | None:
    """Commitments and milestones of a plan document; its kind ('plan', 'commitment_page'), None for any other."""
    lines = lines_of(context.text, context.folded_at)
    form = _read(lines)
    heading = _plan_of(context, lines)
    is_form = form.promises and (
        heading is not None or (form.label_count >= 2 and any(p.is_told for p in form.promises))
    )
    if not is_form:
        return None
    key = _emit_plan(context, out, heading, lines)
    for number, name, start, end in form.axes:
        if key is not None:
            out.add(
                PlanAxis(
                    natural_key=f"{key}|axis|{number}",
                    plan_key=key,
                    axis_number=number,
                    name=limited(out.public(name)),
                    is_attribution_inferred=False,
                    origin=out.origin(start, end),
                )
            )
    for order, promise in enumerate(form.promises, 1):
        _emit(context, out, promise, order, key)
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


def _label_of(line: Line) -> tuple[str, str, int] | None:
    """(label, value, offset of the value in the line) of a line that begins with a known label."""
    if len(line.cells) == 2:
        (_, head), (at, value) = line.cells
        if (name := _label(head)) is not None and _label(value) is None and value.strip():
            return name, value.strip(), at + len(value) - len(value.lstrip())
        return None
    head, colon, rest = line.raw.partition(":")
    if colon and rest.strip():
        name = _label(head)
        return None if name is None else (name, rest.strip(), len(head) + 1 + (len(rest) - len(rest.lstrip())))
    name = _labels().get(_bare(line.raw)) or (composed_label(head) if colon else None)
    return None if name is None else (name, "", len(line.raw))


def _read(lines: list[Line]) -> _Form:
    form = _Form()
    current: _Promise | None = None
    section = ""
    axis: int | None = None
    done: set[int] = set()
    pending: Line | None = None
    for line in lines:
        if line.index in done:
            continue
        if m := _AXIS.match(line.text):
            form.keep(current)
            axis = _axis(form, line, m)
            section, current = "", None
            continue
        if m := _HEADING.match(line.text):
            form.keep(current)
            start, end = line.folded.span(m.start("title"), m.end("title"))
            current = _Promise(m["n"], line.folded.raw(m.start("title"), m.end("title")), start, end, axis=axis)
            form.promises.append(current)
            section, pending = "", None
            continue
        if section != "milestones" and (columns := _columns_of(line)) is not None:
            for row in lines[line.index + 1 :]:
                if m := _AXIS.match(row.text):  # A row of its own names the axis of those below it.
                    axis = _axis(form, row, m)
                elif len(row.cells) != columns.width:
                    break
                elif _columns_of(row) is None and (promise := _of_row(row, columns.places, axis, line)) is not None:
                    form.promises.append(promise)
                done.add(row.index)
            form.label_count += 2
            continue
        if (label := _label_of(line)) is not None or (label := _milestone_head(line)) is not None:
            name, value, at = label
            form.label_count += 1
            section, pending = name, None
            if (
                name in ("number", "title")
                and value
                and current is not None
                and (current.title and not (name == "title" and current.ogp_id))
            ):
                form.keep(current)
                current = None  # The next sheet begins.
            if (
                name in ("id", "number", "title", "plan", "start", "end")
                and current is None
                and (not form.promises or name in ("number", "title"))
            ):
                current = _Promise(None, "", line.start, line.start + len(line.raw.rstrip()), axis=axis)
            if value and current is not None:
                _take(form, current, name, value, line, at)
                section = "" if name not in ("milestones", "partners") else section
            if name == "contact":
                form.contact_count += 1
            continue
        if current is None:
            continue
        if (span := _span_line(line)) is not None and not current.steps and section != "milestones":
            current.begins, current.ends = span.start, span.end
            continue
        if section == "milestones":
            pending = _milestone(current, line, pending)
        elif section == "contact":
            continue
        elif section in ("start", "end", "period", "lead", "id", "title", "status", "partners"):
            _take(form, current, section, line.raw.strip(), line, len(line.raw) - len(line.raw.lstrip()))
            section = section if section == "partners" else ""
        form.keep(current)
    form.keep(current)
    return form


def _axis(form: _Form, line: Line, m: re.Match[str]) -> int:
    """The number of the axis that a line names, which the form keeps once."""
    axis = int(m["n"]) if m["n"].isdigit() else ORDINALS[m["n"]]
    start, end = line.folded.span(m.start("name"), m.end("name"))
    if all(a[0] != axis for a in form.axes):
        form.axes.append((axis, line.folded.raw(m.start("name"), m.end("name")), start, end))
    return axis


def _milestone_head(line: Line) -> tuple[str, str, int] | None:
    """The head of a table of activities: its first cell is the label, the others name dates."""
    if len(line.cells) < 2 or _label(line.cells[0][1]) != "milestones":
        return None
    others = [_columns().get(fold(c)) or _label(c) for _, c in line.cells[1:]]
    return ("milestones", "", len(line.raw)) if any(o in ("start", "end", "period") for o in others) else None


def _span_line(line: Line) -> Span | None:
    """'From June 2018 to March 2020' on a line of its own."""
    if not re.match(fold_pattern(r"from |du |de |من "), line.text) or not is_only_dates(line.raw):
        return None
    span = parse_span(line.raw)
    return span if span is not None and span.start is not None and span.end is not None else None


def _take(form: _Form, promise: _Promise, name: str, value: str, line: Line, at: int) -> None:
    """Put a label's value where it belongs."""
    if name == "start":
        promise.begins = parse_moment(value) or promise.begins
    elif name == "end":
        promise.ends = parse_moment(value) or promise.ends
    elif name == "period":
        if (span := parse_span(value)) is not None:
            promise.begins, promise.ends = span.start, span.end
    elif name == "lead":
        promise.lead = promise.lead or _institution(value)
    elif name == "partners":
        part = _institution(BULLET.sub("", value))
        promise.partners = limited("; ".join(x for x in (promise.partners, part) if x)) or None
    elif name == "status":
        promise.status_raw = limited(clean(value))
    elif name == "id":
        word = clean(value).upper()
        if _OGP_ID.match(word):
            promise.ogp_id, form.is_page = word, True
    elif name == "number":
        promise.number = promise.number or (clean(value) if len(value) <= 12 else None)
    elif name == "title":
        promise.title, promise.start, promise.end = clean(value), line.start + at, line.start + at + len(value)
        form.is_page = True


def _institution(value: str) -> str | None:
    words = clean(value).strip(" ;,.-–")
    return None if not words or has_contact(words) else limited(words)


def _milestone(promise: _Promise, line: Line, pending: Line | None) -> Line | None:
    """Take in a line of a list of activities; returns a line that waits for its dates on the next one."""
    cells = line.cells
    if len(cells) >= 2:
        at, words = cells[0]
        title = BULLET.sub("", BULLET.sub("", words)).strip()
        dates = [c for _, c in cells[1:] if c.strip()]
        span = (
            parse_span(dates[0])
            if len(dates) == 1
            else Span(parse_moment(dates[0]), parse_moment(dates[1]))
            if len(dates) >= 2
            else None
        )
        if title and re.search(r"[^\W\d_]", title):
            start = line.start + at + words.index(title)
            promise.steps.append(_Step(title, start, start + len(title), span))
        return None
    if is_only_dates(line.raw) and pending is not None:
        title = BULLET.sub("", pending.raw).strip()
        start = pending.start + pending.raw.index(title)
        promise.steps.append(_Step(title, start, start + len(title), parse_span(line.raw)))
        return None
    return line


def _of_row(row: Line, places: dict[str, int], axis: int | None, header: Line) -> _Promise | None:
    """A project of a table's row."""
    at, words = row.cells[places["title"]]
    title = words.strip()
    if len(title) < 4 or not re.search(r"[^\W\d_]", title):
        return None
    start = row.start + at + words.index(title)
    promise = _Promise(None, clean(title), start, start + len(title), axis=axis)
    for name, i in places.items():
        value = clean(row.cells[i][1])
        if not value or name == "title":
            continue
        if name == "number":
            promise.number = value if len(value) <= 12 else None
        elif name == "cost":
            amount = amount_of_cell(value, header.cells[i][1])
            promise.amount = (
                StatedAmount(amount.certain_mad, limited(value)) if amount is not None else stated_amount(value)
            )
        else:
            _take(_Form(), promise, name, value, row, row.cells[i][0])
    return promise


@dataclass(frozen=True)
class _Heading:
    kind: str
    collectivity_id: str | None
    is_morocco: bool
    first: int
    last: int
    line: Line


def _plan_of(context: DocumentContext, lines: list[Line]) -> _Heading | None:
    """The plan that the title or the first lines name, with its holder and its years."""
    for line in lines[:_HEAD_LINES]:
        for kind, pattern in _TITLES:
            if (m := pattern.search(line.text)) is None:
                continue
            years = sorted(int(y) for k, y in m.groupdict().items() if y)
            named = [x for x in context.gazetteer.find(line.text) if x.collectivity_id]
            holder = named[0].collectivity_id if named else None
            if kind == "ogp_plan":
                holder = holder or _local_holder(context, line)
                kind = "ogp_local_plan" if holder and not _NATIONAL.search(line.text) else "ogp_national_plan"
            elif holder is None:
                holder = context.publisher_collectivity_id
            return _Heading(kind, holder, _MOROCCO.search(line.text) is not None, years[0], years[-1], line)
    return None


def _local_holder(context: DocumentContext, line: Line) -> str | None:
    """'Action plan – Tétouan (Municipality), Morocco, 2022 – 2026': a name without a word for its level.

    What stands in brackets settles it, or the site.
    """
    m = re.search(r"[-–] ?(?P<name>[^,(\d]{3,60}?) ?(?:\((?P<level>[^)]*)\))?,", line.text)
    if m is None:
        return None
    levels = (
        ("commune",)
        if m["level"] and re.search("munic|commun", m["level"])
        else ("region",)
        if m["level"] and "region" in m["level"]
        else ("region", "commune", "province", "prefecture")
    )
    ids = {
        hit[1]
        for level in levels
        if (hit := context.gazetteer.match_bare(line.text, m.start("name"), (level,))) is not None
    }
    own = context.publisher_collectivity_id
    return own if own in ids else ids.pop() if len(ids) == 1 else None


def _emit_plan(context: DocumentContext, out: Emitter, heading: _Heading | None, lines: list[Line]) -> str | None:
    if heading is None:
        return None
    is_national = heading.kind == "ogp_national_plan"
    if is_national and not heading.is_morocco and not _MOROCCO.search(" ".join(x.text for x in lines[:40])):
        return None  # Whose plan it is, is not said.
    holder = None if is_national else heading.collectivity_id
    if not is_national and holder is None:
        return None
    key = plan_key(heading.kind, holder, heading.first, heading.last, context.source_url)
    line = heading.line
    out.add(
        Plan(
            natural_key=key,
            kind_code=heading.kind,
            holder_kind_code="country" if is_national else "collectivity",
            collectivity_id=holder,
            country_code="MA" if is_national else None,
            ordinal_number=None,
            title=limited(out.public(line.raw)),
            period_start_year=heading.first,
            period_end_year=heading.last,
            commitment_count=None,
            axis_count=None,
            is_attribution_inferred=False,
            status_code="stated",
            submitted_date=UNSTATED,
            planned_adoption_date=None,
            planned_adoption_date_raw=None,
            origin=out.origin(line.start, line.start + len(line.raw.rstrip())),
        )
    )
    return key


@cache
def _statuses() -> dict[str, str]:
    return {fold(w): code for code, words in _file()["statuses"].items() for w in words}


def _emit(context: DocumentContext, out: Emitter, promise: _Promise, order: int, plan: str | None) -> None:
    title = out.public(promise.title)
    if not title:
        return
    number = promise.number or promise.ogp_id
    key = (
        f"commitment|ogp|{promise.ogp_id}"
        if promise.ogp_id
        else f"commitment|{plan or context.source_url}|{number or order}|{promise.axis or ''}"
    )
    status = _statuses().get(fold(promise.status_raw or "").strip(" .")) or "unstated"
    out.add(
        Commitment(
            natural_key=key,
            plan_key=plan,
            plan_axis_key=f"{plan}|axis|{promise.axis}" if plan and promise.axis else None,
            commitment_number=promise.number,
            ogp_id=promise.ogp_id,
            title=limited(title),
            lead_name=out.public(promise.lead) if promise.lead else None,
            partner_names=out.public(promise.partners) if promise.partners else None,
            start_date=promise.begins or UNSTATED,
            end_date=promise.ends or UNSTATED,
            status_code=status,
            status_raw=promise.status_raw,
            amount_mad=promise.amount.mad,
            amount_raw=promise.amount.raw,
            origin=out.origin(promise.start, promise.end),
        )
    )
    for n, step in enumerate(promise.steps, 1):
        span = step.span or Span(None, None)
        out.add(
            Milestone(
                natural_key=f"{key}|milestone|{n}",
                commitment_key=key,
                milestone_number=n,
                title=limited(out.public(step.title)),
                start_date=span.start or UNSTATED,
                due_date=span.end or UNSTATED,
                status_code="unstated",
                status_raw=None,
                origin=out.origin(step.start, step.end),
            )
        )
