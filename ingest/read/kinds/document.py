"""The kind of a document: the order in which its evidence counts."""

from __future__ import annotations

from ingest.read.context import DocumentContext
from ingest.read.findings import Findings
from ingest.read.kinds.asked import asked_kind
from ingest.read.kinds.contents import contents_kind
from ingest.read.kinds.decides import is_told_to_decide
from ingest.read.kinds.forms import FORM_KINDS, Form, is_news_address
from ingest.read.kinds.meetings import Meeting
from ingest.read.kinds.plans import is_about_plan
from ingest.read.kinds.telling import tells_or_invites
from ingest.read.kinds.titles import (
    is_static,
    is_titled_agenda,
    is_titled_agreement,
    is_titled_news,
    titled_kind,
    titles_session,
)
from ingest.read.notices.calls import CALL_KINDS
from ingest.read.rules import Rule, tell
from ingest.records import Agreement, Consultation, Event, Grant, Petition, Tender
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold
from ingest.text.stems import Stemmed

DOCUMENT_KINDS = (
    "news",
    "concept_note",
    "session_announcement",
    "session_report",
    "minutes",
    "decision_list",
    "bureau_meeting",
    "committee_meeting",
    "tender",
    "recruitment",
    "grants",
    "agreement",
    "petition",
    "consultation",
    "plan",
    "commitment_page",
    "members_list",
    "figures_note",
    "reference_table",
    "statistics",
    "faq",
    "publication_list",
    "budget",
    "guide",
    "institution_list",
    "other",
)
_MINUTES = _p(r"^\W*محضر|^\W*proces-verbal")
_RULES: list[tuple[str, Stemmed]] = [
    (
        "concept_note",
        _p(r"ورقة (?:تقديمية|تأطيرية|مفاهيمية)|note (?:conceptuelle|de cadrage|de presentation)|concept note"),
    ),
    ("minutes", _MINUTES),
    (
        "plan",
        _p(
            r"^\W*(?:خطة (?:ال)?عمل|برنامج (?:عمل )?(?:ال)?انفتاح|برنامج العمل|plan d'action"
            r"|programme d'ouverture|plan local)"
        ),
    ),
    ("members_list", _p(r"^\W*(?:لائحة|قائمة) (?:ال)?أعضاء|^\W*liste des membres|أعضاء الشبكة وتواريخ")),
    ("figures_note", _p(r"^\W*(?:أرقام(?! (?:ال)?(?:هاتف|هواتف))|معطيات رقمية|chiffres|donnees chiffrees)")),
]
#: Documents about a session that are more than its announcement or report.
_OF_SESSIONS = (
    ("minutes", _MINUTES),
    (
        "decision_list",
        _p(
            r"^\W*(?:(?:ملخص|لائحة|سجل) )?(?:ال)?مقررات|(?:ملخص|لائحة) (?:ال)?مقررات"
            r"|^\W*(?:deliberations|recueil des deliberations)"
        ),
    ),
)
_COUNCIL = Rule(
    "kind.our_council",
    "{our_council}",
    ("يعقد مجلس جماعة عين الحجل", "le conseil communal", "the commune council"),
    ("مجلس المقاطعة", "conseil d'arrondissement", "the council of ministers"),
)
_BODY = Rule(
    "kind.title_consultative_body",
    "{consultative_body}",
    ("الهيئات الاستشارية", "باب الترشيح لعضوية الهيئة الاستشارية", "Conseil consultatif des jeunes", "Equity body"),
    ("هيئة المحامين",),
)
_ACTIVITIES = Rule(
    "kind.activities",
    "{annual_activities}",
    ("موجز لأنشطة الرئاسة", "جردا لأهم الأنشطة", "rapport d'activités", "annual activity report"),
    ("أنشطة رياضية",),
)
_NEWS = _p(
    r"(?<!\w)و?(?:احتضنت?|نظمت?|انعقدت?|عقدت?|شهدت?|قالت?|أكدت?|قامت?|a organise|s'est tenue?|a abrite|a declare"
    r"|a indique|a signe|وقعت?)(?!\w)"
)


def kind_said(context: DocumentContext) -> str | None:
    """The kind that a page's title says, else the one that its lines are made of; None where neither says one."""
    titled, held = titled_kind(context), contents_kind(context)
    # 'Minutes' above files of minutes is a list of files.
    return held if titled is None or (titled == "minutes" and held == "publication_list") else titled


