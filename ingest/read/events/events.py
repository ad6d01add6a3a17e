"""Events of a document: found where a sentence reports them as held or to come, filled, told."""

from __future__ import annotations

import re

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.events.actors import add_participation
from ingest.read.events.acts import Act, act_of
from ingest.read.events.found import FoundEvent
from ingest.read.events.patterns import (
    CONSULT,
    CONSULT_STEMS,
    DEFINITE_START,
    FUTURE,
    HOLD,
    NOUN,
    PARTICIPLE,
    PLACE,
    REMOTE,
    ROLE_BENEFICIARY,
    ROLE_FRAME,
    ROLE_ORGANISER,
    ROLE_PARTNER,
    ROLE_SUPPORT,
    THIS,
    kind_of,
)
from ingest.read.events.places import find_place
from ingest.read.events.roles import read_programme_roles, read_roles
from ingest.read.events.speaker import Speaker, speaker_actor
from ingest.read.kinds.meetings import Meeting
from ingest.read.not_held import is_denied
from ingest.read.own_days import is_history, last_of, own_dates
from ingest.records import Agreement, Event, StatedDate
from ingest.text.dates import PartialDate
from ingest.text.fold import fold, fold_pattern
from ingest.text.limits import limited


def read_events(
    context: DocumentContext, out: Emitter, speaker: Speaker | None, meeting: Meeting | None, *, is_session: bool
) -> None:
    """Events of one document, each with its participations.

    Args:
        meeting: the body whose meeting the document tells of.
        is_session: the document announces or reports a council session; its own meeting is a session, not an event.
    """
    events: list[FoundEvent] = []
    for s in () if is_session else (s for s in context.sentences if not is_history(s)):
        for e in _new_events(context, s, events):
            events.append(e)
        _anaphoric(context, s, events)
    act = None if is_session else act_of(context, meeting)
    if act is not None:
        _take_act(context, out, act, events)
    events.extend(_consultations(context))
    main = next((e for e in events if e.status != "announced"), events[0] if events else None)
    if main is not None and speaker is not None:
        main.roles.append(("speaker", speaker.sentence, speaker_actor(speaker)))
    for e in events:
        # A heading that nothing else on the page speaks of tells of no event that took or takes place.
        if e.status != "stated" or e.date is not None or e.place is not None or e.roles:
            _emit(context, out, e)
    read_programme_roles(context, out)


def _take_act(context: DocumentContext, out: Emitter, act: Act, events: list[FoundEvent]) -> None:
    """Put what a page tells of among its events: with the event of the same sentence, else as one of its own."""
    same = next((e for e in events if e.sentence is act.sentence or (e.date and e.date.value == act.day.value)), None)
    if same is not None:
        same.date, same.told_in = act.day, act.sentence
        same.status = act.status
        if act.kind in ("bureau_meeting", "committee_meeting", "signing"):
            same.kind = act.kind
        return
    if any(a.signed_date.value == act.day.value for a in out.findings.of(Agreement)):
        return
    title = context.title or act.sentence.folded.original
    events.append(
        FoundEvent(
            act.kind, "meeting", act.status, act.sentence, act.start, len(act.sentence.text), limited(title), act.day
        )
    )


def _new_events(context: DocumentContext, s: Sentence, events: list[FoundEvent]) -> list[FoundEvent]:
    """Events that a sentence reports and no earlier one did; one that a heading named is filled in, not found anew."""
    nouns = list(NOUN.finditer(s.text))
    if not nouns:
        return []
    if s.is_line and s.index == 0 and len(s.text) < 200 and not HOLD.search(s.text):
        kind, family = kind_of(nouns[0])
        title = s.folded.raw(nouns[0].start(), len(s.text))
        return [FoundEvent(kind, family, "stated", s, nouns[0].start(), len(s.text), title, from_heading=True)]
    hold = HOLD.search(s.text)
    if hold is None or any(is_denied(s, d) for d in s.dates):
        return []
    kept = [n for n in nouns if _is_new(s, n, hold, context)]
    found: list[FoundEvent] = []
    for i, n in enumerate(kept):
        kind, family = kind_of(n)
        left = 0 if i == 0 else n.start()
        right = kept[i + 1].start() if i + 1 < len(kept) else len(s.text)
        if quote := s.text.find('",', n.end(), right):
            right = quote if quote > 0 and _quote_closes(s.text, n.end(), quote) else right
        event = FoundEvent(kind, family, "held", s, n.start(), right, _title(s, n, right))
        if FUTURE.search(s.text[max(0, n.start() - 60) : n.start()]):
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
    if THIS.search(before) or THIS.search(before + " "):
        return False
    kind, _ = kind_of(n)
    if context.language == "ar":
        if DEFINITE_START.match(n.group()) and kind != "regional_meeting":
            return False
        if hold.start() > n.start():
            return False
        between = s.text[hold.end() : n.start()]
        return len(between) < 120 or NOUN.search(between) is not None or "اضافه الي" in between
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
    if place := PLACE.search(s.text, at, stop):
        stop = place.start()
    if held := HOLD.search(s.text, at + 8, stop):
        stop = held.start()
    for role in (ROLE_BENEFICIARY, ROLE_SUPPORT, ROLE_PARTNER, ROLE_FRAME, ROLE_ORGANISER):
        if said := role.search(s.text, at + 4, stop):
            stop = said.start()
    text = re.sub(
        fold_pattern(r"(?: شهر| يوم| في| خلال| بمقر| en| ce| le| au mois de| est| sont| a ete)+\s*$"),
        "",
        s.text[at:stop].rstrip(),
    )
    return s.folded.raw(at, at + max(len(text), 1))


