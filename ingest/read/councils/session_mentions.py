"""Every mention of a council's session in a document: whose, of which kind, month and number, and its own days.

A sitting, a bureau's meeting, a training 'session', what the law says of sessions in general and sessions of other
bodies are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from ingest.read.context import DocumentContext, Sentence
from ingest.read.councils.session_patterns import (
    GENERAL,
    LATER_SITTING,
    LEVELS,
    MONTH,
    OTHER_BODY,
    OTHER_OWNER,
    OWNED,
    TRAINING,
)
from ingest.read.dated import Dated, Role
from ingest.read.rules import Rule, choice_of, tell, verbose
from ingest.territory.gazetteer import Mention as Place
from ingest.text.dates import MONTHS, PartialDate
from ingest.text.fold import fold, fold_pattern
from ingest.text.numbers import ORDINAL

#: Between the name of a session and its month: "of the month of", a colon, a dash, a bracket.
_OF = (
    r"(?:[ ]?[:(,-][ ]?"
    r"|لشهر[ ]"  # a space is missing before it
    r"|[ ](?:(?:ال)?(?:مقررة|مبرمجة|مرتقبة|منعقدة|مزمعة|مزمع[ ]عقدها)[ ]|(?:prevue|programmee|tenue)[ ]"
    r"|(?:scheduled|held|planned)[ ])?(?:في|خلال|en|in)[ ](?:شهر[ ])?"
    r"|[ ](?:لشهر|شهر|برسم[ ]شهر|برسم|عن[ ]شهر|من[ ]شهر|au[ ]titre[ ](?:du[ ]mois[ ])?(?:de[ ]|d')"
    r"|du[ ]mois[ ](?:de[ ]|d')|de[ ]|d'|du[ ]|for[ ](?:the[ ]month[ ]of[ ])?|of[ ](?:the[ ]month[ ]of[ ])?)[ ]?)"
)
_YEAR = (
    r"(?:[ ]?,?[ ]?(?:من[ ](?:سنة|عام)[ ]|سنة[ ]|لسنة[ ]|عام[ ]|لعام[ ]|برسم[ ]سنة[ ]|de[ ]l'(?:annee|an)[ ])?"
    r"(?P<year>20\d\d)(?!\d))"
)
_YEAR_ALONE = rf"[ ]?{_OF}?{_YEAR.replace('<year>', '<year_alone>')}"
_MONTH = rf"(?P<month>{MONTH})(?!\w)"
_NUMBER = r"(?:[ ](?:رقم|عدد|n°|no|numero|number)[ ]?(?P<number>\d{1,2})(?![\d.]))?"
_ORDINAL = rf"(?:[ ]{verbose(ORDINAL)})?"
_KIND = r"(?:(?P<ordinary>{ordinary!})|(?P<extra>{extraordinary!}|غير[ ](?:ال)?عادية))(?:(?!\w)|(?=لشهر[ ]))"
_NOUN_AR = r"(?<!\w)(?:[ولبفك])?(?:ال|لل)?دور(?:ة|ته|تها|تهم|تي)(?!\w)"

#: The forms in which pages name sessions, the more telling first.
FORMS: tuple[Rule, ...] = (
    Rule(
        "session.by_kind",
        rf"(?:{_NOUN_AR}|(?<!\w)sessions?){_ORDINAL}[ ]{_KIND}{_ORDINAL}{_NUMBER}"
        rf"(?:{_OF}{_MONTH}{_YEAR}?|{_YEAR_ALONE})?",
        (
            "الدورة العادية لشهر ماي 2026",
            "دورته الاستثنائية رقم 3",
            "session ordinaire du mois d'octobre 2023",
            "session extraordinaire - novembre 2025",
            "دورة غير عادية",
        ),
        ("دورة تكوينية عادية", "séance ordinaire"),
        ("دور", "session"),
    ),
    Rule(
        "session.month_before_kind",
        rf"{_NOUN_AR}(?:[ ]شهر)?[ ]{_MONTH}(?:[ ](?P<year_before>20\d\d))?[ ]{_KIND}{_YEAR}?",
        ("دورة أكتوبر العادية لسنة 2025", "دورة أكتوبر 2021 العادية"),
        stems=("دور",),
    ),
    Rule(
        "session.kind_before_noun",
        rf"(?<!\w)(?:(?P<month_before>{MONTH})[ ](?:(?P<year_before>20\d\d)[ ])?)?{_KIND}"
        rf"[ ](?:(?P<month_between>{MONTH})[ ](?:(?P<year_between>20\d\d)[ ])?)?sessions?"
        rf"(?:{_OF}{_MONTH}{_YEAR}?|{_YEAR_ALONE})?",
        (
            "extraordinary session for August",
            "October 2023 ordinary session",
            "ordinary February 2025 session",
            "ordinary session of the month of May 2021",
        ),
        stems=("session",),
    ),
    Rule(
        "session.by_month",
        rf"(?:{_NOUN_AR}|(?<!\w)sessions?)(?:[ ]شهر[ ]|[ ]لشهر[ ]|[ ]برسم[ ]شهر[ ]"
        rf"|[ ](?:du[ ]mois[ ])?(?:de[ ]|d')|[ ]of[ ]|[ ])"
        rf"{_MONTH}{_YEAR}?",
        ("دورة مارس 2020", "session d'octobre 2023", "session of March"),
        ("دورة تكوينية لشهر مارس",),
        ("دور", "session"),
    ),
)
CATCH_UP = "session.catch_up"
#: A session named by what it stands in for, and one named by a pronoun and its month.
_CATCH_UP = Rule(
    CATCH_UP,
    rf"{_NOUN_AR}[ ]{{catch_up}}|(?<!\w)sessions?[ ]{{catch_up}}|(?<!\w){{catch_up}}[ ]session",
    ("عقد دورة استدراكية", "une session de rattrapage", "a make-up session"),
    ("دورة تكوينية", "une séance de rattrapage"),
    ("دور", "session"),
)
_BY_PRONOUN = Rule(
    "session.by_pronoun",
    rf"(?<!\w)(?:celle[ ](?:du[ ]mois[ ])?(?:de[ ]|d')|(?:that|the[ ]one)[ ](?:of|for)[ ]"
    rf"|تلك[ ](?:(?:ال)?(?:خاصة|متعلقة)[ ]ب|(?:ال)?(?:منعقدة|مقررة)[ ](?:في[ ]|خلال[ ]))(?:شهر[ ])?){_MONTH}{_YEAR}?"
    rf"(?:,?[ ](?:egalement[ ]|aussi[ ]|elle[ ]aussi[ ]|also[ ](?:an[ ])?)?{_KIND})?",
    ("celle de juin 2025, également ordinaire", "that of June 2025", "تلك المقررة في يونيو 2025"),
    ("celle du maire", "that of the commune"),
)
#: Nouns that such a pronoun may stand for as well.
_OTHER_NOUN = re.compile(
    fold_pattern(
        r"(?<!\w)(?:reunion|seance|convention|rencontre|edition|decision|deliberation|subvention|commission|annee"
        r"|periode|meeting|edition|grant|decision|اتفاقية|جلسة|منحة|نسخة|ميزانية)s?(?!\w)"
    )
)
_A_SESSION = re.compile(fold_pattern(r"(?:دور(?:ة|ات|ته|تها)|sessions?)(?!\w)"))
#: One that somebody asks for, refuses, denies.
_ASKED_FOR = Rule(
    "session.asked_for",
    r"{asked_for} [^.;]{0,80} {to_convene} [ ](?:une[ ]|la[ ]|an?[ ]|the[ ]|d'une[ ]|de[ ]la[ ])?(?:ال)?$",
    (
        "ont demandé au président de convoquer une ",
        "طالب الأعضاء بعقد ",
        "asked the president to call an ",
        "dément la tenue d'une ",
    ),
    ("a convoqué une ", "تقرر عقد ", "will hold an "),
)
#: Another month of the same name: "دورتي فبراير وماي 2024", "les sessions de février et de mai".
_AND_MONTH = re.compile(
    fold_pattern(rf"[ ]?(?:,|و|et|and)[ ]?(?:celle[ ])?(?:de[ ]|d'|of[ ]|شهر[ ])?{_MONTH}{_YEAR}?".replace("[ ]", " "))
)
#: Behind a month: of the year from which the document speaks.
_THIS_YEAR = re.compile(
    fold_pattern(
        r" ?,? ?(?:من |ل|خلال )?(?:نفس|ذات) (?:السنة|العام)|,? (?:من |ل)?(?:السنة|العام) (?:الجاري\w*|الحالي\w*)"
        r"|,? de (?:la meme annee|l'annee en cours|cette annee)|,? of (?:the same|this) year"
    )
)
_STEMS = (fold("دور"), "session")
#: No sentence names more sessions: what goes on is no sentence, and costs no more.
_MOST_NAMED = 40
_NAMES = choice_of((*FORMS, _CATCH_UP, _BY_PRONOUN))
#: Between a day and the session that is called for it.
_CALLED_IN = re.compile(fold_pattern(r"[ ,]*(?:en|une|pour une|in|in an?|an?|for an?|في(?: إطار)?|لعقد)? ?"))
#: Between two sessions that are named together.
_COORDINATED = re.compile(r" ?(?:و|(?:et|and|,) ?(?:la |the |de la |celle )?\w)$")
_LINE_YEAR = re.compile(rf"\W*(?:{fold('سنة')} |{fold('عام')} |annee |year )?(20\d\d)\W*")
_SAID_DAY = re.compile(rf"(?:{fold('يوم')}ه?|{fold('بتاريخ')}|le|on) $")
_SITTING_REACH = 45
#: Roles in which a day can be a session's own.
OWN_ROLES: frozenset[Role] = frozenset(("held", "session", "planned", "moved_to", "start", "unbound"))


@dataclass(frozen=True)
class SessionMention:
    """A session named at folded offsets [start, end) of a sentence."""

    sentence: Sentence
    start: int
    end: int
    rule_id: str
    kind: str
    """ordinary, extraordinary or unstated."""
    month: int | None
    year: int | None
    number: int | None
    collectivity_id: str | None
    low: int
    """Where its clause begins: behind the mention before it."""
    high: int
    """Where its clause ends: before the next mention."""
    days: tuple[Dated, ...]
    """The days of its clause that can be its own, the likeliest first."""
    is_coordinated: bool
    """It is named together with the one before it."""
    is_this_year: bool
    """Its words say that it is of the year from which the document speaks."""
    is_council_stated: bool
    """Its sentence names the council whose it is."""
    is_of_others: bool
    """A body that is no council of ours holds it."""

    @property
    def words(self) -> str:
        return self.sentence.folded.raw(self.start, self.end)


def session_mentions(context: DocumentContext) -> list[SessionMention]:
    """Every mention in order."""
    found: list[SessionMention] = []
    year: int | None = None
    for s in context.sentences:
        if (m := _LINE_YEAR.fullmatch(s.text)) is not None:
            year = int(m[1])
        elif s.has(_STEMS) and not GENERAL.search(s.text):
            found += _in_sentence(context, s, year)
    return found


def _in_sentence(context: DocumentContext, s: Sentence, heading_year: int | None) -> Iterator[SessionMention]:
    named = _named(s.text)
    for i, (rule, m) in enumerate(named):
        low = named[i - 1][1].end() if i else 0
        high = named[i + 1][1].start() if i + 1 < len(named) else len(s.text)
        # "le 8 janvier en session ordinaire, puis le 26 janvier en session extraordinaire": each its own day
        # before it.
        if i + 1 < len(named) and (day := _right_before(s, high)) is not None:
            high = day.start
        if i and (day := _right_before(s, m.start())) is not None:
            low = day.start
        if TRAINING.search(s.text, m.start(), min(len(s.text), m.end() + 30)):
            continue
        if (asked := _ASKED_FOR.search(s.text, low, m.start())) is not None:
            tell(_ASKED_FOR.id, asked.group(), m.group(), overruled_by=_ASKED_FOR.id)
            continue
        g = m.groupdict()
        month = g.get("month") or g.get("month_before") or g.get("month_between")
        year = g.get("year") or g.get("year_before") or g.get("year_between") or g.get("year_alone")
        days = _days(s, m, low, high)
        if year is None and heading_year is not None and not any(d.date.year for d in days):
            year = str(heading_year)
        told = _month_told(s, low, high) if month is None and not days else None
        others = _other_months(s.text, m) if month else []
        if year is None and others:
            year = next((o["year"] for o in others if o["year"]), None)
        kind = "ordinary" if g.get("ordinary") else "extraordinary" if g.get("extra") else "unstated"
        mention = replace(
            of_words(context, s, m, kind, rule.id),
            month=MONTHS[month] if month else told.month if told else None,
            year=int(year) if year else told.year if told else None,
            number=int(g["number"]) if g.get("number") else None,
            low=low,
            high=high,
            days=tuple(days),
            is_coordinated=i > 0 and _COORDINATED.match(s.text, low, m.start() + 1) is not None,
        )
        yield mention
        for other in others:
            own = int(other["year"]) if other["year"] else mention.year
            yield replace(mention, month=MONTHS[other["month"]], year=own, number=None, days=(), is_coordinated=True)


def of_words(context: DocumentContext, s: Sentence, m: re.Match[str], kind: str, rule_id: str) -> SessionMention:
    """A mention by the words that name it, with whose it is; its month and days are not looked for."""
    place = _acting(s, m)
    return SessionMention(
        sentence=s,
        start=m.start(),
        end=m.end(),
        rule_id=rule_id,
        kind=kind,
        month=None,
        year=None,
        number=None,
        collectivity_id=place.collectivity_id if place else context.last_place(s, len(s.text), _levels(s, m)),
        low=0,
        high=len(s.text),
        days=(),
        is_this_year=_THIS_YEAR.match(s.text, m.end()) is not None,
        is_council_stated=place is not None and place.is_council,
        is_of_others=_is_of_others(s, m),
        is_coordinated=False,
    )


def _other_months(text: str, m: re.Match[str]) -> list[re.Match[str]]:
    """The months that a name of sessions goes on with."""
    found: list[re.Match[str]] = []
    at = m.end()
    while len(found) < len(MONTHS) and (other := _AND_MONTH.match(text, at)) is not None:
        found.append(other)
        at = other.end()
    return found


def _named(text: str) -> list[tuple[Rule, re.Match[str]]]:
    """The names of sessions in a folded sentence, none inside another."""
    found: list[tuple[Rule, re.Match[str]]] = []
    for rule in _NAMES.standing_in(text):
        for m in islice(rule.regex.finditer(text), _MOST_NAMED):
            if rule is _BY_PRONOUN and not _is_of_session(text, m):
                continue
            if not any(m.start() < o.end() and o.start() < m.end() for _, o in found):
                found.append((rule, m))
    return sorted(found, key=lambda f: f[1].start())


def _is_of_session(text: str, m: re.Match[str]) -> bool:
    """Whether a pronoun stands for a session: named before it in its sentence, with no other noun between."""
    before = max((x.end() for x in _A_SESSION.finditer(text, 0, m.start())), default=None)
    return before is not None and _OTHER_NOUN.search(text, before, m.start()) is None


def _days(s: Sentence, m: re.Match[str], low: int, high: int) -> list[Dated]:
    """Days of a mention's clause that can be its own: of its own month first, then behind its name, then in order."""
    g = m.groupdict()
    name = g.get("month") or g.get("month_before") or g.get("month_between")
    month = MONTHS[name] if name else None
    own = [d for d in s.dated if d.role in OWN_ROLES and d.date.precision == "day" and low <= d.start < high]
    inside = [d for d in own if not (m.start() <= d.start and d.date.end <= m.end()) and _agrees(s.text, d, m, month)]
    ahead = _right_before(s, m.start())
    held = [d for d in inside if d.role == "held"]

    def rank(d: Dated) -> tuple[bool, ...]:
        # Behind another session's name a day is that session's; a second sitting does not begin a session.
        is_before_name = d.start < m.start() and (month is None or low > 0)
        # "Qui devait se tenir le 12, s'est tenue le 20": what was planned is not what was.
        return (
            d.role == "planned" and any(_is_behind(h, d) for h in held),
            d is not ahead,
            _is_of_later_sitting(s.text, d),
            d.role == "unbound",
            is_before_name,
        )

    if month is None:
        return sorted(inside, key=lambda d: (*rank(d), d.start))
    return sorted(inside, key=lambda d: (d.date.month != month, *rank(d), d.start))


