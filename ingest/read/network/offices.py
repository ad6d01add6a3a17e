"""Offices of a council that a page of its members lists: how many hold each, never who.

A page of members names persons; what is published of it is how a council is composed. An office counts where a line, a
row or a card puts it beside a holder; what stands beside it is never kept. A page that lists two presidents, whose
vice-presidents leave a number out, or that is of another body or of a former council, says nothing for certain.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.read.context import DocumentContext
from ingest.read.emit import Emitter
from ingest.read.lines import Columns, Line, lines_of, rows_below
from ingest.read.rules import Rule, tell
from ingest.records import Statement
from ingest.text.fold import clean, fold
from ingest.text.limits import limited
from ingest.text.numbers import ORDINALS
from ingest.text.numerals.vocabulary import any_of

_NTH = rf"(?: \d{{1,2}} [ ]? (?:er|ere|re|e|eme|nd|nde|st|rd|th) (?!\w) | (?<!\w) (?:{any_of(ORDINALS)}) (?!\w) )"
#: Behind an office nothing, or a holder after an honorific.
_END = r"[ .]* (?: [ ] {honorific!} [ .] .* )? $"
_OFFICES = (
    (
        "committee_deputy_chair_count",
        Rule(
            "office.committee_deputy",
            "^ (?P<office> {office_vice} [ ] {office_committee} ) (?!\\w)",
            ("نائب رئيس لجنة المالية", "Vice-présidente de la commission du budget", "vice-chair of the committee"),
            ("رئيس لجنة المالية", "نائب رئيس المجلس"),
        ),
    ),
    (
        "committee_chair_count",
        Rule(
            "office.committee_chair",
            "^ (?P<office> {office_president} [ ] {office_committee} ) (?!\\w)",
            ("رئيسة لجنة التعمير", "Président de la commission des sports", "Chair of the committee on budget"),
            ("رئيس المجلس", "نائب رئيس لجنة المالية"),
        ),
    ),
    (
        "council_vice_president_count",
        Rule(
            "office.vice_president",
            f"^ (?P<office> (?: (?:l[ea]|the)[ ] )? (?: {_NTH} [ ] )? {{office_vice}} (?: [ ] {{office_council}} )?"
            f" (?: [ ] {_NTH} )?"
            f" | {{office_deputy}} [ ] {_NTH} (?: [ ] {{office_of_president}} (?: [ ] {{office_council}} )? )? )"
            + _END,
            (
                "النائب الأول",
                "النائبة الثالثة للرئيس",
                "نائب رئيس المجلس",
                "1er vice-président",
                "Deuxième vice-présidente du conseil",
                "second vice-president",
            ),
            ("نائب كاتب المجلس", "النائب البرلماني", "Président"),
        ),
    ),
    (
        "council_deputy_secretary_count",
        Rule(
            "office.deputy_secretary",
            f"^ (?P<office> {{office_deputy_secretary}} (?: [ ] {{office_council}} )? ) {_END}",
            ("نائبة كاتب المجلس", "نائب الكاتب", "Secrétaire adjointe", "deputy secretary of the council"),
            ("كاتب المجلس", "Secrétaire général"),
        ),
    ),
    (
        "council_secretary_count",
        Rule(
            "office.secretary",
            f"^ (?P<office> {{office_secretary}} (?: [ ] {{office_council}} )? ) {_END}",
            ("كاتب المجلس", "الكاتبة", "Secrétaire du conseil", "secretary of the council"),
            ("الكاتب العام", "Secrétaire adjoint"),
        ),
    ),
    (
        "council_president_count",
        Rule(
            "office.president",
            f"^ (?P<office> {{office_president}} (?: [ ] {{office_council}} )? ) {_END}",
            ("الرئيس", "رئيسة المجلس الجماعي", "Présidente du conseil régional", "Président M. Alami", "Mayor"),
            ("رئيس قسم التعمير", "Président de l'association", "رئيس فريق المعارضة"),
        ),
    ),
)
#: What an office of the council is called in a committee.
_IN_COMMITTEE = {
    "council_president_count": "committee_chair_count",
    "council_vice_president_count": "committee_deputy_chair_count",
}
_COMMITTEE = Rule(
    "office.in_committee",
    r"^ (?: (?:les|la)[ ] )? {committee_named}",
    ("لجنة الميزانية والبرمجة", "اللجان الدائمة", "Commission des sports", "Committee on budget"),
    ("مكتب المجلس",),
)
_BUREAU = Rule(
    "office.in_bureau",
    "{bureau_named}",
    ("مكتب المجلس", "أعضاء المكتب", "Le bureau du conseil", "Members of the bureau"),
    ("لجنة الميزانية",),
)
_OTHER = Rule(
    "office.of_another_body",
    "(?: {consultative_body} | {office_elsewhere} )",
    ("مكتب جمعية الأمل", "هيئة المساواة", "Bureau de l'ancien conseil", "conseil d'arrondissement", "الرؤساء السابقون"),
    ("مكتب المجلس", "Composition du bureau"),
)
_VICE = Rule(
    "office.some_vice_president",
    f"(?: {{office_vice}} | {{office_deputy}} [ ] {_NTH} )",
    ("النائب السادس المكلف بالتعمير", "Vice-président délégué à la culture"),
    ("النائب البرلماني", "نائبة كاتب المجلس"),
)
_CHAIR = Rule(
    "office.some_chair",
    "{office_president!}",
    ("رئيسها إدريس", "président : M. X", "chaired by"),
    ("الأعضاء",),
)
_VACANT = Rule("office.vacant", "{vacant}", ("شاغر", "Poste vacant", "vacant"), ("إدريس",))
#: Years of a mandate: which one is the present one no page says.
_MANDATE = re.compile(r"(?<!\d)(?:19|20)\d\d ?[-/–—] ?(?:19|20)\d\d(?!\d)")
_MARK = re.compile(r"[^\w|]*(?:\d{1,2} ?[-.)/] ?)?")
_SEPARATOR = re.compile(r"[:;,،|()–—]|(?<= )-+(?= )")
_NAME = re.compile(r"\W*[^\W\d_]+(?:[ .'-]+[^\W\d_]+){1,5}\W*")
_HEADING_WORDS, _HEAD_LINES, _FEW = 14, 2, 2
_COUNCIL, _ELSEWHERE = "council", "elsewhere"


@dataclass(frozen=True)
class _Office:
    """An office as a line names it: where its words stand, folded."""

    measure: str
    line: Line
    start: int
    end: int
    part: int
    """Which part of the line names it: a cell, or what stands between colons and dashes."""
    is_held: bool
    """Its own part names a holder, too."""

    @property
    def words(self) -> str:
        return self.line.text[self.start : self.end]

    @property
    def number(self) -> int | None:
        """Of a vice-president."""
        if m := re.match(r"\d+", self.words):
            return int(m.group())
        return next((n for word, n in ORDINALS.items() if re.search(rf"(?<!\w){word}(?!\w)", self.words)), None)


@dataclass
class _Counted:
    """Offices that a page lists."""

    held: dict[str, list[_Office]] = field(default_factory=lambda: defaultdict(list))
    vice_numbers: list[int | None] = field(default_factory=list)
    """Those of vacant ones too."""
    seen: set[tuple[str, str]] = field(default_factory=set)
    is_contradicted: bool = False
    is_vice_open: bool = False
    """A vice-president stands there in words, or beside a holder, that were not understood."""
    is_chair_open: bool = False
    """The same of a committee's offices."""

    def take(self, office: _Office, body: str, *, is_vacant: bool = False) -> None:
        """Count an office of a body."""
        if body != _COUNCIL:
            office = replace(office, measure=_IN_COMMITTEE.get(office.measure, office.measure))
        if office.measure == "council_vice_president_count":
            self.vice_numbers.append(office.number)
        elif (office.measure, body) in self.seen:
            self.is_contradicted = True
        self.seen.add((office.measure, body))
        if not is_vacant:
            self.held[office.measure].append(office)

    def certain(self) -> dict[str, list[_Office]]:
        """What is told for certain: vice-presidents that go by number leave none out and repeat none."""
        numbers = [n for n in self.vice_numbers if n is not None]
        is_whole = not numbers or sorted(numbers) == list(range(1, len(self.vice_numbers) + 1))
        is_whole = is_whole and not self.is_vice_open
        if self.is_contradicted or sum(map(len, self.held.values())) < _FEW:
            return {}
        is_open = {
            "council_vice_president_count": not is_whole,
            **dict.fromkeys(_IN_COMMITTEE.values(), self.is_chair_open),
        }
        return {m: held for m, held in self.held.items() if not is_open.get(m, False)}


