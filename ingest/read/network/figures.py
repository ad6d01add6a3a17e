"""Statements: figures and states of affairs as a source gives them (OGP, the network, enrolments).

Relations: exactly, more_than, less_than, about, states (no number). Nothing is added up and nothing is reconciled here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.organizations import lexicon
from ingest.records import Statement
from ingest.text.dates import PartialDate
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold
from ingest.text.numbers import ORDINALS, number_of, number_pattern
from ingest.text.numerals.relations import related

LAUNCH = _p(
    r"إطلاق|أطلق|تأسيس|تأسس|أسس|إحداث|أحدث|إنشاء|أنشئ|lance|lancement|cree|creation|fonde|fondation|constitue|nee? en"
    r"|vu le jour"
)
_JOIN = _p(r"انضم|التحق|انخرط|adhere|adhesion|rejoint|rallie|integre")
_LOCAL = _p(
    r"محلي|لا مركزي|لامركزي|ترابي|حصري|مركزية الأعضاء|ogp ?-? ?local|pgo[ -]local|locales|locaux|infranational"
    r"|territoriales|exclusi|reserve|local"
)
#: Relations of the grammar of numbers → those of the published list.
_RELATIONS = {"at_least": "more_than", "up_to": "less_than"}
_COUNTS_OGP = [
    (
        "founding_government_count",
        number_pattern(r"(?P<n>{N}) (?:حكومات|حكومة|دول|دولة|gouvernements|pays|etats)(?! (?:وطنية|nationa))"),
    ),
    (
        "national_member_count",
        number_pattern(
            r"(?P<n>{N}) (?:حكومة وطنية|حكومات وطنية|دولة عضوا?|دول أعضاء|gouvernements nationaux|pays membres"
            r"|etats membres|membres nationaux)"
        ),
    ),
    (
        "action_plan_count",
        number_pattern(r"(?P<n>{N}) (?:خطط عمل|خطة عمل|مخططات? عمل|مخطط عمل|برامج عمل|plans? d'action)"),
    ),
    ("commitment_count", number_pattern(r"(?P<n>{N}) (?:التزاما|التزامات|التزام|engagements?)(?!\w)")),
    (
        "local_member_count",
        number_pattern(
            r"(?P<n>{N}) (?:سلطات?|سلطة|عضوا محليا|أعضاء محليين|جماعات? ترابية|حكومات? محلية|هيئات? محلية"
            r"|(?:entites|autorites|collectivites|gouvernements|membres|administrations|pouvoirs)(?: publi(?:que|c)s)?"
            r"(?: decentralisee?s)?,? (?:locales|locaux|territoriales|infranationa\w+|regiona\w+|decentralise\w+))"
        ),
    ),
]
_HOLDS = _p(
    r"(?<!\w)و?(?:ت|ي)?ضم(?:ت)?(?!\w)|تتكون|يتكون|تتألف|مكونة من|أصبح(?:ت)? تضم|compte|comprend|regroupe|rassemble"
    r"|reunit|compose|constitue de|forme de"
)
_COMPOSITION = [
    (
        "member_region_count",
        number_pattern(r"(?P<n>{N}) (?:جهات?|جهة|مجالس? جهوية|مجلسا جهويا|conseils regionaux|regions?)(?!\w)"),
    ),
    (
        "member_province_count",
        number_pattern(
            r"(?P<n>{N}) (?:مجالس? (?:إقليمية|الأقاليم|أقاليم|عمالات)(?: ?/? ?و?(?:ال)?(?:عمالات|أقاليم|أقاليم))?"
            r"|مجلسا إقليميا|(?:عمالات|عمالة|أقاليم|إقليما|إقليم)(?: و(?:أقاليم|عمالات|إقليما?))?"
            r"|conseils? (?:provinciaux|prefectoraux|de prefectures?(?: et (?:de )?provinces?)?|de provinces?)"
            r"(?: et (?:provinciaux|prefectoraux))?|prefectures?(?: (?:et|ou) provinces?)?"
            r"|provinces?(?: (?:et|ou) prefectures?)?)(?!\w)"
        ),
    ),
    (
        "member_commune_count",
        number_pattern(
            r"(?P<n>{N}) (?:جماعات|جماعة|مجلسا جماعيا|مجالس جماعية|communes?|conseils communaux|municipalites)(?!\w)"
            r"(?! (?:ترابية|territoriale))"
        ),
    ),
    (
        "member_total_count",
        number_pattern(
            r"(?P<n>{N}) (?:جماعات? ترابية|جماعة ترابية|عضوا|أعضاء|عضو|collectivites territoriales|membres"
            r"|collectivites)(?!\w)"
        ),
    ),
]
#: '66 in the first phase, 60 in the second, 102 in the third': who joined when.
_PHASES = number_pattern(
    r"(?P<n>{N})(?: (?:جماعات ترابية|جماعة ترابية|جماعات|جماعة|عضوا|أعضاء|أخرى|جديدة|جديدا"
    r"|collectivites(?: territoriales)?|membres|nouveaux membres|nouvelles collectivites|autres))*"
    r"[^.,;:\d]{0,25}?(?:(?:ال)?(?:مرحلة|فوج|دفعة) (?P<o>{O})|(?P<f>{O}) (?:phase|cohorte|vague))"
)
_CURRENT_PLAN = _p(r"خطة العمل الوطنية|plan d'action national|plan national")
_CHAFAFIYA = _p(r"انخراط|انخرط|انضمام|انضم|adhesion|adhere|enrol|inscri|rejoint|ralli|integr")
_OWN_SITE = _p(
    r"(?:إحداث|أحدث|إنشاء|أنشأ|إطلاق|أطلق|cre(?:e|er|ation)|lanc\w+|mis(?:e)? (?:en place|en ligne)|s'est dote|dote)"
    r"(?: [^.]{0,30})? (?:موقعا? إلكتروني|بوابة إلكترونية خاصة"
    r"|(?:d'un |un |son |propre )?(?:propre )?site (?:internet|web|electronique))"
)
_SITE_STEMS = tuple(fold(w) for w in ("موقع", "بوابة", "site"))
_COUNCIL_WORD = _p(r"(?<!\w)(?:المجلس|conseil)(?!\w)")
_SOLE = _p(r"(?:الجماعة|الجهة) (?:المغربية )?الوحيدة|(?:seule|unique) (?:commune|region|municipalite|collectivite)")
_SPEECH = _p(
    r"كشفت?|أكدت?|مشيرا|مشيرة|أشارت?|أوضحت?|قالت?|صرحت?|أبرزت?|أضافت?|مضيفا|مضيفة|مبرزا|مبرزة|indiqu|soulign|precis"
    r"|ajout|declar|affirm|rappel|relev|signal|fait savoir|a dit|selon elle|selon lui|s'est felicite"
)
_UN = _p(r"(?:ال)?جمعية العامة للأمم المتحدة|assemblee generale (?:des nations[ -]unies|de l'onu)")


def relation(sentence: Sentence, at: int) -> str:
    """What the words before a number make of it."""
    found = related(sentence.text, at, at).relation
    return _RELATIONS.get(found, found)


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What a source says of a measure: a number, a date, words, or no more than that it is so."""

    relation_code: str = "exactly"
    count: int | None = None
    date: PartialDate | None = None
    words: str | None = None
    by_code: str = "document"
    by_function_code: str | None = None

    @property
    def key(self) -> str:
        """What tells this value of a measure from others."""
        if self.count and self.words:
            return f"{self.count}|{self.words}"
        return str(self.count or (self.date and self.date.value) or self.words or "")


