"""The days of a document's own session that stand apart from its name: below it, of its first sitting, put off to."""

from __future__ import annotations

import datetime as dt
import re

from ingest.read.context import DocumentContext, Sentence
from ingest.read.councils.found_session import DAY_LEAD, RIGHT_BEHIND, FoundSession, narrowed
from ingest.read.councils.session_patterns import FIRST_SITTING, MEETING, SITTING
from ingest.read.councils.session_status import WILL_BE, settled
from ingest.read.dated import Dated
from ingest.read.lines import Line, entry_of
from ingest.read.rules import Rule, tell
from ingest.text.dates import PartialDate
from ingest.text.fold import fold_pattern

#: The session by its pronoun, when it was held in the end.
_HELD_IT = Rule(
    "session.held_it",
    "{held_it}",
    ("وقد تم افتتاحها", "مكن من عقدها يوم", "a permis son ouverture", "elle s'est finalement tenue", "it was held"),
    ("ستنعقد", "elle se tiendra", "it will be held"),
)
_TODAY = re.compile(
    fold_pattern(
        r"(?<!\w)(?:(?:هذا |صباح |مساء |يومه )?اليوم|aujourd'hui|ce (?:matin|soir|jour)|today"
        r"|(?P<yesterday>أمس|البارحة|hier|yesterday))(?!\w)"
    )
)


def today(session: FoundSession, published: dt.date) -> PartialDate | None:
    """The day of publication, or the one before it, where the session's own sentence says so and names no day."""
    m = _TODAY.search(session.sentence.text)
    if m is None or settled(s.standing for s in session.statuses) in ("postponed", "cancelled"):
        return None
    day = published - dt.timedelta(days=1 if m["yesterday"] else 0)
    tell("session.today", m.group(), session.mention.words)
    words = session.sentence.folded.raw(m.start(), m.end())
    return PartialDate(words, "day", day.year, day.month, day.day, basis="publication_date")


def moved_below(context: DocumentContext, session: FoundSession) -> Dated | None:
    """The day in the opening to which something is put off, or a later one on which it says that it will be held."""
    opening = context.sentences[:DAY_LEAD]
    if (told := next((d for s in opening for d in s.dated if d.role == "moved_to"), None)) is not None:
        return told
    before = session.date.value if session.date else None
    for s in opening:
        if before is None or s.index < session.sentence.index or WILL_BE.search(s.text) is None:
            continue
        later = [d for d in s.dated if d.role in ("held", "session", "unbound") and len(d.date.value or "") == 10]
        if days := [d for d in later if str(d.date.value) > before]:
            return days[0]
    return None


def held_after_all(context: DocumentContext, session: FoundSession) -> Dated | None:
    """The later day on which a session that could not be held was, where a sentence behind its name says so."""
    before = session.date.value if session.date else None
    if before is None:
        return None
    planned = [d for d in session.sentence.dated if d.role == "planned" and d.start > session.mention.start]
    was_planned = any((d.date.value or "") <= before for d in planned)
    if not (was_planned or settled(s.standing for s in session.statuses) == "postponed"):
        return None
    held = (d for d in session.sentence.dated if d.role == "held" and d.date.value == before)
    day = next((d for d in held if any(d.start > p.start and (p.date.value or "9") < before for p in planned)), None)
    if day is not None and (context.published is None or before <= context.published.isoformat()):
        return day
    for s in context.sentences[:DAY_LEAD]:
        at = session.mention.end if s.index == session.sentence.index else 0
        if s.index < session.sentence.index or (m := _HELD_IT.search(s.text, at)) is None:
            continue
        days = (d for d in s.dated if d.start > max(at, m.start()) and len(d.date.value or "") == 10)
        later = (d for d in days if d.role in ("held", "session", "unbound"))
        day = next((d for d in later if str(d.date.value) > before or (was_planned and d.date.value == before)), None)
        if day is not None and (context.published is None or str(day.date.value) <= context.published.isoformat()):
            tell(_HELD_IT.id, f"{m.group()} · {day.date.raw}", session.mention.words)
            return day
    return None


def first_sitting(context: DocumentContext, session: FoundSession, anchor: dt.date | None) -> PartialDate | None:
    """The day of the first of several sittings, where the opening names it beside a later one."""
    if session.date is None or len(session.date.value or "") != 10:
        return None
    for s in context.sentences[:DAY_LEAD]:
        for m in FIRST_SITTING.finditer(s.text):
            day = next(
                (d for d in s.dated if 0 <= d.start - m.end() <= RIGHT_BEHIND and d.date.precision == "day"), None
            )
            if day is None or SITTING.search(s.text, m.end(), day.start):
                continue
            first = narrowed(day.date, anchor, session.year)
            is_own = first.month in (session.month, (session.month or 0) % 12 + 1)
            if is_own and len(first.value or "") == 10 and str(first.value) < str(session.date.value):
                tell("session.first_sitting", f"{m.group()} · {day.date.raw}", session.mention.words)
                return first
    return None


def day_below(context: DocumentContext, session: FoundSession, elsewhere: set[int]) -> Dated | None:
    """The first day behind the session's name that is of nothing else, before the points of its agenda begin."""
    at = session.sentence.index
    near = [s for s in context.sentences[:DAY_LEAD] if s.index != at]
    unbound: Dated | None = None
    for s in sorted(near, key=lambda s: (s.index < at, s.index)):
        if s.index > at + 1 and form_of_line(context, s) in ("number", "point"):
            break
        if MEETING.search(s.text) or s.index in elsewhere:
            continue
        for d in s.dated:
            if d.date.precision != "day" or not _may_be_of_session(d, session):
                continue
            if d.role != "unbound":
                tell(d.rule_id or "date", d.date.raw, session.mention.words)
                return d
            unbound = unbound or d
    return unbound


def _may_be_of_session(d: Dated, session: FoundSession) -> bool:
    if d.role not in ("held", "session", "planned", "start", "unbound"):
        return False
    date = d.date
    if session.month is None or date.month is None:
        return True
    # Another month than the session's own: only where the sentence says that it is when the council met.
    return date.month in (session.month, session.month % 12 + 1) or d.role in ("held", "session")


def form_of_line(context: DocumentContext, s: Sentence) -> str | None:
    """How the item of a list looks that a sentence's line begins; None for running text."""
    begin = context.text.rfind("\n", 0, s.start) + 1
    entry = entry_of(Line(0, begin, context.text[begin:].partition("\n")[0]))
    return None if entry is None else entry.form
