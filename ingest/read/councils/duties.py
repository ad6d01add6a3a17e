"""What a page of a council's own site publishes of what the council has to publish, or would do well to.

Duties are those of law 31-13 art. 10 and 12, of organic law 113-14 and of the list of SMIIG-DATA (domain terms). Only
what is there is recorded here, as published or partial, with the page as evidence. That something is *not* there can
only be said of a whole site: dbt says it, after a complete crawl (`int_publication_duties__observed`). A page is one
of a kind by its own heading; a word in passing makes none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.read.context import DocumentContext
from ingest.read.councils.duty_headings import ABOUT, HEAD_CHARS, HEAD_LINES, HEAD_START, HEADINGS, LIST_ROWS, YEAR
from ingest.read.emit import Emitter
from ingest.read.findings import Findings
from ingest.read.lines import Line, entry_of, lines_of
from ingest.read.people import has_contact
from ingest.records import (
    AgendaItem,
    Commitment,
    Decision,
    Event,
    Grant,
    Origin,
    Plan,
    PublicationDuty,
    Session,
    Tender,
)
from ingest.text.amounts import find_amounts


@dataclass(frozen=True)
class _Fulfilled:
    """A duty that a page fulfils, wholly or in part, and where it does."""

    duty_code: str
    year: int | None
    is_whole: bool
    origin: Origin


def read_duties(context: DocumentContext, out: Emitter) -> None:
    """Record what this page of the council's own site publishes, one row a duty and year.

    A page about a session is judged by its points and decisions alone.
    """
    owner = context.publisher_collectivity_id
    if owner is None:
        return
    found = _of_findings(out.findings, owner)
    if not found and not out.findings.of(Session):
        found = _of_page(context, out)
    for f in found:
        out.add(
            PublicationDuty(
                natural_key=f"duty|{owner}|{f.duty_code}|{f.year or ''}|{context.source_url}",
                duty_code=f.duty_code,
                collectivity_id=owner,
                period_year=f.year,
                status_code="published" if f.is_whole else "partial",
                found_url=context.source_url,
                origin=f.origin,
            )
        )


def _of_findings(findings: Findings, owner: str) -> list[_Fulfilled]:
    """Duties that facts of this page fulfil; facts of another body fulfil nothing here."""
    found: list[_Fulfilled] = []
    items = {i.session_key for i in findings.of(AgendaItem)}
    decided = {d.session_key for d in findings.of(Decision)}
    for s in findings.of(Session):
        if s.collectivity_id == owner and s.year is not None and s.natural_key in items:
            # Agenda and decisions are one duty: a page with one of the two is a part of it.
            found.append(_Fulfilled("agenda_and_decisions", s.year, s.natural_key in decided, s.origin))
    for t in findings.of(Tender):
        if t.collectivity_id in (owner, None) and t.closing_date.value:
            year = int(t.closing_date.value[:4])
            found.append(_Fulfilled("public_contracts", year, t.status_code == "awarded", t.origin))
    for g in findings.of(Grant):
        if g.collectivity_id == owner and g.year is not None:
            found.append(_Fulfilled("grants_to_associations", g.year, g.amount_mad is not None, g.origin))
    for e in findings.of(Event):
        if e.kind_code == "competition" and e.start_date.value:
            found.append(_Fulfilled("recruitment", int(e.start_date.value[:4]), True, e.origin))
    # A page that mentions a programme does not publish it: its projects do.
    filled = {c.plan_key for c in findings.of(Commitment)}
    for p in findings.of(Plan):
        if p.collectivity_id == owner and p.kind_code in _PLANS and p.natural_key in filled:
            found.append(_Fulfilled(_PLANS[p.kind_code], None, True, p.origin))
    return found


_PLANS = {
    "openness_programme": "openness_programme",
    "action_programme": "action_programme",
    "development_programme": "action_programme",
}


def _of_page(context: DocumentContext, out: Emitter) -> list[_Fulfilled]:
    """The one duty that the heading of a page without facts names."""
    lines = lines_of(context.text, context.folded_at)
    for line in lines[:HEAD_LINES]:
        if len(line.text) > HEAD_CHARS or line.raw.rstrip().endswith((".", "،", "؛", "!")):
            continue  # A sentence names many things; a heading stands alone.
        if ABOUT.search(line.text):
            return []
        for kind in HEADINGS:
            heading = kind.heading.search(line.text)
            if heading is None or heading.start() > HEAD_START:
                continue
            years = {int(y) for y in YEAR.findall(line.text)}
            if kind.is_yearly and len(years) != 1:
                continue  # Whose year it is, is not said.
            is_whole = _is_whole(lines[line.index + 1 :], kind.needs)
            origin = out.origin(line.start, line.start + len(line.raw.rstrip()))
            return [_Fulfilled(kind.duty, years.pop() if kind.is_yearly else None, is_whole, origin)]
    return []


def _is_whole(below: list[Line], needs: str) -> bool:
    if needs == "contact":
        return any(has_contact(x.raw) for x in below)
    if needs == "figures":
        return sum(1 for x in below if find_amounts(x.folded) or re.search(r"\d[\d .,]{4,}", x.text)) >= LIST_ROWS
    return sum(1 for x in below if len(x.cells) > 1 or entry_of(x) is not None) >= LIST_ROWS