class _Writer:
    """Writes the statements of one document."""

    def __init__(self, context: DocumentContext, out: Emitter) -> None:
        self.context = context
        self.out = out
        self.as_of = context.published.isoformat() if context.published else None

    def write(self, s: Sentence, start: int, end: int, subject: str, measure: str, said: _Said) -> None:
        """One statement, in the words of folded [start, end) of a sentence."""
        self.out.add(
            Statement(
                natural_key=f"{subject}|{measure}|{said.key}|{said.relation_code}|{self.context.source_url}",
                subject_kind_code=subject.split("|")[0],
                subject_key=subject.split("|", 1)[1] if subject.startswith("collectivity|") else subject,
                measure_code=measure,
                relation_code=said.relation_code,
                value_count=said.count,
                value_date=said.date.value if said.date else None,
                value_date_precision_code=said.date.precision if said.date else None,
                value_text=said.words,
                value_raw=self.out.public(s.folded.raw(start, end)),
                stated_by_code=said.by_code,
                stated_by_function_code=said.by_function_code,
                as_of_date=self.as_of,
                origin=self.out.at(s, start, end),
            )
        )


def read_figures(context: DocumentContext, out: Emitter, speaker: str | None) -> None:
    """Statements of one document. `speaker`: function code of the person whose speech it reports, if any."""
    writer = _Writer(context, out)
    network_open = False
    if not context.names_organizations:
        for s in context.sentences if context.has(_SITE_STEMS) else ():
            _enrolments(context, s, writer, speaker)
        return
    for s in context.sentences:
        _ogp(s, writer)
        is_network = s.names("remacto")
        if is_network or (network_open and s.text.startswith(("و", "il ", "elle ", "le reseau"))):
            _network(s, writer)
        network_open = is_network
        _enrolments(context, s, writer, speaker)
        _sole(s, writer)


