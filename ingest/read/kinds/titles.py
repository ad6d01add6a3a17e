"""What a page is by its title: a title that says it plainly counts before what the page comes to speak of.

A title says it by what stands in it first. One that names a session is of that session, one with a verb tells of
something that happened: neither is the name of a list, a plan or a call.
"""

from __future__ import annotations

from ingest.read.context import DocumentContext
from ingest.read.kinds.meetings import OPENING
from ingest.read.kinds.plans import names_plan
from ingest.read.rules import Rule, tell
from ingest.read.told_acts import is_told
from ingest.text.fold import fold

_NOTICE = r"^ [\W\d_]* (?: {notice_of} [\W_]+ (?:(?:de|d|du|of)[\W_]+)? )?"
_DECISIONS = Rule(
    "kind.title_decisions",
    _NOTICE + r"(?: {summary_of_decisions} | {decisions_taken} )",
    (
        "مقررات المجلس – الدورة العادية لشهر ماي",
        "ملخص مقررات دورة ماي",
        "Relevé des décisions de la session de mai",
        "Décisions prises par le conseil",
        "Decisions taken in the May session",
    ),
    ("المجلس يصادق على مقررات", "How decisions are made"),
)
_MINUTES = Rule(
    "kind.title_minutes",
    _NOTICE + r"{minutes_of}",
    ("محضر الجلسة الأولى", "مستخرج من محضر الدورة", "Extrait du procès-verbal", "PV de la session", "Minutes of"),
    ("محضر فتح الأظرفة", "Procès-verbal d'ouverture des plis", "Ten minutes of silence"),
)
_PETITION = Rule(
    "kind.title_petition",
    "{petition}",
    ("قبول عريضة حول الإنارة", "العرائض", "Suite donnée à une pétition", "Petitions: how to submit one"),
    ("عرض الأشغال",),
)
_ASKS = Rule(
    "kind.title_asks_views",
    "{asks_views}",
    (
        "إعلان عن بحث علني",
        "شاركونا آراءكم",
        "استشارة عمومية حول مخطط السير",
        "Avis d'enquête publique",
        "Donnez votre avis",
        "The new park: tell us what you think",
    ),
    ("المجلس الاستشاري", "avis d'appel d'offres", "consultation médicale"),
)
_CONCERTS = Rule(
    "kind.title_concerts",
    _NOTICE + "{concertation_meeting}",
    ("ورشة تشاورية حول البرنامج", "Réunion de concertation", "Consultation workshop"),
    ("ورشة تكوينية",),
)
_INVITES = Rule("kind.invites", "{takes_place}", ("تدعو الجماعة", "aura lieu", "will be held"), ("نظمت الجماعة",))
_COMPETITION = Rule(
    "kind.title_recruitment",
    _NOTICE + "{recruitment_notice}",
    ("إعلان عن مباراة توظيف", "Avis de concours", "Appel à candidatures : un poste", "Recruitment of two engineers"),
    ("مباراة ودية", "Concours de dessin"),
)
_TENDER = Rule(
    "kind.title_tender",
    _NOTICE + r"(?: open[ ] )? {tender_notice}",
    ("سمسرة عمومية لكراء السوق", "Avis d'appel d'offres ouvert", "Open call for tenders no. 4", "بيع بالمزاد العلني"),
    ("طلبات العروض",),
)
_MEMBERS = Rule(
    "kind.title_members",
    r"^ [\W\d_]* {members_of}",
    ("تشكيلة المجلس", "لائحة أعضاء المجلس", "Composition du bureau", "Les élus", "Members of the council"),
    ("دور أعضاء المجلس", "Formation des membres"),
)
_DOCUMENTS = Rule(
    "kind.title_documents",
    r"^ [\W\d_]* {documents_noun} (?:[\W_]+ (?:{documents_noun}|{documents_rest}))* [\W\d_]* $",
    ("وثائق للتحميل", "المنشورات", "Formulaires et guides à télécharger", "Forms and publications", "Downloads"),
    ("الوثائق المطلوبة للحصول على الرخصة", "Publications du registre foncier"),
)
_AGREEMENT = Rule(
    "kind.title_agreement",
    _NOTICE + "{agreement_title}",
    (
        "تجديد اتفاقية النقل",
        "ميثاق توأمة بين بني خيال ومدينة أخرى",
        "Signature d'une convention",
        "Jumelage avec une ville",
        "Twinning charter",
    ),
    ("المصادقة على اتفاقية شراكة", "Vote d'une convention"),
)
_OCCASION = Rule(
    "kind.title_occasion",
    r"^ [\W\d_]* {occasion}",
    ("تعزية ومواساة", "هنيئا للبطلات", "حملة نظافة بحي النور", "Condoléances", "Congratulations to our champions"),
    ("الصحة",),
)
_SESSION = Rule(
    "kind.title_session", "{session_noun}", ("دورة ماي", "la session", "the session"), ("جدول", "la formation")
)
_AGENDA = Rule(
    "kind.title_agenda",
    _NOTICE + r"{agenda_of} [^.]{0,30} {session_noun}",
    ("جدول أعمال الدورة العادية", "Ordre du jour de la session de juin", "Agenda of the May session"),
    ("جدول أعمال اجتماع اللجنة", "Ordre du jour épuisé"),
)
_WISHES = Rule(
    "kind.good_wishes",
    "{good_wishes}",
    ("يتقدم الرئيس بأحر التعازي", "présente ses sincères condoléances", "heartfelt condolences"),
    ("العزاء",),
)
_TELLS = Rule(
    "kind.title_tells",
    "(?: {took_place} | {takes_place} | {has_met} | {visits} | {receives} | {comes_together} | {acts} )",
    ("أعضاء المجلس في زيارة للورش", "les élus ont visité", "council members met"),
    ("تشكيلة المجلس",),
)
_ACTIVITIES = Rule(
    "kind.title_activities",
    r"^ [\W\d_]* {annual_activities}",
    ("حصيلة أنشطة الرئاسة بين دورتين", "Rapport d'activités 2023", "Annual activity report"),
    ("أنشطة رياضية",),
)
_STATIC = Rule(
    "kind.title_static",
    r"^ [\W\d_]* {static_title}",
    ("كلمة السيد رئيس الجماعة", "نبذة عن الإقليم", "Mot du président", "Espace associations", "About the council"),
    ("الرئيس يستقبل وفدا", "Le président reçoit"),
)
#: A title is no sentence: what is longer tells more than what the page is.
_MOST_CHARS = 110
#: Sentences in which good wishes are said.
_SAID = 2
#: Kinds by a title that says what the page is, whatever it tells; those that a session may be about stand first.
_OF_SESSION = (("decision_list", _DECISIONS), ("minutes", _MINUTES))
#: What a report of activities is: of none of the sessions between which they took place.
ACTIVITY_REPORT = "news"
#: Kinds of pages that tell of a session and of nothing else.
OF_SESSIONS = tuple(kind for kind, _ in _OF_SESSION)
_NOTICES = (
    ("petition", _PETITION),
    ("consultation", _ASKS),
    ("recruitment", _COMPETITION),
    ("tender", _TENDER),
)
_LISTS = (("members_list", _MEMBERS), ("publication_list", _DOCUMENTS))
#: Kinds of pages that list what is, and tell of nothing.
LISTS = (*(kind for kind, _ in _LISTS), "budget")


