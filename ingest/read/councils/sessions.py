"""Council sessions and their agendas: announced or held, ordinary or extraordinary, with legal month and year.

A sitting, a bureau meeting or a training 'session' is not a council session. The legal calendar (communes February,
May, October; regions March, July, October; provinces January, June, September) is a check in dbt, not a default here.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from ingest.read.context import DocumentContext, Sentence
from ingest.read.councils.agenda import read_agenda
from ingest.read.councils.outcomes import find_outcome
from ingest.read.emit import Emitter
from ingest.read.lines import Line, entry_of
from ingest.records import Finding, Session, Sitting, StatedDate
from ingest.territory.gazetteer import Mention
from ingest.text.dates import MONTHS, PartialDate, find_dates
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold, fold_pattern
from ingest.text.numbers import NUMBER, ORDINAL, ORDINALS, parse_number

_MONTH = "|".join(sorted((re.escape(m) for m in MONTHS), key=len, reverse=True))
_ORDINARY = r"(?:ال)?عادية|ordinaires?|normale"
_EXTRA = r"(?:ال)?استثنائية|extraordinaires?"
_SESSION = re.compile(
    fold_pattern(
        rf"(?<!\w)(?:[ولبف])?(?:(?:ال|لل)?دورت?(?:ها|ه|ة)?|sessions?)"
        rf"(?: (?:ال)?(?:أولى|ثانية|ثالثة))? (?:(?P<ordinary>{_ORDINARY})|(?P<extra>{_EXTRA}))"
        rf"(?P<tail>(?: (?:رقم|عدد|n°|no|numero) ?\d{{1,2}})?"
        rf"(?:,? ?(?:لشهر|شهر|برسم شهر|برسم|du mois d[e']|de|d'|au titre du mois d[e']|du) ?(?:{_MONTH})(?: (?:من سنة |سنة |لسنة |de l'annee )?20\d\d)?)?)"
    )
)  # fmt: skip
_SESSION_STEMS = (fold("دور"), "session")
#: 'In the ordinary October session of 2025': the month stands before the kind.
_MONTH_FIRST = re.compile(
    fold_pattern(
        rf"(?<!\w)(?:[ولبف])?(?:ال|لل)?دورت?(?:ها|ه|ة)?(?: شهر)? (?P<month>{_MONTH}) (?:(?P<ordinary>{_ORDINARY})|(?P<extra>{_EXTRA}))"
        rf"(?P<tail>(?: (?:لسنة|سنة|من سنة|برسم سنة|لعام))? ?(?P<year>20\d\d)?)"
    )
)
_MONTH_SESSION = re.compile(
    fold_pattern(rf"(?<!\w)(?:خلال |في |ب)?(?:دورة|دورته|session d[e'u] ?)(?: شهر)? ?(?P<month>{_MONTH})(?!\w)")
)
_NUMBER = re.compile(fold_pattern(r"(?:رقم|عدد|n°|no|numero) ?(?P<n>\d{1,2})"))
_ANNOUNCED = _p(r"(?<!\w)(?:تقرر عقد|تقرر انعقاد|ستفتتح|سيفتتح|ستعقد|سيعقد|يعقد|تعقد|ينعقد|تنعقد|سينعقد|ستنعقد|يعلن|تعلن|إعلان|دعوة|استدعاء|se tiendra|tiendra|est convoque|sont convoques|avis|convocation|annonce|aura lieu|prochaine?)(?!\w)")  # fmt: skip
#: Of the session itself: what will be is no report, whatever its points speak of.
_FUTURE = _p(
    r"(?<!\w)(?:ستعقد|سيعقد|ستنعقد|سينعقد|سيلتئم|ستلتئم|سيجتمع|يتشرف|يخبر|بإخبار|دعوة|استدعاء|يعلن|se tiendra|tiendra|aura lieu|est convoque|sont convoques)(?!\w)"
)
_HELD = _p(r"(?<!\w)(?<!تقرر )و?(?:عقد|عقدت|انعقدت?|اختتمت?|اختتم|صادق|صادقت|تدارس|ترأس|محضر|أنهى|أنهت|تقرير|احتضنت?|شهدت?|جرت|واصلت?|تابعت?|استأنفت?|تمت دراسة|التأمت?|اجتمعت?|خلصت|تمت المصادقة|صودق|اتخذها|المتخذة|s'est (?:tenue?|reunie?)|reunie? |a delibere|les decisions|a tenu|a adopte|a approuve|proces-verbal|compte rendu|compte-rendu|ont adopte)(?!\w)")  # fmt: skip
_AGENDA = _p(r"جدول (?:ال)?أعمال|(?:ال)?نقط (?:التالية|المدرجة|الآتية)|النقط التالية|ordre du jour|points suivants")
_COUNT = re.compile(
    fold_pattern(
        rf"(?P<n>{NUMBER})(?: \((?P<d>\d{{1,3}})\))? (?:نقط|نقطة|نقاط|points?)(?!\w)|(?<!\w)[بل]?(?P<dual>نقطتين|نقطتان)(?!\w)|(?P<one>نقطة (?:فريدة|وحيدة|واحدة)|(?:un )?point unique|un seul point)"
    )
)
#: The page says that it lists some of the points.
_SOME = _p(
    r"(?<!\w)و?(?:من بين|من بينها|نذكر منها|نذكر من بينها|أبرزها|أهمها|من أهم|ومنها)(?!\w)|\b(?:notamment|parmi|entre autres|dont)\b"
)
_COUNTED = (fold("نقط"), fold("نقاط"), "point")
_SITTING = re.compile(
    fold_pattern(
        rf"(?<!\w)[بف]?(?:ال)?جلس(?:ة|تها|ته) (?:(?P<o>{ORDINAL})|(?P<one>(?:ال)?فريدة|(?:ال)?وحيدة))|(?P<fo>{ORDINAL}) seance|seance (?P<fone>unique)"
    )
)
_PRESENT = re.compile(
    fold_pattern(
        rf"(?:بحضور|حضرها|حضره|(?:عدد )?(?:ال|الأعضاء ال)حاضر(?:ين|ون) ?:?|en presence de|membres presents ?:) ?(?P<n>{NUMBER})(?: عضوا?| أعضاء| عضوة| membres)?(?![\w/])"
    )
)
_MEMBERS = re.compile(
    fold_pattern(
        rf"(?:من أصل|المزاولين مهامهم ?:?|عدد أعضاء المجلس ?:?|membres en exercice ?:?) ?(?P<n>{NUMBER})(?![\w/])"
    )
)
_NO_QUORUM = _p(r"(?:عدم|لعدم) (?:توفر|اكتمال|بلوغ) (?:ال)?نصاب|defaut de quorum|quorum non atteint|faute de quorum")
_BUREAU = _p(r"اجتماع المكتب|مكتب المجلس|ندوة الرؤساء|reunion du bureau|دورة تكوينية|session de formation")
#: A meeting that prepares a session is none, nor is what happens on its margins.
_PREPARED = _p(
    r"(?:هامش|قبيل|عشية|en marge|a la veille|تحضير(?:ا|ية)?|التحضيري|إعداد|استعداد(?:ا|ات)?|تهييء|preparation|preparer|preparatoire|en vue) ?(?:ل|لل|الخاصة ب|de |a |d')?(?:أشغال |جدول أعمال |أعمال |la |les travaux de la |l'ordre du jour de la )?(?:ال|لل|ل)?$"
)
#: What the law says of sessions in general, a question about them.
_GENERAL = _p(
    r"ثلاث مرات|خلال أشهر|تعقد المجالس|(?:ال)?دورات (?:ال)?عادية|يعقد المجلس وجوبا|trois sessions|sessions ordinaires par an|chaque annee|par an(?!\w)"
)
_ADOPTION = _p(r"المصادقة علي|يصادق علي|مصادقة|adoption|approbation|vote")


#: Bodies that hold sessions and are no council of a region, province or commune. Councils of arrondissements are none either: they are no collectivities (ADR 0024).
_OTHERS_AR = (
    r"(?:مجلس |مجالس |رئيس مجلس )?(?:ال)?مقاطع(?:ة|ات)|(?:مجلس )?مجموعة (?:ال)?جماعات|مجلس (?:ال)?مجموعة|مؤسسة (?:ال)?تعاون|(?:ال)?غرفة|(?:ال)?مجلس (?:الإداري|العلمي|الوطني|الأعلى|الاقتصادي|التداولي)"
    r"|مجلس (?:النواب|المستشارين|الجامعة|الإدارة|الحكومة|الوزراء)|(?:ال)?برلمان|(?:ال)?جمعية|(?:ال)?نادي|(?:ال)?هيئة|(?:ال)?لجنة|(?:ال)?جامعة|(?:ال)?أكاديمية|(?:ال)?وكالة|(?:ال)?شركة|(?:ال)?تعاونية|(?:ال)?نقابة|(?:ال)?حزب"
)
_OTHERS_FR = r"conseil (?:d'|de l')arrondissement|groupement|etablissement de cooperation|chambre|conseil (?:d'administration|scientifique|national|superieur|economique)|parlement|association|assemblee generale|club|agence|societe|commission|federation|syndicat|parti |universite"
_HOLDS = r"(?:و?(?:عقدت?|يعقد|تعقد|ستعقد|سيعقد|انعقدت?|تنعقد|ينعقد|اجتمعت?|التأمت?|نظمت?|افتتحت?|اختتمت?|احتضنت?))"
_OTHER_BODY = re.compile(
    fold_pattern(
        rf"^\W*(?:le |la |l'|les )?(?:{_OTHERS_AR}|{_OTHERS_FR})|{_HOLDS} (?:{_OTHERS_AR})(?!\w)|(?:tenue par|organisee par) (?:le |la |l')?(?:{_OTHERS_FR})"
    )
)
#: 'the session of the chamber of …'.
_OTHER_OWNER = re.compile(
    fold_pattern(
        rf"^[ ,]*(?:ل|لل|الخاصة ب|لدى )(?:{_OTHERS_AR})(?!\w)|^[ ,]*(?:de l'|de la |du |des |de |d')(?:{_OTHERS_FR})"
    )
)


@dataclass(frozen=True)
class _Found:
    sentence: Sentence
    start: int
    end: int
    kind: str
    year: int | None
    month: int | None
    number: int | None
    collectivity_id: str | None
    status: str
    date: PartialDate | None


def read_sessions(context: DocumentContext, out: Emitter) -> bool:
    """Sessions and agenda items of one document; True when the document is about a session."""
    found = _titled(context)
    if found is not None:
        key = _emit(context, out, found)
        _sitting(context, out, found, key)
        assert found.collectivity_id is not None
        seen = read_agenda(
            context, out, session_key=key, body_key=f"body|council|{found.collectivity_id}", collectivity_id=found.collectivity_id,
            year=found.year, is_announced=found.status == "announced",
        )  # fmt: skip
        _count_check(context, out, found, seen)
        return True
    for s in context.sentences:
        announced = _announced_by_month(context, s)
        if announced is not None:
            _emit(context, out, announced)
    return False


def _titled(context: DocumentContext) -> _Found | None:
    """The session that a document announces or reports: named in its first lines, as ordinary or extraordinary."""
    found = [(s, m) for s in context.sentences[:6] if (m := _named_session(s)) is not None]
    if any(_is_of_others(s, m) for s, m in found):
        return None
    # A title may say 'the October session' and the next line whose: the first that names a council.
    found.sort(key=lambda f: _acting(*f) is None)
    for s, m in found:
        place = _acting(s, m)
        collectivity_id = place.collectivity_id if place else context.last_place(s, len(s.text))
        if collectivity_id is None:
            return None
        lead = _lead(context)
        head = " ".join(x.text for x in lead)
        day = _day(context)
        month, year = _month_year(m.group("tail"))
        if "month" in m.groupdict():
            month, year = MONTHS[m["month"]], int(m["year"]) if m["year"] else None
        if month is None and m.group("ordinary") and day and day.month:
            month = day.month
        if month is None and m.group("extra") and day and day.month:
            month = day.month
        if year is None and day and day.year:
            year = day.year
        if year is None and context.published is not None and month is not None:
            year = _year_near(month, context.published)
        if year is None:
            continue  # A session of no year is one that nobody can find again.
        number = next(
            (n for x in context.sentences[:8] for t in _SESSION.finditer(x.text) if (n := _NUMBER.search(t["tail"]))),
            None,
        )
        status = (
            "announced"
            if (_ANNOUNCED.search(head) and not _HELD.search(head))
            or any(_FUTURE.search(x.text) and _SESSION.search(x.text) for x in lead)
            else "held"
            if _HELD.search(head)
            else None
        )
        if status is None:
            # An agenda that says nothing of its outcome, or a line below the points that says when the session will be.
            has_agenda = any(
                _AGENDA.search(x.text) or _ANNOUNCED.search(x.text) for x in (*lead, *context.sentences[-3:])
            )
            status = "announced" if has_agenda and not _has_outcome(context) else "held"
        return _Found(
            s, m.start(), m.end(), "ordinary" if m.group("ordinary") else "extraordinary", year, month,
            int(number["n"]) if number else None, collectivity_id, status, day,
        )  # fmt: skip
    return None


def _is_of_others(s: Sentence, m: re.Match[str]) -> bool:
    """Whether a session is held by a body that is no council of ours, where the sentence names no council."""
    place = _acting(s, m)
    if place is not None and place.is_council:
        return False
    return (
        _OTHER_BODY.search(s.text, 0, m.start()) is not None
        or _OTHER_OWNER.search(s.text[m.end() : m.end() + 60]) is not None
    )


def _named_session(s: Sentence) -> re.Match[str] | None:
    """A session of the council that a sentence names by its kind; no bureau, no training, no rule of law."""
    if not s.has(_SESSION_STEMS) or _BUREAU.search(s.text) or _GENERAL.search(s.text):
        return None
    m = _SESSION.search(s.text) or _MONTH_FIRST.search(s.text)
    return None if m is None or _PREPARED.search(s.text, max(0, m.start() - 45), m.start()) else m


def _year_near(month: int, published: dt.date) -> int | None:
    """The year that puts a month at most three months from the publication: reports follow a session, announcements precede it."""
    years = {
        published.year + k: abs((published.year + k - published.year) * 12 + month - published.month)
        for k in (-1, 0, 1)
    }
    nearest = min(years, key=lambda y: years[y])
    return nearest if years[nearest] <= 3 else None


#: Before the council that holds a session: 'the session of …', 'which … held'.
_OWNED = _p(r"(?: ل|(?:عقد|يعقد|ستعقد|نظم|ينظم|تعقد)(?:ها|ه) |tenue par le |du )$")


def _acting(s: Sentence, m: re.Match[str]) -> Mention | None:
    """Whose session it is: the council that the sentence names nearest to the session, a collectivity only where no council is named. A site tells of others' sessions too."""
    named = [p for p in s.places if p.collectivity_id and not p.is_city]
    councils = [p for p in named if p.is_council]
    for p in councils:
        if p.start > m.end() and _OWNED.search(s.text[max(0, p.start - 14) : p.start]):
            return p
    return min(councils or named, key=lambda p: min(abs(p.start - m.end()), abs(m.start() - p.end)), default=None)