def _is_behind(one: Dated, other: Dated) -> bool:
    """Whether a day is told behind another one and comes after it."""
    return one.start > other.start and (one.date.value or "") > (other.date.value or "")


def _is_of_later_sitting(text: str, d: Dated) -> bool:
    return LATER_SITTING.search(text, max(0, d.start - _SITTING_REACH), d.start) is not None


def _right_before(s: Sentence, at: int) -> Dated | None:
    """The day that stands right before the name of a session, by which the session is called."""
    before = next((d for d in reversed(s.dated) if d.date.end <= at), None)
    is_near = (
        before is not None and before.date.precision == "day" and _CALLED_IN.fullmatch(s.text, before.date.end, at)
    )
    return before if is_near else None


def _month_told(s: Sentence, low: int, high: int) -> PartialDate | None:
    """The one month that a clause names for a session without month and day: "In May 2025, at its ordinary session"."""
    months = [d.date for d in s.dated if d.date.precision == "month" and low <= d.start < high]
    is_own = len(months) == 1 and not any(d.role in ("law", "letter") for d in s.dated if d.date is months[0])
    return months[0] if is_own and months[0].year is not None else None


def _agrees(text: str, d: Dated, m: re.Match[str], month: int | None) -> bool:
    """Whether a day can be a session's of that month: of another month only where it stands behind it as its day.

    An ordinary session may go on in the month behind its own.
    """
    if month is None or d.date.month in (None, month):
        return True
    is_said = d.date.weekday is not None or _SAID_DAY.search(text, max(0, d.start - 12), d.start) is not None
    return is_said and d.start > m.start() and d.role != "unbound"


