"""The sessions that a document tells of: its own, where it is about one, and those that it mentions.

Mentions of one session are put together; each session has its own days and status. What a document is about is the
first session that it does not speak of in passing; a bureau's or a committee's meeting is about none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ingest.read.context import DocumentContext, Sentence
from ingest.read.councils.found_session import DAY_LEAD, RIGHT_BEHIND, FoundSession, narrowed, year_near
from ingest.read.councils.outcomes import find_outcome
from ingest.read.councils.session_days import day_below, first_sitting, form_of_line, held_after_all, moved_below, today
from ingest.read.councils.session_mentions import CATCH_UP, SessionMention, session_mentions
from ingest.read.councils.session_patterns import AGENDA, MEETING
from ingest.read.councils.session_rounds import ROUND, sessions_together
from ingest.read.councils.session_status import Status, of_pronoun, settled, status_of
from ingest.read.dated import Dated
from ingest.read.rules import tell
from ingest.text.dates import PartialDate

#: A document names its own session in its first sentences.
_LEAD = 10
#: So near before its name.
_RIGHT_BEFORE = 6
#: "The October session", without its kind: only in a title or the sentence below it.
_VAGUE_LEAD = 3


def find_sessions(
    context: DocumentContext, *, is_listing: bool = False, is_other_meeting: bool = False
) -> list[FoundSession]:
    """Every session that a document names, the one that it is about first.

    Args:
        is_listing: the document tells of other pages, so that it is about no session.
        is_other_meeting: the document is about a meeting that is no session, so that it is about none.
    """
    named = session_mentions(context)
    together = sessions_together(context, named)
    mentions = sorted(_ours(_caught_up([*named, *together])), key=lambda m: (m.sentence.index, m.start))
    is_round = any(m.rule_id == ROUND for m in together)
    statuses: list[Status] = []
    for i, mention in enumerate(mentions):
        before = statuses[-1] if i and mentions[i - 1].sentence is mention.sentence else None
        statuses.append(status_of(mention, before))
    if is_other_meeting:
        # Its verbs say what that meeting did; of a session only that it is called off, or lies ahead or behind.
        firm = ("cancelled", "postponed")
        statuses = [s if s.is_aside or s.standing in firm else Status(None, is_aside=True) for s in statuses]
    main_at = None if is_listing or is_other_meeting or is_round else _main(context, mentions, statuses)
    anchor = anchor_of(context)
    found: list[FoundSession] = []
    order = sorted(range(len(mentions)), key=lambda i: (i != main_at, i))
    for i in order:
        _take(found, mentions[i], statuses[i], is_main=i == main_at, anchor=anchor)
    for session in found:
        if session.is_main:
            _hear_pronouns(context, session, {m.sentence.index for m in mentions})
            elsewhere = {m.sentence.index for m in mentions if m.kind not in (session.kind, "unstated")}
            others = {s.date.value for s in found if s is not session and s.date is not None}
            _complete(context, session, anchor, elsewhere, others)
        session.status = _status(context, session, [s for s in found if not s.is_main], anchor)
        tell(session.mention.rule_id, session.mention.words, f"characters {session.sentence.start}")
    return [s for s in found if s.month is not None and (s.is_main or s.year is not None)]


def _caught_up(mentions: Sequence[SessionMention]) -> list[SessionMention]:
    """A session that stands in for one that could not be held is that one, on its own day."""
    kept = list(mentions)
    for m in mentions:
        if m.rule_id != CATCH_UP or not m.days:
            continue
        near = (o for o in kept if o is not m and o.kind != "unstated" and o.month and o.sentence is m.sentence)
        if (missed := next(near, None)) is None:
            continue
        one = replace(m, kind=missed.kind, month=missed.month, year=missed.year or m.year, number=missed.number)
        kept = [one if o is m else o for o in kept if o is not missed]
    return kept


def anchor_of(context: DocumentContext) -> dt.date | None:
    """The day from which a document speaks: of its publication, else the first day that it gives for anything."""
    if context.published is not None:
        return context.published
    for s in context.sentences[: 2 * _LEAD]:
        for d in s.dated:
            if d.role in ("held", "session", "unbound", "stamp", "start", "planned") and len(d.date.value or "") == 10:
                return dt.date.fromisoformat(str(d.date.value))
    return None


def _hear_pronouns(context: DocumentContext, session: FoundSession, named: set[int]) -> None:
    """What the opening says of the session without naming it: "it is put off", "its being put off"."""
    if any(s.standing == "held" for s in session.statuses) or _has_outcome(context, ()):
        return  # A session that took place puts off points.
    for s in context.sentences[:DAY_LEAD]:
        if s.index > session.sentence.index and s.index not in named and (told := of_pronoun(s.text)) is not None:
            session.statuses.append(Status(told[0], is_aside=False))


def _ours(mentions: Sequence[SessionMention]) -> list[SessionMention]:
    """The mentions of sessions of our councils.

    Where the opening names a session of another body, a title that names the same one without its body is of that too.
    """
    others = {(m.kind, m.month) for m in mentions if m.is_of_others and m.sentence.index < _LEAD}
    own = [_owned(m, mentions) for m in mentions if m.collectivity_id is not None and not m.is_of_others]
    return [m for m in own if (m.kind, m.month) not in others or any(p.is_council for p in m.sentence.places)]


def _owned(m: SessionMention, mentions: Sequence[SessionMention]) -> SessionMention:
    """A mention in the opening without an owner is of the council that the next one of the same session names."""
    if m.is_council_stated or m.sentence.index >= _LEAD:
        return m
    for other in mentions:
        is_near = m.sentence.index < other.sentence.index < _LEAD
        if (
            is_near
            and other.is_council_stated
            and m.kind in (other.kind, "unstated")
            and other.month in (m.month, None)
        ):
            return replace(m, collectivity_id=other.collectivity_id)
    return m


def _main(context: DocumentContext, mentions: Sequence[SessionMention], statuses: Sequence[Status]) -> int | None:
    """Which mention is of the session that the document is about; None for a document about no session."""
    meeting = next((s.index for s in context.sentences[:_LEAD] if MEETING.search(s.text)), None)
    for i, (mention, status) in enumerate(zip(mentions, statuses, strict=True)):
        if mention.sentence.index >= _LEAD or (meeting is not None and meeting <= mention.sentence.index):
            return None
        is_vague = mention.kind == "unstated" and (status.standing is None or mention.sentence.index >= _VAGUE_LEAD)
        if status.is_aside or is_vague:
            continue
        return i
    return None


def _take(
    found: list[FoundSession], m: SessionMention, status: Status, *, is_main: bool, anchor: dt.date | None
) -> None:
    """Put a mention to the session that it names, or begin another."""
    # What is spoken of in passing has the days right behind its name: the others are of what is reported.
    days = [d for d in m.days if not status.is_aside or _is_right_behind(d, m)]
    moved = next((d for d in days if d.role == "moved_to"), None)
    if moved is None and status.standing == "postponed" and len({d.date.value for d in days}) > 1:
        moved = max(days, key=lambda d: d.start)  # "planned for the 3rd, it will take place on the 8th"
    day = next((narrowed(d.date, anchor, m.year) for d in days if d is not moved), None)
    moved_to = None if moved is None else narrowed(moved.date, anchor, m.year)
    _tell_days(m, days)
    month, year = _when(m, day or moved_to, anchor)
    for session in found:
        if _is_same(session, m, month, year, day):
            session.statuses.append(status)
            session.month = session.month or month
            session.year = session.year or year
            session.number = session.number or m.number
            if session.kind == "unstated":
                session.kind = m.kind
            if day is not None and (session.date is None or _is_earlier(day, session.date)):
                session.date = day
            session.moved_to = session.moved_to or moved_to
            return
    assert m.collectivity_id is not None
    session = FoundSession(m, m.collectivity_id, m.kind, month, year, m.number, "", day, moved_to, is_main, [status])
    found.append(session)


def _tell_days(m: SessionMention, own: Sequence[Dated]) -> None:
    """Say which days of a mention's clause were taken for the session's, and what the others are."""
    for d in m.sentence.dated:
        if d.rule_id is not None and m.low <= d.start < m.high:
            tell(d.rule_id, d.date.raw, m.words, overruled_by=None if d in own else "not a day of the session")


def _is_right_behind(d: Dated, m: SessionMention) -> bool:
    if 0 <= m.start - d.date.end <= _RIGHT_BEFORE:
        return True  # "après avoir bouclé mardi 6 mai la session"
    if d.start < m.start or (m.month is not None and d.date.month != m.month):
        return False
    return d.start - m.end <= RIGHT_BEHIND


def _is_earlier(day: PartialDate, other: PartialDate) -> bool:
    """Whether a day is the better beginning of a session: one that is known, the first of several sittings."""
    return day.value is not None and (other.value is None or day.value < other.value)


def _when(m: SessionMention, day: PartialDate | None, anchor: dt.date | None) -> tuple[int | None, int | None]:
    """(month, year) of a mention: by its own words, else by its day, else by the publication."""
    month = m.month or (day.month if day else None)
    year = m.year or (day.year if day else None)
    if year is None and month is not None and anchor is not None:
        year = anchor.year if m.is_this_year else year_near(month, anchor)
    return month, year


def _is_same(s: FoundSession, m: SessionMention, month: int | None, year: int | None, day: PartialDate | None) -> bool:
    """Whether a mention names a session that was named before."""
    if s.collectivity_id != m.collectivity_id or ("unstated" not in (s.kind, m.kind) and s.kind != m.kind):
        return False
    if s.kind == "unstated" and m.kind == "extraordinary" and (month is None or s.month is None):
        return False
    if any(
        a is not None and b is not None and a != b for a, b in ((s.month, month), (s.year, year), (s.number, m.number))
    ):
        return False
    is_day_other = (
        day is not None and s.date is not None and None not in (day.value, s.date.value) and day.value != s.date.value
    )
    if is_day_other and "ordinary" not in (s.kind, m.kind):
        return False
    return month is not None or s.is_main or m.kind == s.kind


def _complete(
    context: DocumentContext,
    session: FoundSession,
    anchor: dt.date | None,
    elsewhere: set[int],
    others: set[str | None],
) -> None:
    """The day of the document's own session from the sentences behind its name, and what follows from it.

    Args:
        elsewhere: sentences that name sessions of another kind.
        others: days of the other sessions.
    """
    if session.date is None or session.date.precision != "day":
        found = day_below(context, session, elsewhere)
        if found is not None and (found.date.value is None or found.date.value not in others):
            session.date = narrowed(found.date, anchor, session.year)
    if (first := first_sitting(context, session, anchor)) is not None:
        session.date = first
    if (held := held_after_all(context, session)) is not None:
        session.date, session.moved_to = narrowed(held.date, anchor, session.year), None
        session.statuses = [Status("held", is_aside=False)]
    is_put_off = session.moved_to is None and any(s.standing == "postponed" for s in session.statuses)
    if is_put_off and (moved := moved_below(context, session)) is not None:
        session.moved_to = narrowed(moved.date, anchor, session.year)
    if session.date is None and context.published is not None:
        session.date = today(session, context.published)
    day = session.date or session.moved_to
    if day is not None:
        session.month = session.month or day.month
        session.year = session.year or day.year
    published = context.published
    if session.kind == "extraordinary" and session.month is None and day is None and published is not None:
        session.month = published.month
        session.year = session.year or published.year
    if session.year is None and session.month is not None and anchor is not None:
        session.year = year_near(session.month, anchor)


def _status(
    context: DocumentContext, session: FoundSession, others: Sequence[FoundSession], anchor: dt.date | None
) -> str:
    """What became of a session, by its mentions; where they leave it open, by the document around."""
    standing = settled(s.standing for s in session.statuses)
    if standing in ("cancelled", "postponed", "held"):
        return standing
    if standing == "will_be":
        return "announced"
    if session.is_main and _has_outcome(context, others):
        return "held"
    if (is_over := _is_over(session, context.published if session.is_main else anchor)) is not None:
        return "held" if is_over else "announced"
    if not session.is_main:
        return "announced" if standing in ("is_now", "notice") else "held"
    has_agenda = any(AGENDA.search(s.text) for s in (*context.sentences[:8], *context.sentences[-3:]))
    return "announced" if standing in ("is_now", "notice") or has_agenda else "held"


def _is_over(session: FoundSession, anchor: dt.date | None) -> bool | None:
    """Whether a session lies before the day from which the document speaks; None where nobody can say."""
    if anchor is None:
        return None
    if session.date is not None and len(session.date.value or "") == 10:
        return str(session.date.value) <= anchor.isoformat()
    if session.year is None or session.month is None or (session.year, session.month) == (anchor.year, anchor.month):
        return None
    return (session.year, session.month) < (anchor.year, anchor.month)


def _has_outcome(context: DocumentContext, others: Sequence[FoundSession]) -> bool:
    """Whether the document says what became of anything: an announcement cannot, but of an earlier session."""
    elsewhere = {s.sentence.index for s in others}
    return any(find_outcome(s.text) is not None for s in context.sentences[1:] if s.index not in elsewhere)


def lead(context: DocumentContext) -> list[Sentence]:
    """The opening sentences, up to the first point: titles of points speak of contracts, adoptions and reports."""
    found: list[Sentence] = []
    for s in context.sentences[:8]:
        if len(found) >= 2 and form_of_line(context, s) is not None:
            break
        found.append(s)
    return found