def _lead(context: DocumentContext) -> list[Sentence]:
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
            if d.precision != "day" or re.search(
                fold_pattern(r"ظهير|القانون|قانون|dahir|loi n|decret|مرسوم"), s.text[max(0, d.start - 90) : d.start]
            ):
                continue
            return d
    return None


def _month_year(tail: str) -> tuple[int | None, int | None]:
    for d in find_dates(tail):
        if d.month:
            return d.month, d.year
    m = re.search(_MONTH, tail)
    return (MONTHS[m.group()], None) if m else (None, None)


def _announced_by_month(context: DocumentContext, s: Sentence) -> _Found | None:
    """'… before its adoption by the council in its October 2023 session': a session that is announced, no more."""
    for m in _MONTH_SESSION.finditer(s.text):
        before = s.text[max(0, m.start() - 140) : m.start()]
        adoptions = list(_ADOPTION.finditer(before))
        if not adoptions:
            continue
        adoption = adoptions[-1]
        lead = before[: adoption.start()][-40:] + before[adoption.start() :]
        if not re.search(fold_pattern(r"قبل|ارتقاب|في أفق|ستتم|سيتم|انتظار|avant|en vue|prev|devra|sera"), lead):
            continue
        date = s.date_in(m.start(), m.end() + 8)
        by = [p for p in s.places if m.start() - 120 <= p.start < m.start() and p.collectivity_id and not p.is_city]
        near = s.text[max(0, m.start() - 60) : m.start()]
        levels = _levels(near)
        named = [p.collectivity_id for p in by if s.text[p.end : m.start()].count(",") == 0 and p.is_council]
        collectivity_id = named[-1] if named else context.last_place(s, m.start(), levels)
        if collectivity_id is None:
            continue
        return _Found(
            s, m.start(), (date.end if date else m.end()), "unstated", date.year if date else None,
            MONTHS[m.group("month")], None, collectivity_id, "announced", None,
        )  # fmt: skip
    return None


