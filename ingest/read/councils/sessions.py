"""Council sessions and their agendas: announced or held, ordinary or extraordinary, with legal month and year.

A sitting, a bureau meeting or a training 'session' is not a council session. The legal calendar (communes February,
May, October; regions March, July, October; provinces January, June, September) is a check in dbt, not a default here.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.read.context import DocumentContext
from ingest.read.councils.agenda_records import read_agenda
from ingest.read.councils.found_session import FoundSession
from ingest.read.councils.session_finding import find_sessions, lead
from ingest.read.councils.session_patterns import COUNT, COUNTED, MEMBERS, NO_QUORUM, PRESENT, SITTING, SOME
from ingest.read.emit import Emitter
from ingest.records import UNSTATED, Finding, Session, Sitting, StatedDate
from ingest.text.limits import limited
from ingest.text.numbers import ORDINALS, counted, number_of


def read_sessions(
    context: DocumentContext, out: Emitter, *, is_listing: bool = False, is_other_meeting: bool = False
) -> Session | None:
    """Sessions and agenda items of one document; returns the session that the document is about.

    Args:
        is_listing, is_other_meeting: as for `find_sessions`.
    """
    own: Session | None = None
    for found in find_sessions(context, is_listing=is_listing, is_other_meeting=is_other_meeting):
        session = _emit(context, out, found)
        if found.is_main:
            own = session
            _sitting(context, out, found, session)
            seen = read_agenda(context, out, session, found.collectivity_id)
            _count_check(context, out, session, seen)
    return own


def _emit(context: DocumentContext, out: Emitter, f: FoundSession) -> Session:
    body = f"body|council|{f.collectivity_id}"
    session = Session(
        natural_key=_key(context, f, body),
        body_key=body,
        collectivity_id=f.collectivity_id,
        kind_code=f.kind,
        status_code=f.status,
        year=f.year,
        month=f.month,
        number=f.number,
        start_date=replace(StatedDate.of(f.date), flag_code=_flag(f)),
        postponed_to_date=UNSTATED if f.moved_to is None else StatedDate.of(f.moved_to),
        rule_id=f.mention.rule_id,
        stated_item_count=_stated_count(context) if f.is_main else None,
        origin=out.at(f.sentence, f.mention.start, f.mention.end),
    )
    out.add(session)
    return session


def _key(context: DocumentContext, f: FoundSession, body: str) -> str:
    """The natural key of a session: ordinary ones by their month, extraordinary ones by number, else by day."""
    if f.kind != "extraordinary":
        when = f"{f.year}|{f.month}" if f.year and f.month else context.source_url
        return f"session|{body}|ordinary|{when}"
    if f.number:
        part = f"n{f.number}"
    elif (day := f.date or f.moved_to) and day.value:
        part = day.value
    else:
        part = f"{f.month}|{context.source_url}"
    return f"session|{body}|extraordinary|{f.year}|{part}"


def _stated_count(context: DocumentContext) -> int | None:
    """The number of points that a document says the agenda has, in its first sentences."""
    for s in context.sentences[:12]:
        if any(w in s.text for w in COUNTED) and (m := COUNT.search(s.text)):
            return 1 if m["one"] else 2 if m["dual"] else counted(m)
    return None


def _count_check(context: DocumentContext, out: Emitter, session: Session, seen: int) -> None:
    """A document that states another number of points than it lists is told."""
    stated = session.stated_item_count
    if (
        stated is None
        or seen == 0
        or stated == seen
        or (stated > seen and any(SOME.search(s.text) for s in context.sentences[:12]))
    ):
        return
    out.add(
        Finding(
            natural_key=f"finding|{out.source_id}|{context.source_url}|item_count_mismatch",
            finding_code="item_count_mismatch",
            record_name=limited(out.public(context.title or context.source_url)),
            field_name="stated_item_count",
            value_raw=f"{stated} / {seen}",
            origin=session.origin,
        )
    )


def _sitting(context: DocumentContext, out: Emitter, f: FoundSession, session: Session) -> None:
    """The sitting that a document speaks of: its number, who was there, whether it could be held.

    A session may have several.
    """
    opening = lead(context)
    number = next((m for s in opening if (m := SITTING.search(s.text))), None)
    present = next((m for s in opening if (m := PRESENT.search(s.text))), None)
    members = next((m for s in opening if (m := MEMBERS.search(s.text))), None)
    failed = any(NO_QUORUM.search(s.text) for s in opening)
    if number is None and present is None and not failed:
        return
    ordinal = (
        None if number is None else 1 if number["one"] or number["fone"] else ORDINALS.get(number["o"] or number["fo"])
    )
    day = f.date.value if f.date else None
    out.add(
        Sitting(
            natural_key=f"{session.natural_key}|sitting|{ordinal or day or context.source_url}",
            session_key=session.natural_key,
            sitting_number=ordinal,
            status_code="no_quorum" if failed else f.status,
            start_date=StatedDate.known(f.date),
            place_name=None,
            present_count=number_of(present) if present else None,
            member_count=number_of(members) if members else None,
            origin=session.origin,
        )
    )


def _flag(f: FoundSession) -> str | None:
    """What contradicts the title of a session in the day that the document names."""
    if f.date is None:
        return None
    if f.date.flag:
        return f.date.flag
    if f.kind == "ordinary" and f.month and f.date.month and f.date.month not in (f.month, f.month % 12 + 1):
        return "month_contradicts_title"
    if f.year and f.date.year and f.date.year != f.year:
        return "year_contradicts_title"
    return None