def _organization(writer: _Writer, s: Sentence, key: str) -> str:
    start, end = 0, min(len(s.text), 1)
    for n in s.organizations:
        if n.organization.key == f"organization|{key}":
            start, end = n.start, n.end
            break
    return writer.out.mention(lexicon()[key], s, start, end)


def _ogp(s: Sentence, w: _Writer) -> None:
    if not (s.names("ogp") or s.names("ogp_local")):
        return
    subject: str | None = None
    for i, date in enumerate(s.dates):
        if date.year is None or date.basis != "stated":
            continue
        before = s.text[s.dates[i - 1].end if i else 0 : date.start]
        after = s.text[date.end : s.dates[i + 1].start if i + 1 < len(s.dates) else len(s.text)]
        near = before + after[:90]
        is_local = bool(_LOCAL.search(before[-160:])) or bool(_LOCAL.search(after[:90]))
        if _JOIN.search(near) or not (LAUNCH.search(near) or (is_local and _OPENED.search(near))):
            continue
        if date.precision == "day" and not LAUNCH.search(before[-120:]):
            continue
        subject = _organization(w, s, "ogp")
        measure = "opened_to_local_on" if is_local else "launched_on"
        _date_statement(w, s, subject, measure, date)
    launched = subject is not None and LAUNCH.search(s.text) is not None
    if launched and (m := _UN.search(s.text)):
        words = w.out.public(s.folded.raw(m.start(), m.end()))
        w.write(s, m.start(), m.end(), subject or "", "launched_at", _Said(relation_code="states", words=words))
        w.out.mention(lexicon()["un_general_assembly"], s, m.start(), m.end())
    has_plan_holder = bool(s.places) or _CURRENT_PLAN.search(s.text) is not None
    for measure, pattern in _COUNTS_OGP:
        for m in pattern.finditer(s.text):
            number = number_of(m)
            if number is None:
                continue
            if measure == "founding_government_count" and not launched:
                continue
            if measure in ("action_plan_count", "commitment_count") and has_plan_holder:
                continue
            if measure == "local_member_count" and not _LOCAL.search(s.text):
                continue
            subject = _organization(w, s, "ogp")
            said = _Said(relation_code=relation(s, m.start()), count=number)
            w.write(s, m.start(), m.end(), subject, measure, said)


_OPENED = _p(
    r"إلى غاية|(?<!\w)و?(?:منذ|انفتحت?|فتحت?|فتح)(?!\w)|مفتوحة? (?:أمام|في وجه)|ouverte? aux|s'est (?:ouvert|elargi)"
    r"|depuis|jusqu|exclusi|reserve|s'ouvr"
)