def titled_kind(context: DocumentContext) -> str | None:
    """The kind that a title says; None where it says none. A heading stands for the title of a page without one."""
    title = fold(context.title or "")
    if not title and context.sentences and context.sentences[0].is_line:
        title = context.sentences[0].text
    if not title or len(title) > _MOST_CHARS:
        return None
    found = _by_rule(title, (*_OF_SESSION, (ACTIVITY_REPORT, _ACTIVITIES)))
    if found is not None or _SESSION.search(title):
        return found
    if (found := _by_rule(title, _NOTICES)) is not None:
        return found
    if _CONCERTS.search(title) and not is_told(context) and any(_INVITES.search(s.text) for s in context.sentences[:2]):
        return _by_rule(title, (("consultation", _CONCERTS),))
    tells = _TELLS.search(title)
    if tells is None and (found := _by_rule(title, _LISTS)) is not None:
        return found
    if tells is None and names_plan(title):
        return "plan"
    return None


def is_titled_agreement(context: DocumentContext) -> bool:
    """Whether a title is that of an agreement."""
    title = fold(context.title or "")
    return not _SESSION.search(title) and _by_rule(title, (("agreement", _AGREEMENT),)) is not None


def is_titled_news(context: DocumentContext) -> bool:
    """Whether a title names an occasion of which sites tell; what is still to come is a notice, and no news."""
    title = fold(context.title or "")
    if any(_INVITES.search(s.text) for s in context.sentences[:2]):
        return False
    if _SESSION.search(title):
        return False
    return _by_rule(title, (("news", _OCCASION),)) is not None or any(
        _by_rule(s.text, (("news", _WISHES),)) for s in context.sentences[:_SAID]
    )


def is_static(context: DocumentContext) -> bool:
    """Whether a title is that of a page which stands on a site for good."""
    return _by_rule(fold(context.title or ""), (("other", _STATIC),)) is not None


def titles_session(context: DocumentContext) -> bool:
    """Whether the title names a session."""
    return _SESSION.search(fold(context.title or "")) is not None


def is_titled_agenda(context: DocumentContext) -> bool:
    """Whether a title is that of the agenda of a session."""
    return _by_rule(fold(context.title or ""), (("session_announcement", _AGENDA),)) is not None


def names_session(context: DocumentContext) -> bool:
    """Whether the opening speaks of a session."""
    return any(_SESSION.search(s.text) for s in context.sentences[:OPENING])


def _by_rule(title: str, rules: tuple[tuple[str, Rule], ...]) -> str | None:
    for kind, rule in rules:
        if m := rule.search(title):
            tell(rule.id, m.group(), "title")
            return kind
    return None