def _is_of_others(s: Sentence, m: re.Match[str]) -> bool:
    """Whether a session is held by a body that is no council of ours, where the sentence names no council."""
    place = _acting(s, m)
    if place is not None and place.is_council:
        return False
    return (
        OTHER_BODY.search(s.text, 0, m.start()) is not None
        or OTHER_OWNER.search(s.text[m.end() : m.end() + 60]) is not None
    )


def _acting(s: Sentence, m: re.Match[str]) -> Place | None:
    """Whose session it is: the council that the sentence names nearest to it; where it names none, the collectivity.

    A site tells of others' sessions too.
    """
    named = [p for p in s.places if not p.is_city]  # A council whose name is left open is nobody else's.
    councils = [p for p in named if p.is_council]
    for p in councils:
        if p.start > m.end() and OWNED.search(s.text[max(0, p.start - 14) : p.start]):
            return p
    if not councils and any(pattern.search(s.text) for _, pattern in LEVELS):
        return None  # "The council of the commune": which one, the document around says, not a place that is named too.
    return min(councils or named, key=lambda p: min(abs(p.start - m.end()), abs(m.start() - p.end)), default=None)


def _levels(s: Sentence, m: re.Match[str]) -> tuple[str, ...]:
    """Levels of collectivities whose council the words around a mention name; none where they name no council."""
    near = s.text[max(0, m.start() - 90) : m.end() + 60]
    return next((levels for text in (near, s.text) for levels, pattern in LEVELS if pattern.search(text)), ())