def read_offices(context: DocumentContext, out: Emitter, kind: str) -> None:
    """A statement for each office that a council's page of members counts; none for a document of another kind."""
    if kind != "members_list":
        return
    lines = lines_of(context.text, context.folded_at, context.tables)
    heads = [fold(context.title or ""), *(x.text for x in lines[:_HEAD_LINES])]
    subject = _council_of(context)
    if subject is None or any(_OTHER.search(h) or _MANDATE.search(h) for h in heads):
        return
    counted = _count(lines)
    certain = counted.certain()
    for measure, held in counted.held.items():
        is_open = measure not in certain
        tell(_RULE_IDS[measure], held[0].words, f"{len(held)} lines", "office.not_certain" if is_open else None)
    for measure, held in certain.items():
        # The words of a rule alone: no holder can stand in them.
        words = "; ".join(dict.fromkeys(clean(x.line.folded.raw(x.start, x.end)) for x in held))
        out.add(
            Statement(
                natural_key=f"collectivity|{subject}|{measure}|{len(held)}|exactly|{context.source_url}",
                subject_kind_code="collectivity",
                subject_key=subject,
                measure_code=measure,
                relation_code="exactly",
                value_count=len(held),
                value_date=None,
                value_date_precision_code=None,
                value_text=None,
                value_raw=limited(words),
                stated_by_code="document",
                stated_by_function_code=None,
                as_of_date=context.published.isoformat() if context.published else None,
                rule_id=_RULE_IDS[measure],
                origin=out.origin(*held[0].line.folded.span(held[0].start, held[0].end)),
            )
        )