def document_kind(
    context: DocumentContext,
    form: Form | None,
    session_status: str | None,
    meeting: Meeting | None,
    findings: Findings,
    *,
    titled: str | None,
    is_told: bool,
) -> str:
    """One of `DOCUMENT_KINDS`; 'other' when its own words do not say.

    Args:
        form: what the page is by its form.
        session_status: of the session that the document is about; None for a document about none.
        meeting: the body whose meeting it tells of.
        findings: what was read of it: a notice is one only where something of it could be read.
        titled: the kind that its title says.
        is_told: its first sentences tell that something took place.
    """
    if form is not None:
        return FORM_KINDS[form]
    if titled is not None:
        return titled
    head = [s.text for s in context.sentences[:4]]
    title = fold(context.title or "")
    if session_status is not None:
        for code, pattern in _OF_SESSIONS:
            if pattern.search(title) or any(pattern.search(x) for x in head[:2]):
                return code
    else:
        for code, pattern in _RULES:
            if any(pattern.search(x) for x in (*head, title)):
                return code
    if meeting is not None and meeting.kind != "session":
        return meeting.kind
    if session_status is not None:
        is_held = session_status == "held" or is_told_to_decide(context)
        return "session_report" if is_held else "session_announcement"
    is_council = titles_session(context) or any(_COUNCIL.search(x) for x in (title, *head[:2]))
    if meeting is not None and is_council:
        # A session of which too little is told to be found again.
        return "session_report" if meeting.is_past else "session_announcement"
    if is_titled_agenda(context):
        return "session_announcement"
    if (noticed := _noticed(findings)) is not None:
        return noticed
    if not findings.of(Agreement) and is_told_to_decide(context):
        return "session_report"
    if is_static(context):
        return "other"
    asked = None if is_told or is_about_plan(context) else asked_kind(context)
    return asked or _told(context, findings, is_told=is_told) or asked_kind(context) or "other"


#: Events of which a document is the notice or report.
_EVENT_KINDS = {
    "bureau_meeting": "bureau_meeting",
    "committee_meeting": "committee_meeting",
    "competition": "recruitment",
}


def _noticed(findings: Findings) -> str | None:
    """What a document gives notice of, in the order in which notices are read."""
    if findings.of(Tender):
        return "tender"
    if findings.of(Grant):
        return "grants"
    if findings.of(Petition):
        return "petition"
    for consultation in findings.of(Consultation):
        return CALL_KINDS.get(consultation.kind_code, "consultation")
    for event in findings.of(Event):
        if event.kind_code in _EVENT_KINDS:
            return _EVENT_KINDS[event.kind_code]
    return None


def _is_of_signing(findings: Findings) -> bool:
    """Whether what a document tells of is a signing; an agreement may be the ground of something else."""
    events = findings.of(Event)
    if any(e.kind_code == "signing" for e in events):
        return True
    has_day = any(e.start_date.precision_code == "day" for e in events)
    return any(a.signed_date.precision_code == "day" or not has_day for a in findings.of(Agreement))


def _told(context: DocumentContext, findings: Findings, *, is_told: bool) -> str | None:
    """What a document is about that gives notice of nothing: a plan, an agreement, what took place or will."""
    if is_about_plan(context):
        return "plan"
    if _is_of_signing(findings) or (is_titled_agreement(context) and not findings.of(Event)):
        return "agreement"
    if (m := _BODY.search(fold(context.title or ""))) is not None:
        tell(_BODY.id, m.group(), "title")
        return "consultation"
    if findings.of(Event) or (findings.facts and any(_NEWS.search(s.text) for s in context.sentences[:8])):
        return "news"
    if is_told:
        return "news"
    for text in (fold(context.title or ""), *(s.text for s in context.sentences[:3])):
        if m := _ACTIVITIES.search(text):
            tell(_ACTIVITIES.id, m.group(), text[:40])
            return "news"
    return None


def kind_by_hints(context: DocumentContext, form: Form | None) -> str:
    """What a page of which nothing else was told may be, by its title's occasion or its section; else 'other'."""
    if form is not None or is_static(context):
        return "other"
    if is_titled_news(context) or is_news_address(context.source_url) or tells_or_invites(context):
        return "news"
    return "other"
