"""The session that a document is about: whose, of which month and year, announced or held; and those announced only."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from ingest.read.context import DocumentContext, Sentence
from ingest.read.councils.outcomes import find_outcome
from ingest.read.councils.session_patterns import (
    ADOPTION,
    AGENDA,
    ANNOUNCED,
    BUREAU,
    FUTURE,
    GENERAL,
    HELD,
    LAW,
    LEVELS,
    MONTH,
    MONTH_FIRST,
    MONTH_SESSION,
    OTHER_BODY,
    OTHER_OWNER,
    OWNED,
    PREPARED,
    SESSION,
    SESSION_NUMBER,
    SESSION_STEMS,
    TO_COME,
)
from ingest.read.lines import Line, entry_of
from ingest.territory.gazetteer import Mention
from ingest.text.dates import MONTHS, PartialDate, find_dates


@dataclass(frozen=True)
class FoundSession:
    """A session at folded offsets [start, end) of the sentence that names it."""

    sentence: Sentence
    start: int
    end: int
    kind: str
    """ordinary, extraordinary or unstated."""
    year: int | None
    month: int | None
    number: int | None
    collectivity_id: str
    status: str
    """announced or held."""
    date: PartialDate | None


def titled_session(context: DocumentContext) -> FoundSession | None:
    """The session that a document announces or reports: named in its first lines, as ordinary or extraordinary."""
    found = [(s, m) for s in context.sentences[:6] if (m := _named_session(s)) is not None]
    if any(_is_of_others(s, m) for s, m in found):
        return None
    # A title may say 'the October session' and the next line whose: the first that names a council.
    found.sort(key=lambda f: _acting(*f) is None)
    for s, m in found:
        place = _acting(s, m)
        # A council whose name is left open is nobody else's.
        collectivity_id = place.collectivity_id if place else context.last_place(s, len(s.text))
        if collectivity_id is None:
            return None
        day = _day(context)
        month, year = _when(context, m, day)
        if year is None:
            continue  # A session of no year is one that nobody can find again.
        return FoundSession(
            sentence=s,
            start=m.start(),
            end=m.end(),
            kind="ordinary" if m.group("ordinary") else "extraordinary",
            year=year,
            month=month,
            number=_number(context),
            collectivity_id=collectivity_id,
            status=_status(context),
            date=day,
        )
    return None


def _when(context: DocumentContext, m: re.Match[str], day: PartialDate | None) -> tuple[int | None, int | None]:
    """(month, year) of a named session: by its own words, else by the first day named, else by the publication."""
    month, year = _month_year(m.group("tail"))
    if "month" in m.groupdict():
        month, year = MONTHS[m["month"]], int(m["year"]) if m["year"] else None
    if month is None and day and day.month:
        month = day.month
    if year is None and day and day.year:
        year = day.year
    if year is None and context.published is not None and month is not None:
        year = _year_near(month, context.published)
    return month, year


def _number(context: DocumentContext) -> int | None:
    """The number that a session bears in the first lines."""
    named = (t["tail"] for s in context.sentences[:8] for t in SESSION.finditer(s.text))
    number = next((n for tail in named if (n := SESSION_NUMBER.search(tail))), None)
    return int(number["n"]) if number else None


def _status(context: DocumentContext) -> str:
    """'announced' or 'held', by the opening lines; where they say neither, by whether an outcome stands anywhere."""
    opening = lead(context)
    head = " ".join(s.text for s in opening)
    is_held = HELD.search(head) is not None
    if (ANNOUNCED.search(head) and not is_held) or any(
        FUTURE.search(s.text) and SESSION.search(s.text) for s in opening
    ):
        return "announced"
    if is_held:
        return "held"
    # An agenda that says nothing of its outcome, or a line below the points that says when the session will be.
    has_agenda = any(AGENDA.search(s.text) or ANNOUNCED.search(s.text) for s in (*opening, *context.sentences[-3:]))
    return "announced" if has_agenda and not _has_outcome(context) else "held"


def _is_of_others(s: Sentence, m: re.Match[str]) -> bool:
    """Whether a session is held by a body that is no council of ours, where the sentence names no council."""
    place = _acting(s, m)
    if place is not None and place.is_council:
        return False
    return (
        OTHER_BODY.search(s.text, 0, m.start()) is not None
        or OTHER_OWNER.search(s.text[m.end() : m.end() + 60]) is not None
    )


def _named_session(s: Sentence) -> re.Match[str] | None:
    """A session of the council that a sentence names by its kind; no bureau, no training, no rule of law."""
    if not s.has(SESSION_STEMS) or BUREAU.search(s.text) or GENERAL.search(s.text):
        return None
    m = SESSION.search(s.text) or MONTH_FIRST.search(s.text)
    return None if m is None or PREPARED.search(s.text, max(0, m.start() - 45), m.start()) else m


def _year_near(month: int, published: dt.date) -> int | None:
    """The year that puts a month at most three months from the publication.

    Reports follow a session, announcements precede it.
    """
    years = {
        published.year + k: abs((published.year + k - published.year) * 12 + month - published.month)
        for k in (-1, 0, 1)
    }
    nearest = min(years, key=lambda y: years[y])
    return nearest if years[nearest] <= 3 else None


def _acting(s: Sentence, m: re.Match[str]) -> Mention | None:
    """Whose session it is: the council that the sentence names nearest to it; where it names none, the collectivity.

    A site tells of others' sessions too.
    """
    named = [p for p in s.places if not p.is_city]
    councils = [p for p in named if p.is_council]
    for p in councils:
        if p.start > m.end() and OWNED.search(s.text[max(0, p.start - 14) : p.start]):
            return p
    return min(councils or named, key=lambda p: min(abs(p.start - m.end()), abs(m.start() - p.end)), default=None)


def lead(context: DocumentContext) -> list[Sentence]:
    """The opening sentences, up to the first point: titles of points speak of contracts, adoptions and reports."""
    found: list[Sentence] = []
    for s in context.sentences[:8]:
        begin = context.text.rfind("\n", 0, s.start) + 1
        entry = entry_of(Line(0, begin, context.text[begin:].partition("\n")[0]))
        if entry is not None and len(found) >= 2:
            break
        found.append(s)
    return found


def _has_outcome(context: DocumentContext) -> bool:
    """Whether the document says what became of anything: an announcement cannot."""
    return any(find_outcome(s.text) is not None for s in context.sentences[1:])


def _day(context: DocumentContext) -> PartialDate | None:
    """The first full day in the opening lines, legal references passed over."""
    for s in context.sentences[:10]:
        for d in s.dates:
            if d.precision == "day" and not LAW.search(s.text[max(0, d.start - 90) : d.start]):
                return d
    return None


def _month_year(tail: str) -> tuple[int | None, int | None]:
    for d in find_dates(tail):
        if d.month:
            return d.month, d.year
    m = re.search(MONTH, tail)
    return (MONTHS[m.group()], None) if m else (None, None)


def session_announced_by_month(context: DocumentContext, s: Sentence) -> FoundSession | None:
    """'… before its adoption by the council in its October 2023 session': a session that is announced, no more."""
    for m in MONTH_SESSION.finditer(s.text):
        if not _is_to_adopt(s.text[max(0, m.start() - 140) : m.start()]):
            continue
        collectivity_id = _adopting(context, s, m)
        if collectivity_id is None:
            continue
        date = s.date_in(m.start(), m.end() + 8)
        return FoundSession(
            sentence=s,
            start=m.start(),
            end=date.end if date else m.end(),
            kind="unstated",
            year=date.year if date else None,
            month=MONTHS[m.group("month")],
            number=None,
            collectivity_id=collectivity_id,
            status="announced",
            date=None,
        )
    return None


def _is_to_adopt(before: str) -> bool:
    """Whether the words before the name of a session speak of an adoption that is still to come."""
    adoptions = list(ADOPTION.finditer(before))
    if not adoptions:
        return False
    adoption = adoptions[-1]
    return TO_COME.search(before[: adoption.start()][-40:] + before[adoption.start() :]) is not None


def _adopting(context: DocumentContext, s: Sentence, m: re.Match[str]) -> str | None:
    """The council that is to adopt: the last one named in the clause of a session, else the one spoken of before."""
    by = [p for p in s.places if m.start() - 120 <= p.start < m.start() and not p.is_city]
    named = [p.collectivity_id for p in by if s.text[p.end : m.start()].count(",") == 0 and p.is_council]
    levels = _levels(s.text[max(0, m.start() - 60) : m.start()])
    return named[-1] if named else context.last_place(s, m.start(), levels)


def _levels(near: str) -> tuple[str, ...]:
    """Levels of collectivities whose council some words name; none where they name no council."""
    return next((levels for levels, pattern in LEVELS if pattern.search(near)), ())