def _fill(context: DocumentContext, s: Sentence, e: FoundEvent, left: int, right: int) -> None:
    first = e.date is None
    if first:
        dates = [d for d in own_dates(s, left, right) if not _is_reference(s, d)]
        own = [d for d in dates if d.start >= e.start] or dates
        e.date = (own[0] if dates and left >= e.start - 1 else dates[0]) if dates else None
    e.is_remote = e.is_remote or bool(REMOTE.search(s.text[e.start : right]))
    if e.place is None:
        find_place(context, s, e, left, right)
    read_roles(context, s, e, left, right)


def _is_reference(s: Sentence, d: PartialDate) -> bool:
    """A date that belongs to a session, a plan or an adoption named beside the event."""
    return (
        re.search(
            fold_pattern(r"(?:دورة|session|قبل|المصادقة|adoption)[^,]{0,30}$"), s.text[max(0, d.start - 40) : d.start]
        )
        is not None
    )


def _anaphoric(context: DocumentContext, s: Sentence, events: list[FoundEvent]) -> None:
    """A sentence about 'this workshop' adds to the event it points back to."""
    if not events:
        return
    for n in NOUN.finditer(s.text):
        before = s.text[: n.start()]
        pointed = THIS.search(before) or (
            DEFINITE_START.match(n.group())
            and re.search(
                fold_pattern(r"(?:^|و)(?:وعرفت|عرفت|وشهدت|وعرف|وشهد|عرف|شهد|خلال|وخلال|ويأتي|وتأتي) $"), before
            )
        )
        if context.language != "ar" and not pointed:
            pointed = re.search(r"^(?:la |l'|le )$", before) or re.search(r"(?:^|, )(?:cette|cet|ce) $", before)
        if not pointed:
            continue
        kind, family = kind_of(n)
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
        left = 0 if PARTICIPLE.match(s.text) else n.start()
        read_roles(context, s, target, left, len(s.text))
        if target.date is None and re.search(
            fold_pattern(r"انعقد|ينعقد|نظم|tenue?|organis|se tient|deroul"), s.text[n.end() : n.end() + 40]
        ):
            dates = [d for d in s.dates if n.end() <= d.start < n.end() + 60 and d.precision in ("day", "weekday")]
            target.date = dates[0] if dates else None
        target.start, target.end = saved
        return


def _consultations(context: DocumentContext) -> list[FoundEvent]:
    for s in context.sentences if context.has(CONSULT_STEMS) else ():
        m = CONSULT.search(s.text)
        if m:
            title = s.folded.raw(m.start("noun"), m.end("noun"))
            return [FoundEvent("consultation", "consultation", "announced", s, m.start(), m.end(), title)]
    return []


def _emit(context: DocumentContext, out: Emitter, e: FoundEvent) -> None:
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
            end_date=StatedDate.known(last_of(e.told_in or e.sentence, when) if when else None),
            place_name=out.public(e.place) if e.place else None,
            place_collectivity_id=e.place_id,
            is_remote=e.is_remote,
            origin=out.at(e.sentence, e.start, min(e.end, e.start + 260)),
        )
    )
    for role, s, actor in e.roles:
        add_participation(out, s, actor, activity_kind="event", activity_key=key, activity_name=title, role=role)