def _council_of(context: DocumentContext) -> str | None:
    """Whose council a page lists: the one place that its opening names, else its publisher; None where several."""
    named = {m.collectivity_id for s in context.sentences[:_HEAD_LINES] for m in s.places}
    if not named:
        return context.publisher_collectivity_id
    return next(iter(named)) if len(named) == 1 else None


def _count(lines: list[Line]) -> _Counted:
    """Every office of the page with its holder: rows below a header of offices, then lines and cards."""
    counted = _Counted()
    body = _COUNCIL
    below: set[int] = set()
    for i, line in enumerate(lines):
        if line.index in below:
            continue
        parts = _parts(line.text)
        offices = list(_offices(line, parts))
        committee = next((line.text[a:b] for a, b in parts if _COMMITTEE.search(line.text[a:b])), None)
        if not offices:
            body = _body_of(line, body)
            # An office in words that no rule reads whole: its kind is not counted in part.
            if body != _ELSEWHERE and _is_short(line):
                counted.is_vice_open |= _VICE.search(line.text) is not None
                counted.is_chair_open |= body != _COUNCIL and _CHAIR.search(line.text) is not None
        elif body != _ELSEWHERE and _heads_columns(line, parts, offices, committee):
            rows = list(rows_below(lines, line, Columns(len(line.cells), {})))
            below.update(row.index for row in rows)
            _count_columns(counted, offices, rows if committee else rows[:1], by_committee=committee is not None)
        elif body != _ELSEWHERE:
            _count_line(counted, lines, i, parts, offices, committee or body)
    return counted


