"""All observations of one document, in a fixed order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ingest.read.context import DocumentContext, make_context
from ingest.read.councils.duties import read_duties
from ingest.read.councils.sessions import read_sessions
from ingest.read.emit import Emitter
from ingest.read.events.agreement_texts import read_agreement_text
from ingest.read.events.agreements import read_agreements
from ingest.read.events.events import read_events
from ingest.read.events.speaker import find_speaker
from ingest.read.kinds.asides import is_session_aside
from ingest.read.kinds.document import document_kind, kind_by_hints, kind_said
from ingest.read.kinds.forms import form_of
from ingest.read.kinds.meetings import meeting_of
from ingest.read.kinds.other import other_reason
from ingest.read.kinds.titles import ACTIVITY_REPORT, LISTS, OF_SESSIONS, names_session, titles_session
from ingest.read.misfits import read_misfits
from ingest.read.network.figures import read_figures
from ingest.read.network.memberships import read_memberships
from ingest.read.network.offices import read_offices
from ingest.read.network.rates import read_rates
from ingest.read.notices.notices import read_notices
from ingest.read.origin import Provenance
from ingest.read.plans.forms import read_plan_form
from ingest.read.plans.prose import read_plans
from ingest.read.societies import read_societies
from ingest.read.stated_deadlines import read_stated_deadlines
from ingest.read.stated_sums import read_stated_sums
from ingest.read.told_acts import is_told
from ingest.records import Consultation, Event, Finding, Keyed, Petition, Session, Tender
from ingest.territory.gazetteer import Gazetteer
from ingest.text.fold import fold
from ingest.text.limits import limited

#: Forms of pages that tell of other pages: a session that they name is not what they are about.
_OF_OTHERS = ("feed", "listing", "decision_index")


@dataclass(frozen=True)
class Reading:
    """What the rules made of one document."""

    kind_code: str
    kind_reason_code: str | None
    """Why the kind is 'other' (`ingest.read.kinds.other`); None for any other kind."""
    language_code: str
    public_title: str | None
    records: list[Keyed]


def read_facts(
    *,
    text: str,
    title: str | None,
    provenance: Provenance,
    published: dt.date | None,
    gazetteer: Gazetteer,
    publisher_collectivity_id: str | None,
    is_own_site: bool = False,
    tables: tuple[tuple[int, int], ...] = (),
) -> Reading:
    """Read sessions, plans, memberships, statements, events and agreements from a document's text.

    Args:
        text: the document's text; positions in the records are offsets into it.
        provenance: the capture that the text was decoded from, and why short quotations of it may be published.
        published: the publication date that relative dates are resolved against; None resolves none.
        publisher_collectivity_id: whose site it is; 'the council' means this one where no other is named.
        is_own_site: the council publishes the page itself: it may fulfil one of its duties.
        tables: offsets at which each table of the text begins and ends.
    """
    context = make_context(
        text=text,
        title=title,
        source_url=provenance.source_url,
        published=published,
        gazetteer=gazetteer,
        publisher_collectivity_id=publisher_collectivity_id,
        tables=tables,
    )
    out = Emitter(context, provenance)
    kind, reason = _read_into(out, context)
    if is_own_site:
        read_duties(context, out)
    return Reading(kind, reason, context.language, out.public(title) if title else None, out.records)


def _read_into(out: Emitter, context: DocumentContext) -> tuple[str, str | None]:
    """Read every kind of fact in its order; what the document is, and why where that is 'other'."""
    speaker = find_speaker(context)
    page_form = form_of(context)
    # A listing tells of other pages, an agreement of the sessions that approved it: none of it is the page's own.
    is_own = page_form in (None, "feed")
    titled = kind_said(context) if is_own else None
    # What became of a petition is told by the body that dealt with it, in a meeting of its own.
    meeting = meeting_of(context) if is_own and titled in (None, "petition") else None
    if titled is not None and meeting is not None and meeting.kind == "session":
        meeting = None
    session = None
    if page_form != "agreement_text":
        is_other = meeting is not None and meeting.kind != "session"
        session = read_sessions(context, out, is_listing=page_form in _OF_OTHERS, is_other_meeting=is_other)
    if session is not None and is_session_aside(context):
        session = None
    if session is None and meeting is None and len(named := out.findings.of(Session)) == 1 and titles_session(context):
        session = named[0]  # A page 'beside the session' whose title names it tells of that session.
    # A meeting that prepares a session names it, and is none; a session of which too little is told is still one.
    is_session = meeting.kind == "session" if meeting is not None else session is not None
    if titled is not None:
        is_session = titled in OF_SESSIONS
    # A list tells of no event, a report of activities of many; a plan's page goes back to the session that adopted it.
    is_standing = titled in (*LISTS, ACTIVITY_REPORT) or (
        titled == "plan" and (session is not None or names_session(context))
    )
    if is_own:
        read_notices(context, out, titled, is_meeting=is_session or (meeting is not None and titled is None))
    if page_form == "agreement_text":
        read_agreement_text(context, out)
    else:
        read_agreements(context, out)
    # A competition, a tender, a call is told by its notice, not once more as an event.
    is_noticed = any(out.findings.of(kind) for kind in (Event, Tender, Consultation)) or (
        meeting is None and bool(out.findings.of(Petition))
    )
    if is_own:
        read_events(context, out, speaker, meeting, is_session=is_session or is_noticed or is_standing)
    form = None if is_session else read_plan_form(context, out)
    if form is None:
        read_plans(context, out)
    read_memberships(context, out)
    read_figures(context, out, speaker.function if speaker else None)
    read_rates(context, out)
    read_misfits(context, out)
    read_societies(context, out)
    _open_names(context, out)
    status = session.status_code if session else None
    is_told_act = is_told(context)
    kind = form or document_kind(context, page_form, status, meeting, out.findings, titled=titled, is_told=is_told_act)
    # How a petition is handed in is a guide: what it says of fees is of no act.
    is_guide = kind == "petition" and not out.findings.of(Petition)
    read_stated_sums(context, out, "guide" if is_guide else kind, session)
    read_stated_deadlines(context, out, kind)
    read_offices(context, out, kind)
    # What only such hints say to be news may tell of others: its sums are not read.
    kind = kind_by_hints(context, page_form) if kind == "other" else kind
    is_open = kind == "other"
    return kind, other_reason(context, page_form, meeting, out.findings, is_told=is_told_act) if is_open else None


def _open_names(context: DocumentContext, out: Emitter) -> None:
    """Names that nothing settled, for a person to decide (`infitah review`).

    Several collectivities bear them, or they go on beyond a known name.
    """
    for s in context.sentences:
        for m in s.places:
            if m.collectivity_id is None:
                code = "unresolved_name" if m.because == "goes_on" else "ambiguous_name"
                words = out.public(s.folded.raw(m.name_start, m.end))
                out.add(
                    Finding(
                        natural_key=f"finding|{out.source_id}|{context.source_url}|{code}|{fold(words)}",
                        finding_code=code,
                        record_name=limited(words),
                        field_name="collectivity_in_text",
                        value_raw=limited("; ".join(m.candidates)),
                        origin=out.at(s, m.start, m.end),
                    )
                )
