"""Events and who took which part in them; only the roles that the source states, and a venue is a place, not a role."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.events.actors import Actor, add_participation, read_actor, read_actors
from ingest.records import Event, StatedDate
from ingest.text.dates import PartialDate
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold, fold_pattern

#: Kinds of event by their nouns, the longer first; family groups the nouns that 'this meeting' may point back to.
_KINDS: list[tuple[str, str, str]] = [
    (
        "training",
        "workshop",
        r"(?:ال)?ورشة (?:ال)?تكوينية|(?:ال)?ورشة (?:ال)?تدريبية|(?:ال)?دورة (?:ال)?تكوينية|(?:ال)?دورة (?:ال)?تدريبية"
        r"|atelier de formation|session de formation|formation(?: a distance| en ligne)",
    ),
    ("workshop", "workshop", r"(?:ال)?ورشة|atelier(?! de formation)"),
    (
        "study_meeting",
        "meeting",
        r"(?:ال)?لقاء (?:ال)?دراسيا?|(?:ال)?يوما? (?:ال)?دراسيا?|rencontre d'etudes?|journee d'etudes?"
        r"|reunion d'etudes?",
    ),
    (
        "regional_meeting",
        "meeting",
        r"(?:ال)?لقاء (?:ال)?جهويا?|(?:ال)?ملتقى (?:ال)?جهويا?|(?:rencontre|reunion|conference|sommet) regionale?",
    ),
    (
        "communication_meeting",
        "meeting",
        r"(?:ال)?لقاء (?:ال)?تواصليا?|(?:ال)?لقاء (?:ال)?إخباريا?|rencontre de communication|reunion de communication"
        r"|rencontre d'information|reunion d'information",
    ),
    (
        "consultation_meeting",
        "meeting",
        r"(?:ال)?لقاء (?:ال)?تشاوريا?|rencontre de concertation|reunion de concertation|rencontre consultative",
    ),
    ("seminar", "meeting", r"(?:ال)?ندوة|seminaire"),
    ("forum", "meeting", r"(?:ال)?ملتقى|(?:ال)?منتدى|(?:ال)?مؤتمر|forum(?!\w)|conference"),
    ("meeting", "meeting", r"(?:ال)?لقاء(?!ات)|rencontre(?!s)|reunion(?!s)"),
]
_NOUN = re.compile(
    "|".join(f"(?P<k{i}>(?<!\\w)(?:[وبل]|ال)?(?:{fold_pattern(p)})(?!\\w))" for i, (_, _, p) in enumerate(_KINDS))
)
_HOLD = _p(
    r"(?<!\w)و?(?:احتضنت?|احتضان|نظمت?|نظموا|تنظيم|ينظم|تنظم|انعقدت?|انعقاد|عقدت?|عقد|شهدت?|شاركت?|أطلقت?|اختتمت?"
    r"|افتتحت?|انطلقت?|a (?:organise|tenu|abrite|accueilli|lance|ouvert|co-organise)|ont (?:organise|tenu)"
    r"|(?:a|ont) ete (?:organisee?s?|tenue?s?|lancee?s?)|s'est (?:tenue?|deroulee?)|se sont (?:tenue?s|deroulee?s)"
    r"|organis(?:ation|e|ee)|tenue d|abrite|accueille|organise|s'est ouverte?)(?!\w)"
)
_FUTURE = _p(
    r"(?<!\w)(?:س[تين]\w{3,}|من المرتقب|من المنتظر|يرتقب|المزمع|se tiendra|aura lieu|sera|seront|est prevue?"
    r"|organisera|abritera)"
)
_THIS = _p(
    r"(?<!\w)و?(?:هذه|هذا|خلال هذا|خلال هذه|cette|cet|ce|ladite|ledit) $|(?<!\w)و?(?:ت|ي)?عرفت? $|(?<!\w)و?شهدت? $"
)
_DEFINITE_START = _p(r"^(?:[وبل])?(?:ال|لل)")
_PARTICIPLE = _p(r"^(?:organisee?|initiee?|tenue?|prevue?)s? |^و?شاركت? في ")
_REMOTE = _p(r"عن بعد|عبر الأنترنت|عبر الإنترنت|عن طريق تقنية|a distance|en ligne|par visioconference|en visio")
_ROLE_ORGANISER = _p(
    r"(?:نظمها|نظمه|ينظمها|تنظمها|ينظمه|تنظمه|نظمته|نظمتها|من تنظيم|بمبادرة من|organisee?s? (?:par|a l'initiative de)"
    r"|a l'initiative d[eu]|initiee? par)"
)
_ROLE_SUPPORT = _p(
    r"(?:بدعم من|وبدعم من|بدعم|avec (?:l'appui|le soutien|l'aide|le concours) d(?:es |u |e |')|soutenue? par"
    r"|appuyee? par)"
)
_ROLE_FRAME = _p(r"(?<!نفس )في إطار(?! هذا| ذلك| نفس)|ضمن فعاليات|dans le cadre d(?:es |u |e |')|s'inscri\w+ dans")
_ROLE_PARTICIPANTS = _p(
    r"(?:(?<!\w)بمشاركة|(?<=, )مشاركة|(?<!\w)بحضور|وحضور|avec la participation d(?:es |u |e |')"
    r"|en presence d(?:es |u |e |')|a (?:reuni|rassemble) (?:les |des )?|جمعت|حضرها|حضره"
    r"|شاركت? في (?:هذه|هذا) (?:ال)?(?:ورشة|لقاء|ندوة|اجتماع|يوم الدراسي)|la participation d(?:es |u |e |'))"
)
_ROLE_BENEFICIARY = _p(
    r"(?:لفائدة|لصالح|au profit d(?:es |u |e |')|au benefice d(?:es |u |e |')|destinee? (?:aux? |a )"
    r"|a destination d(?:es |u |e |'))"
)
_ROLE_PARTNER = _p(
    r"(?:بشراكة مع|وبشراكة مع|بتعاون مع|بتنسيق مع|en partenariat avec|en collaboration avec|en cooperation avec)"
)
_ROLE_SUPERVISOR = _p(
    r"(?:تحت إشراف|بإشراف|sous la supervision d(?:es |u |e |')|sous l'egide d(?:es |u |e |')"
    r"|sous la tutelle d(?:es |u |e |')|supervisee? par)"
)
#: A role phrase ends where the next one starts, or at a clause break that no list continues.
_STOP = _p(
    r"(?<!\w)و?(?:بدعم|بشراكة|بتعاون|في إطار|لفائدة|تحت إشراف|بهدف|من أجل|قصد|الرامي|الذي|التي|رامت|تروم|يروم|يهدف"
    r"|تهدف|يتوخى|حيث|في شهر|خلال|بمقر|يوم|وتضم|أعضاء الشبكة)(?!\w)|\b(?:avec l|dans le cadre|au profit|sous la"
    r"|afin|en vue|visant|qui |pour objectif|vise|a pour|en partenariat|lors|a laquelle|auquel|dont|se tient|tenue?"
    r"|ce mardi|ce lundi|ce mercredi|ce jeudi|ce vendredi|ce samedi|a ete|a eu|s'inscrit|aura)"
)
_NAMELY = _p(r"وهي|وهم|(?<!\w)هي(?!\w)|ويتعلق الأمر ب|:|a savoir|notamment|soit(?= l)|qui sont")
_PLACE = _p(
    r"(?P<lead>(?<!\w)(?:بمقر|في مقر|بقاعة|بدار|بفضاء|بمركز|au siege d(?:es |u |e |')|a la salle|au centre|a la maison"
    r"|a la wilaya|dans les locaux d(?:es |u |e |')|au palais|a l'hotel|au dar|a dar)(?:(?<= )|(?<=')|(?!\w)))"
    r"(?P<name>[^,.()\"]{2,80})"
)
_HOST_PLACE = _p(
    r"(?<!\w)و?(?:احتضنت?|احتضان|شهدت?|abrite|accueilli|accueille) (?P<name>[^,.]{2,70}?)"
    r"(?=,| خلال| يوم| اليوم| في شهر| (?:ال)?لقاء| (?:ال)?ورشة| (?:ال)?ندوة| (?:ال)?ملتقى)"
)
_IN_CITY = re.compile(r"(?<!\w)ب(?=[ء-ي]{3})|(?<!\w)(?:a|au|aux) (?=[a-z])")
_PROGRAMME = _p(
    r"(?P<name>(?:هذا|هذه|ce|cette) (?:ال)?(?:برنامج|مشروع|مبادرة|programme|projet|initiative)"
    r"|(?:البرنامج|le programme)(?= (?:يتم تنفيذه|ينفذ|est (?:mis en oeuvre|execute|realise|pilote))))"
)
_PROGRAMME_STEMS = tuple(fold(w) for w in ("هذا", "هذه", "البرنامج", "ce ", "cette ", "le programme"))
_CONSULT = _p(
    r"(?:ارتقاب|يرتقب|المرتقب|المرتقبة|المزمع|سيتم|ستتم|ستنظم|سيجري|prev\w+|attend\w+|devrai\w+|seront|sera)"
    r"(?:[^.]{0,60}?)(?P<noun>(?:ال)?استشارات|(?:ال)?مشاورات|(?:ال)?استشارة|consultations?|concertations?)"
)
_CONSULT_STEMS = tuple(fold(w) for w in ("استشار", "مشاور", "consultation", "concertation"))
_SAID = _p(r"(?<!\w)و?(?:قالت?|أكدت?|أوضحت?|صرحت?|أبرزت?|أشارت?|كشفت?|شددت?|اعتبرت?|ذكرت?)(?: (?:أن|ب))? ?")
_SAID_FR = _p(
    r"\b(?:a (?:declare|indique|souligne|precise|affirme|explique|ajoute|rappele|releve|dit)|indique|declare|souligne"
    r"|selon)\b"
)
_SAID_STEMS = tuple(
    fold(w)
    for w in (
        "قال",
        "أكد",
        "أوضح",
        "صرح",
        "أبرز",
        "أشار",
        "كشف",
        "شدد",
        "اعتبر",
        "ذكر",
        "declar",
        "indiqu",
        "soulign",
        "precis",
        "affirm",
        "expliq",
        "ajout",
        "rappel",
        "relev",
        "a dit",
        "selon",
    )
)
_FUNCTIONS: list[tuple[str, str]] = [
    ("vice_president", r"(?:ال)?نائب(?:ة)?(?: أول| الأول| الأولى)? (?:ل)?(?:ال)?رئيسة?|vice-presidente?"),
    ("president", r"(?:ال)?رئيسة?|presidente?"),
    ("secretary_general", r"(?:ال)?كاتبة? (?:ال)?عامة?|secretaire generale?"),
    (
        "director_general",
        r"(?:ال)?مديرة? (?:ال)?عامة?(?! للجماعات)(?: للمصالح)?|direct(?:eur|rice) general(?:e)?(?: des services)?",
    ),
    ("wali", r"(?:ال)?والي|wali"),
    ("governor", r"(?:ال)?عامل(?= |ة)|gouverneure?"),
    ("minister", r"(?:ال)?وزيرة?|ministre"),
    ("member", r"(?:ال)?مستشارة?|(?:ال)?عضوة?|conseillere?"),
    ("coordinator", r"(?:ال)?منسقة?|coordina(?:teur|trice)"),
    ("director", r"(?:ال)?مديرة?|direct(?:eur|rice)"),
]
_FUNCTION = re.compile(
    "|".join(f"(?P<f{i}>(?<!\\w)(?:{fold_pattern(p)})(?!\\w))" for i, (_, p) in enumerate(_FUNCTIONS))
)


@dataclass
class _Event:
    kind: str
    family: str
    status: str
    sentence: Sentence
    start: int
    end: int
    title: str
    date: PartialDate | None = None
    place: str | None = None
    place_id: str | None = None
    is_remote: bool = False
    roles: list[tuple[str, Sentence, Actor]] = field(default_factory=list)
    from_heading: bool = False


@dataclass(frozen=True)
class Speaker:
    """Who is quoted, by function only."""

    sentence: Sentence
    start: int
    end: int
    function: str
    collectivity_id: str | None
    words: str


def find_speaker(context: DocumentContext) -> Speaker | None:
    """The first person whose speech the document reports, as a function; a name is never read."""
    for s in context.sentences if context.has(_SAID_STEMS) else ():
        starts = [m.end() for m in _SAID.finditer(s.text)] if context.language == "ar" else []
        french = _SAID_FR.search(s.text) if context.language != "ar" else None
        if not starts and french is None:
            continue
        for f in _FUNCTION.finditer(s.text):
            spoken = any(0 <= f.start() - e <= 30 for e in starts) or (french is not None)
            if not spoken:
                continue
            place = next((p for p in s.places if f.end() - 2 <= p.start <= f.end() + 25), None)
            end = place.end if place else f.end()
            code = next(_FUNCTIONS[int(k[1:])][0] for k, v in f.groupdict().items() if v)
            collectivity_id = place.collectivity_id if place else None
            return Speaker(s, f.start(), end, code, collectivity_id, s.folded.raw(f.start(), end))
    return None


def read_events(context: DocumentContext, out: Emitter, speaker: Speaker | None, *, is_session: bool) -> None:
    """Events of one document, each with its participations.

    Args:
        is_session: the document announces or reports a council session; its own meeting is a session, not an event.
    """
    events: list[_Event] = []
    for s in () if is_session else context.sentences:
        for e in _new_events(context, s, events):
            events.append(e)
        _anaphoric(context, s, events)
    events.extend(_consultations(context))
    main = next((e for e in events if e.status != "announced"), events[0] if events else None)
    if main is not None and speaker is not None:
        main.roles.append(("speaker", speaker.sentence, _speaker_actor(speaker)))
    for e in events:
        # A heading that nothing else on the page speaks of tells of no event that took or takes place.
        if e.status != "stated" or e.date is not None or e.place is not None or e.roles:
            _emit(context, out, e)
    _programme_roles(context, out)


def _speaker_actor(speaker: Speaker) -> Actor:
    key = f"body|council|{speaker.collectivity_id}" if speaker.collectivity_id else None
    return Actor(
        "function",
        key,
        speaker.words,
        speaker.start,
        speaker.end,
        None,
        speaker.collectivity_id,
        "council" if key else None,
        function=speaker.function,
    )


def _kind_of(m: re.Match[str]) -> tuple[str, str]:
    i = next(int(k[1:]) for k, v in m.groupdict().items() if v)
    return _KINDS[i][0], _KINDS[i][1]


def _new_events(context: DocumentContext, s: Sentence, events: list[_Event]) -> list[_Event]:
    nouns = list(_NOUN.finditer(s.text))
    if not nouns:
        return []
    if s.is_line and s.index == 0 and len(s.text) < 200 and not _HOLD.search(s.text):
        kind, family = _kind_of(nouns[0])
        title = s.folded.raw(nouns[0].start(), len(s.text))
        return [_Event(kind, family, "stated", s, nouns[0].start(), len(s.text), title, from_heading=True)]
    hold = _HOLD.search(s.text)
    if hold is None:
        return []
    kept = [n for n in nouns if _is_new(s, n, hold, context)]
    found: list[_Event] = []
    for i, n in enumerate(kept):
        kind, family = _kind_of(n)
        left = 0 if i == 0 else n.start()
        right = kept[i + 1].start() if i + 1 < len(kept) else len(s.text)
        if quote := s.text.find('",', n.end(), right):
            right = quote if quote > 0 and _quote_closes(s.text, n.end(), quote) else right
        event = _Event(kind, family, "held", s, n.start(), right, _title(s, n, right))
        if _FUTURE.search(s.text[max(0, n.start() - 60) : n.start()]):
            event.status = "announced"
        _fill(context, s, event, left, right)
        same = next(
            (e for e in events if e.kind == kind and e.from_heading and e.date is None and e.place is None), None
        )
        if same is not None:
            same.sentence, same.start, same.end, same.title = s, n.start(), right, event.title
            same.date, same.place, same.place_id, same.is_remote = (
                event.date,
                event.place,
                event.place_id,
                event.is_remote,
            )
            same.roles.extend(event.roles)
            same.from_heading, same.status = False, event.status
            continue
        found.append(event)
    return found


def _quote_closes(text: str, start: int, at: int) -> bool:
    return text.count('"', start, at) % 2 == 0


def _is_new(s: Sentence, n: re.Match[str], hold: re.Match[str], context: DocumentContext) -> bool:
    """An event that the sentence reports as held: near a verb of holding, and not pointed back to."""
    before = s.text[: n.start()]
    if _THIS.search(before) or _THIS.search(before + " "):
        return False
    kind, _ = _kind_of(n)
    if context.language == "ar":
        if _DEFINITE_START.match(n.group()) and kind != "regional_meeting":
            return False
        if hold.start() > n.start():
            return False
        between = s.text[hold.end() : n.start()]
        return len(between) < 120 or _NOUN.search(between) is not None or "اضافه الي" in between
    article = re.search(r"(\w+'|\w+) $", before)
    word = article.group(1) if article else ""
    if word in ("cet", "cette", "ce", "ledit", "ladite"):
        return False
    if word in ("de", "d'", "des") and not re.search(r"(?:organisation|tenue) (?:de |d')$", before):
        return False
    return not (word in ("la", "le", "l'") and kind not in ("regional_meeting", "study_meeting"))


def _title(s: Sentence, n: re.Match[str], right: int) -> str:
    """The noun phrase of the event, up to the first clause break."""
    at = n.start() + (1 if s.text[n.start()] in "وب" and not s.text[n.start() :].startswith(("ورش", "بر")) else 0)
    stop = right
    for m in re.finditer(r"[,.;(]", s.text[at:right]):
        stop = at + m.start()
        break
    for d in s.dates:
        if at < d.start < stop:
            stop = d.start
    if place := _PLACE.search(s.text, at, stop):
        stop = place.start()
    if held := _HOLD.search(s.text, at + 8, stop):
        stop = held.start()
    for role in (_ROLE_BENEFICIARY, _ROLE_SUPPORT, _ROLE_PARTNER, _ROLE_FRAME, _ROLE_ORGANISER):
        if said := role.search(s.text, at + 4, stop):
            stop = said.start()
    text = re.sub(
        fold_pattern(r"(?: شهر| يوم| في| خلال| بمقر| en| ce| le| au mois de| est| sont| a ete)+\s*$"),
        "",
        s.text[at:stop].rstrip(),
    )
    return s.folded.raw(at, at + max(len(text), 1))


def _fill(context: DocumentContext, s: Sentence, e: _Event, left: int, right: int) -> None:
    first = e.date is None
    if first:
        dates = [d for d in s.dates if left <= d.start < right and d.precision != "year" and not _is_reference(s, d)]
        own = [d for d in dates if d.start >= e.start] or dates
        e.date = (own[0] if dates and left >= e.start - 1 else dates[0]) if dates else None
    e.is_remote = e.is_remote or bool(_REMOTE.search(s.text[e.start : right]))
    if e.place is None:
        _place(context, s, e, left, right)
    _roles(context, s, e, left, right)


def _is_reference(s: Sentence, d: PartialDate) -> bool:
    """A date that belongs to a session, a plan or an adoption named beside the event."""
    return (
        re.search(
            fold_pattern(r"(?:دورة|session|قبل|المصادقة|adoption)[^,]{0,30}$"), s.text[max(0, d.start - 40) : d.start]
        )
        is not None
    )


def _place(context: DocumentContext, s: Sentence, e: _Event, left: int, right: int) -> None:
    host = _HOST_PLACE.search(s.text, left, right)
    if host and host.start() <= e.start:
        phrase = s.folded.raw(host.start("name"), host.end("name"))
        if not any(host.start("name") <= p.start < host.end("name") and p.is_council for p in s.places):
            e.place = phrase
            e.place_id = _city_in(context, s, host.start("name"), host.end("name"))
            return
    if (
        context.language != "ar"
        and (hold := _HOLD.search(s.text, left, right))
        and re.search("abrit|accueil", hold.group())
    ):
        city = [p for p in s.places if left <= p.start < hold.start() and p.is_city]
        at = (
            city[-1].start
            if city
            else max([left, *(m.end() for m in re.finditer(r" que |, ", s.text[: hold.start()]))])
        )
        e.place = re.sub(r"^(?:le |la |l')", "", s.folded.raw(at, hold.start()).strip(" ,"), flags=re.IGNORECASE)
        e.place_id = _city_in(context, s, at, hold.start())
        return
    if m := _PLACE.search(s.text, left, right):
        stop = m.end()
        for d in s.dates:
            if m.start() < d.start < stop:
                stop = d.start
        if cut := _STOP.search(s.text, m.end("lead"), stop):
            stop = cut.start()
        at = m.start("lead") + (1 if s.text[m.start("lead")] == "ب" else 0)
        words = s.text[at:stop].rstrip(" ,")
        if conj := re.search(fold_pattern(r"\s(?:إضافة|شهر|في شهر|en|ce|et (?:une?|la|le|l'))(?:\s|$)"), words):
            words = words[: conj.start()]
        e.place = re.sub(r"^(?:au |à la |à l'|a la |dans les |à |À )", "", s.folded.raw(at, at + len(words)))
        e.place_id = _city_in(context, s, at, at + len(words))
        return
    for p in s.places:
        if left <= p.start < right and p.is_city and p.collectivity_id:
            e.place, e.place_id = s.folded.raw(p.start, p.end), p.collectivity_id
            return
    for m in _IN_CITY.finditer(s.text, left, right):
        hit = context.gazetteer.match_bare(s.text, m.end(), ("commune",))
        if hit:
            e.place, e.place_id = s.folded.raw(m.end(), hit[0]), hit[1]
            return


def _city_in(context: DocumentContext, s: Sentence, start: int, end: int) -> str | None:
    """The commune named inside a place phrase (مدينة X, بX, à X); a region or province in it is not a venue."""
    for p in s.places:
        if start <= p.start < end and p.is_city:
            return p.collectivity_id
    for m in _IN_CITY.finditer(s.text, start, end):
        if hit := context.gazetteer.match_bare(s.text, m.end(), ("commune",)):
            return hit[1]
    return None


def _phrase_end(s: Sentence, start: int, right: int, *, lists: bool) -> int:
    """Where the noun phrase after a role word ends."""
    end = right
    if cut := _STOP.search(_masked(s), start + 1, right):
        end = cut.start()
    if not lists:
        quoted = s.text[start:end].lstrip()
        if quoted.startswith('"'):
            at = s.text.index('"', start)
            close = s.text.find('"', at + 1)
            if 0 < close < end:
                return close + 1
        if comma := re.search(r"[,.;()]", s.text[start:end]):
            end = start + comma.start()
    return end


def _masked(s: Sentence) -> str:
    text = s.text
    for n in s.organizations:
        text = text[: n.start] + "_" * (n.end - n.start) + text[n.end :]
    return text


def _roles(context: DocumentContext, s: Sentence, e: _Event, left: int, right: int) -> None:
    for role, pattern in (
        ("organiser", _ROLE_ORGANISER),
        ("supporter", _ROLE_SUPPORT),
        ("partner", _ROLE_PARTNER),
        ("supervisor", _ROLE_SUPERVISOR),
    ):
        if m := pattern.search(s.text, left, right):
            listed = read_actors(context, s, m.end(), _phrase_end(s, m.end(), right, lists=True))
            e.roles.extend((role, s, a) for a in listed)
    if m := _ROLE_FRAME.search(s.text, left, min(right, e.start + 140) if left <= e.start else right):
        actor = read_actor(context, s, m.end(), _phrase_end(s, m.end(), right, lists=False))
        if actor is not None and actor.kind == "organization":
            e.roles.append(("frame", s, actor))
    if m := _ROLE_PARTICIPANTS.search(s.text, left, right):
        e.roles.extend(("participant", s, a) for a in _participants(context, s, m.end(), right))
    if m := _ROLE_BENEFICIARY.search(s.text, max(left, e.start), right):
        end = right
        if comma := re.search(r"[,.;]", s.text[m.end() : right]):
            end = m.end() + comma.start()
        actor = read_actor(context, s, m.end(), end, groups=True)
        if actor is not None:
            e.roles.append(("beneficiary", s, actor))
    _subject_organiser(context, s, e, left)


def _subject_organiser(context: DocumentContext, s: Sentence, e: _Event, left: int) -> None:
    """'The council organised a workshop': the subject of an active verb of organising."""
    if any(r == "organiser" for r, _, _ in e.roles):
        return
    if context.language == "ar":
        m = re.search(fold_pattern(r"(?<!\w)و?(?:نظمت?|ينظم|تنظم|عقدت?) "), s.text[left : e.start])
        if m:
            stop = e.start
            if comma := re.search(r",", s.text[left + m.end() : stop]):
                stop = left + m.end() + comma.start()
            actor = read_actor(context, s, left + m.end(), stop)
            if actor is not None:
                e.roles.append(("organiser", s, actor))
        return
    m = re.search(r"\b(?:a|ont) (?:organise|tenu|co-organise)\b|\borganise\b(?! par)", s.text[left : e.start])
    if m:
        places = [p for p in s.places if left <= p.start < left + m.start() and p.collectivity_id]
        known = [n for n in s.organizations if left <= n.start < left + m.start()]
        if known and (not places or known[0].start < places[0].start):
            n = known[0]
            name = s.folded.raw(n.start, n.end)
            actor = Actor("organization", n.organization.key, name, n.start, n.end, n.organization)
        elif places:
            actor = read_actor(context, s, places[0].start, places[0].end)
        else:
            actor = read_actor(context, s, left, left + m.start())
        if actor is not None:
            e.roles.append(("organiser", s, actor))


def _participants(context: DocumentContext, s: Sentence, start: int, right: int) -> list[Actor]:
    """Named participants; after 'namely' the listed bodies stand for the group before it."""
    named = _NAMELY.search(s.text, start, right)
    members = (
        re.match(fold_pattern(r"\s*(?:أعضاء|عضوات|(?:de |des |les )*(?:membres))"), s.text[start:right]) is not None
    )
    if named:
        listed = read_actors(context, s, named.end(), right)
        bodies = [a for a in listed if a.kind in ("body", "council", "organization", "collectivity")]
        if bodies:
            return [_as_members(a) if members else a for a in bodies]
    end = _phrase_end(s, start, right, lists=True)
    return [
        _as_members(a) if members and a.kind == "body" else a for a in read_actors(context, s, start, end, groups=True)
    ]


def _as_members(actor: Actor) -> Actor:
    return Actor(
        actor.kind,
        actor.key,
        actor.name,
        actor.start,
        actor.end,
        actor.organization,
        actor.collectivity_id,
        actor.body_kind,
        True,
        actor.function,
    )


def _anaphoric(context: DocumentContext, s: Sentence, events: list[_Event]) -> None:
    """A sentence about 'this workshop' adds to the event it points back to."""
    if not events:
        return
    for n in _NOUN.finditer(s.text):
        before = s.text[: n.start()]
        pointed = _THIS.search(before) or (
            _DEFINITE_START.match(n.group())
            and re.search(
                fold_pattern(r"(?:^|و)(?:وعرفت|عرفت|وشهدت|وعرف|وشهد|عرف|شهد|خلال|وخلال|ويأتي|وتأتي) $"), before
            )
        )
        if context.language != "ar" and not pointed:
            pointed = re.search(r"^(?:la |l'|le )$", before) or re.search(r"(?:^|, )(?:cette|cet|ce) $", before)
        if not pointed:
            continue
        kind, family = _kind_of(n)
        known = [
            e
            for e in events
            if (e.family == family and e.sentence.index < s.index) or (e.sentence is s and e.from_heading)
        ]
        if not known:
            continue
        same_kind = [e for e in known if e.kind == kind]
        target = same_kind[0] if same_kind else known[0]
        if target.sentence is s:
            return
        saved = (target.start, target.end)
        target.start = n.start()
        # 'Organised by …, this workshop …': what the participle says stands before the noun.
        left = 0 if _PARTICIPLE.match(s.text) else n.start()
        _roles(context, s, target, left, len(s.text))
        if target.date is None and re.search(
            fold_pattern(r"انعقد|ينعقد|نظم|tenue?|organis|se tient|deroul"), s.text[n.end() : n.end() + 40]
        ):
            dates = [d for d in s.dates if n.end() <= d.start < n.end() + 60 and d.precision in ("day", "weekday")]
            target.date = dates[0] if dates else None
        target.start, target.end = saved
        return


def _consultations(context: DocumentContext) -> list[_Event]:
    for s in context.sentences if context.has(_CONSULT_STEMS) else ():
        m = _CONSULT.search(s.text)
        if m:
            title = s.folded.raw(m.start("noun"), m.end("noun"))
            return [_Event("consultation", "consultation", "announced", s, m.start(), m.end(), title)]
    return []


def _emit(context: DocumentContext, out: Emitter, e: _Event) -> None:
    when = e.date
    if when and when.value and when.precision == "day" and e.place_id:
        key = f"event|{e.kind}|{when.value}|{e.place_id}"
    else:
        key = f"event|{e.kind}|{fold(e.title)[:80]}|{context.source_url}"
    title = out.public(e.title)
    out.add(
        Event(
            natural_key=key,
            kind_code=e.kind,
            status_code=e.status,
            title=title,
            start_date=StatedDate.of(when),
            start_month=when.month if when else None,
            start_weekday_code=when.weekday_code if when else None,
            place_name=out.public(e.place) if e.place else None,
            place_collectivity_id=e.place_id,
            is_remote=e.is_remote,
            origin=out.at(e.sentence, e.start, min(e.end, e.start + 260)),
        )
    )
    for role, s, actor in e.roles:
        add_participation(out, s, actor, activity_kind="event", activity_key=key, activity_name=title, role=role)


def _programme_roles(context: DocumentContext, out: Emitter) -> None:
    """'This programme is carried out under the supervision of …': the programme keeps the source's words."""
    for s in context.sentences:
        m = _PROGRAMME.search(s.text) if s.has(_PROGRAMME_STEMS) else None
        if m is None:
            continue
        name = s.folded.raw(m.start("name"), m.end("name"))
        for role, pattern in (
            ("supervisor", _ROLE_SUPERVISOR),
            ("partner", _ROLE_PARTNER),
            ("supporter", _ROLE_SUPPORT),
        ):
            if at := pattern.search(s.text, m.end()):
                for actor in read_actors(context, s, at.end(), _phrase_end(s, at.end(), len(s.text), lists=True)):
                    add_participation(
                        out, s, actor, activity_kind="programme", activity_key=None, activity_name=name, role=role
                    )