def _levels(near: str) -> tuple[str, ...]:
    if re.search(fold_pattern(r"مجلس الجهة|المجلس الجهوي|conseil regional|conseil de la region"), near):
        return ("region",)
    if re.search(fold_pattern(r"مجلس الجماعة|المجلس الجماعي|conseil communal|conseil de la commune"), near):
        return ("commune",)
    if re.search(fold_pattern(r"المجلس الإقليمي|مجلس الإقليم|conseil provincial|conseil prefectoral"), near):
        return ("province", "prefecture")
    return ()


def _emit(context: DocumentContext, out: Emitter, f: _Found) -> str:
    body = f"body|council|{f.collectivity_id}"
    if f.kind == "extraordinary":
        part = (
            f"n{f.number}"
            if f.number
            else (f.date.value if f.date and f.date.value else f"{f.month}|{context.source_url}")
        )
        key = f"session|{body}|extraordinary|{f.year}|{part}"
    else:
        when = f"{f.year}|{f.month}" if f.year and f.month else context.source_url
        key = f"session|{body}|ordinary|{when}"
    counted = None
    for s in context.sentences[:12] if f.kind != "unstated" else []:
        if any(w in s.text for w in _COUNTED) and (m := _COUNT.search(s.text)):
            counted = 1 if m["one"] else 2 if m["dual"] else int(m["d"]) if m["d"] else parse_number(m["n"] or "")
            break
    out.add(
        Session(
            natural_key=key,
            body_key=body,
            collectivity_id=f.collectivity_id,
            kind_code=f.kind,
            status_code=f.status,
            year=f.year,
            month=f.month,
            number=f.number,
            start_date=replace(StatedDate.of(f.date), flag_code=_flag(f)),
            stated_item_count=counted,
            origin=out.at(f.sentence, f.start, f.end),
        )
    )
    return key