def _date_statement(w: _Writer, s: Sentence, subject: str, measure: str, date: PartialDate) -> None:
    w.write(s, date.start, date.end, subject, measure, _Said(date=date))


def _network(s: Sentence, w: _Writer) -> None:
    founded = LAUNCH.search(s.text)
    if founded and s.names("remacto"):
        date = s.date_in(founded.start(), len(s.text)) or s.date_in(0, founded.start())
        if (
            date
            and date.value
            and not _JOIN.search(s.text[min(founded.start(), date.start) : max(founded.end(), date.end)])
        ):
            _date_statement(w, s, _organization(w, s, "remacto"), "founded_on", date)
    for m in _PHASES.finditer(s.text):
        number = number_of(m)
        if number is not None:
            phase = str(ORDINALS[m["o"] or m["f"]])
            said = _Said(relation_code=relation(s, m.start()), count=number, words=phase)
            w.write(s, m.start(), m.end(), _network_of(s, w), "member_joined_count", said)
    holds = _HOLDS.search(s.text)
    if not holds:
        return
    hits = []
    for measure, pattern in _COMPOSITION:
        for m in pattern.finditer(s.text, holds.end()):
            number = number_of(m)
            if number is not None:
                hits.append((measure, m, number))
    if not any(measure != "member_total_count" for measure, _, _ in hits) and not s.names("remacto"):
        return
    for measure, m, number in hits:
        said = _Said(relation_code=relation(s, m.start()), count=number)
        w.write(s, m.start(), m.end(), _network_of(s, w), measure, said)


def _network_of(s: Sentence, w: _Writer) -> str:
    return _organization(w, s, "remacto") if s.names("remacto") else w.out.mention(lexicon()["remacto"], s, 0, 1)


def _enrolments(context: DocumentContext, s: Sentence, w: _Writer, speaker: str | None) -> None:
    portal_named = _CHAFAFIYA.search(s.text) if s.names("chafafiya") else None
    own_site = _OWN_SITE.search(s.text)
    if portal_named is None and own_site is None:
        return
    said = _Said(relation_code="states")
    if _SPEECH.search(s.text):
        said = replace(said, by_code="speaker", by_function_code=speaker)
    if (m := portal_named) is not None:
        portal = next(n for n in s.organizations if n.organization.key == "organization|chafafiya")
        first, last = min(m.start(), portal.start), max(m.end(), portal.end)
        places = [p for p in s.places if first - 90 <= p.start < last and p.collectivity_id] or []
        ids = [p.collectivity_id for p in places] or [context.last_place(s, first)]
        for collectivity_id in ids[:1] if m.start() < portal.start and len(ids) == 1 else ids:
            if collectivity_id:
                w.write(s, first, last, f"collectivity|{collectivity_id}", "enrolled_in_chafafiya", said)
        w.out.mention(portal.organization, s, portal.start, portal.end)
    if (m := own_site) is not None:
        own = [p for p in s.places if m.start() - 120 <= p.start < m.end() and p.collectivity_id]
        collectivity_id = own[-1].collectivity_id if own else None
        if collectivity_id is None and _COUNCIL_WORD.search(s.text[max(0, m.start() - 60) : m.end()]):
            collectivity_id = context.last_place(s, m.start(), council=True)
        if collectivity_id:
            w.write(s, m.start(), m.end(), f"collectivity|{collectivity_id}", "has_own_website", said)


def _sole(s: Sentence, w: _Writer) -> None:
    if not s.organizations or not (s.names("ogp") or s.names("ogp_local") or s.names("remacto")):
        return
    m = _SOLE.search(s.text)
    if m is None:
        return
    near = [p for p in s.places if p.collectivity_id and m.start() - 80 <= p.start <= m.end() + 60 and not p.is_city]
    if near:
        nearest = min(near, key=lambda p: abs(p.end - m.start()))
        subject = f"collectivity|{nearest.collectivity_id}"
        w.write(s, m.start(), m.end(), subject, "sole_member_of_its_kind", _Said(relation_code="states"))