def _heads_columns(line: Line, parts: list[tuple[int, int]], offices: list[_Office], committee: str | None) -> bool:
    """Whether a row is a header of offices: of several, or of one beside the committees'."""
    if len(line.cells) == 1:
        return False
    return len(offices) > 1 or (len(parts) == _FEW and committee == line.text[slice(*parts[0])])


def _count_line(
    counted: _Counted, lines: list[Line], i: int, parts: list[tuple[int, int]], offices: list[_Office], body: str
) -> None:
    """Count the office of a line that has its holder beside it, or on the line above or below."""
    line, office = lines[i], offices[0]
    if len(offices) > 1:
        counted.is_contradicted = True
        return
    if office.measure.startswith("committee_") and (body == _COUNCIL or office.end < parts[office.part][1]):
        body = line.text  # It says itself of which committee.
    others = [line.text[a:b] for j, (a, b) in enumerate(parts) if j != office.part]
    is_vacant = _VACANT.search(line.text) is not None
    if is_vacant or office.is_held or (any(others) if others else _has_name_beside(lines, i)):
        counted.take(office, body, is_vacant=is_vacant)
    elif body == _COUNCIL:
        counted.is_vice_open |= office.measure == "council_vice_president_count"
    else:
        counted.is_chair_open = True


def _count_columns(counted: _Counted, offices: list[_Office], rows: list[Line], *, by_committee: bool) -> None:
    """Count the cells below a header of offices: a row is a committee, or the council's only one."""
    for row in rows:
        for office in offices:
            cell = row.cells[office.part][1]
            if cell:
                counted.take(
                    office, row.text if by_committee else _COUNCIL, is_vacant=_VACANT.search(fold(cell)) is not None
                )


def _parts(text: str) -> list[tuple[int, int]]:
    """Where the cells of a row stand, or what colons, commas and dashes part; without a number or mark ahead."""
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(text) if "|" not in text or m.group() == "|"]
    starts, ends = [0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(text)]
    found = []
    for a, b in zip(starts, ends, strict=True):
        mark = _MARK.match(text, a, b)
        start = mark.end() if mark else a
        found.append((start, start + len(text[start:b].rstrip(" .*"))))
    return found if "|" in text else [(a, b) for a, b in found if b > a]


def _offices(line: Line, parts: list[tuple[int, int]]) -> Iterator[_Office]:
    for i, (a, b) in enumerate(parts):
        for measure, rule in _OFFICES:
            if m := rule.search(line.text[a:b]):
                start, end = m.span("office")
                is_held = not measure.startswith("committee_") and end < len(m.group().rstrip(" ."))
                yield _Office(measure, line, a + start, a + end, i, is_held)
                break


def _body_of(line: Line, body: str) -> str:
    """Whose offices stand below a line that names none: a heading's, or the same as above it."""
    if not _is_short(line):
        return body
    if _OTHER.search(line.text):
        return _ELSEWHERE
    if _BUREAU.search(line.text):
        return _COUNCIL
    return line.text if _COMMITTEE.search(line.text) else body


def _is_short(line: Line) -> bool:
    return len(line.text.split()) <= _HEADING_WORDS


def _has_name_beside(lines: list[Line], i: int) -> bool:
    """Whether a name stands on the line above or below, as on a card."""
    near = [x for x in (lines[i - 1] if i else None, lines[i + 1] if i + 1 < len(lines) else None) if x is not None]
    return any(_NAME.fullmatch(x.text) and not any(_offices(x, _parts(x.text))) for x in near)


#: Measure → the rule that speaks for it.
_RULE_IDS = {measure: rule.id for measure, rule in _OFFICES}