def _count_check(context: DocumentContext, out: Emitter, f: _Found, seen: int) -> None:
    """A document that states another number of points than it lists is told."""
    stated = next((r.stated_item_count for r in out.records if isinstance(r, Session)), None)
    if (
        stated is None
        or seen == 0
        or stated == seen
        or (stated > seen and any(_SOME.search(s.text) for s in context.sentences[:12]))
    ):
        return
    out.add(
        Finding(
            natural_key=f"finding|{out.source_id}|{context.source_url}|item_count_mismatch", finding_code="item_count_mismatch",
            record_name=out.public(context.title or context.source_url)[:600], field_name="stated_item_count", value_raw=f"{stated} / {seen}",
            origin=out.at(f.sentence, f.start, f.end),
        )
    )  # fmt: skip


def _sitting(context: DocumentContext, out: Emitter, f: _Found, session_key: str) -> None:
    """The sitting that a document speaks of: its number, who was there, whether it could be held. A session may have several."""
    lead = _lead(context)
    number = next((m for s in lead if (m := _SITTING.search(s.text))), None)
    present = next((m for s in lead if (m := _PRESENT.search(s.text))), None)
    members = next((m for s in lead if (m := _MEMBERS.search(s.text))), None)
    failed = any(_NO_QUORUM.search(s.text) for s in lead)
    if number is None and present is None and not failed:
        return
    ordinal = (
        None if number is None else 1 if number["one"] or number["fone"] else ORDINALS.get(number["o"] or number["fo"])
    )
    day = f.date.value if f.date else None
    out.add(
        Sitting(
            natural_key=f"{session_key}|sitting|{ordinal or day or context.source_url}", session_key=session_key, sitting_number=ordinal,
            status_code="no_quorum" if failed else f.status, start_date=StatedDate.known(f.date), place_name=None,
            present_count=parse_number(present["n"]) if present else None, member_count=parse_number(members["n"]) if members else None,
            origin=out.at(f.sentence, f.start, f.end),
        )
    )  # fmt: skip


def _flag(f: _Found) -> str | None:
    if f.date is None:
        return None
    if f.date.flag:
        return f.date.flag
    if f.kind == "ordinary" and f.month and f.date.month and f.date.month not in (f.month, f.month % 12 + 1):
        return "month_contradicts_title"
    if f.year and f.date.year and f.date.year != f.year:
        return "year_contradicts_title"
    return None
