"""What a page tells that took place or will, where no noun of an event says it: who was received, what was opened.

One act a page: that of its opening. What the text goes back to, or comes to speak of later, is none of the page's.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from ingest.read.context import DocumentContext, Sentence
from ingest.read.kinds.meetings import OPENING, Meeting
from ingest.read.not_held import is_denied, is_period
from ingest.read.own_days import is_ground, own_dates
from ingest.read.rules import Rule, tell
from ingest.read.told_acts import ACTS, NO_ACT, SIGNS, TAKES_PLACE, TOOK_PLACE
from ingest.text.dates import PartialDate, find_dates, resolve
from ingest.text.fold import fold_with_offsets

_ANY_ACT = Rule(
    "event.any_act", r"^ .{20,}", ("وقف السيد العامل على سير الأشغال", "Le stade a abrité la finale"), ("الأربعاء",)
)
#: A finished tense of French and English: 'a réuni', 'ont été remis', 'was given'.
_PERFECT = Rule(
    "event.perfect",
    r"\b(?:a|ont|est|sont|s'est|was|were)[ ](?:ete[ ]|been[ ])?[a-z]{2,}(?:e|ee|es|ees|i|ie|is|u|ue|us|it|ed|en)\b",
    ("il a été procédé", "une rencontre a réuni", "was opened"),
    ("sera ouvert", "وقف"),
)
#: A short Arabic word before who acts: a verb of what is over, where it is none of the nouns that stand there too.
_DID = Rule(
    "event.did",
    r"(?<!\w) (?!(?:{noun_before_actor!})[ ]) [و]? [بتثجحخدذرزسشصضطعغفقكلمنهواءي]{3,5} ت? [ ] {who_acts}",
    ("عاينت السيدة رئيسة الجماعة", "وشكر رئيس المجلس", "دعم المجلس الجماعي"),
    ("قرار رئيس المجلس", "مقر الجماعة", "يعاين رئيس الجماعة"),
)
#: Days of memberships and plans: they have tables of their own.
_OF_OTHER_TABLES = Rule(
    "event.of_other_tables",
    "{joins_or_submits}",
    ("انضمت جماعة عين الحجل إلى الشراكة", "a soumis son plan d'action", "joined the partnership"),
    ("انضم السيد الرئيس إلى الحضور", "a soumis le dossier"),
)
#: The line of a page that says when it was published or changed.
_CAME_OUT = Rule(
    "event.came_out",
    r"^ .{0,40} {published_here} (?:[ ][^\W\d]+){0,3} [ :,()-]* $",
    ("Document mis à jour le ", "تم تحديث الصفحة، آخر تحديث يوم ", "Page posted on "),
    ("La commune a organisé une rencontre le ",),
)
#: So soon before its publication a day is that of the news.
_NEWS_DAYS = 15
#: A page with so many days, each in a sentence of its own, is a list.
_REGISTER_DAYS = 3


@dataclass(frozen=True)
class Act:
    """What a page tells of, at folded offsets of a sentence."""

    kind: str
    status: str
    """held or announced."""
    sentence: Sentence
    start: int
    end: int
    day: PartialDate


def act_of(context: DocumentContext, meeting: Meeting | None) -> Act | None:
    """The act of a page with its day; None where its opening tells of none.

    Args:
        meeting: the body whose meeting the page tells of.
    """
    opening = context.sentences[:OPENING]
    if meeting is not None and meeting.sentence is not None:
        opening = [meeting.sentence, *(s for s in opening if s is not meeting.sentence)]
    is_register = meeting is None and _is_register(context)
    for s in opening:
        told = _told_in(s, meeting)
        days = _days_of(s, meeting) if told is not None else []
        if told is None or not days or is_denied(s, days[0]) or is_period(s, days[0]):
            continue
        kind, rule, m = told
        if kind == "activity" and (is_register or _OF_OTHER_TABLES.search(s.text)):
            continue
        if rule is _ANY_ACT and (_is_published(s, days[0]) or not _is_act(s, days[0], context.published)):
            continue
        tell(rule.id, f"{m.group()[:60]} · {days[0].raw}", f"sentence {s.index + 1}")
        start, end = (m.start(), m.end()) if rule is not _ANY_ACT else (0, len(s.text))
        return Act(_kind(kind, meeting), _status(s, days[0], context.published), s, start, end, days[0])
    return _act_of_title(context, meeting)


def _is_register(context: DocumentContext) -> bool:
    """Whether every third sentence has a day of its own: a list of what was told elsewhere, and no act of the page."""
    dated = [days[0].value for s in context.sentences if (days := _days_of(s, None))]
    return len(set(dated)) >= _REGISTER_DAYS and 3 * len(dated) >= len(context.sentences)


def _is_published(s: Sentence, day: PartialDate) -> bool:
    """Whether a day is that on which a text came out: no act of the page."""
    is_so = any(d.start == day.start and d.role == "published" for d in s.dated)
    return is_so or _CAME_OUT.search(s.text, 0, day.start) is not None


def _is_act(s: Sentence, day: PartialDate, published: dt.date | None) -> bool:
    """Whether a sentence of no known act tells of one all the same: by its day, or by a verb of what is over."""
    if day.weekday is not None or any(rule.search(s.text) for rule in (TOOK_PLACE, _PERFECT, _DID)):
        return True
    if published is None or day.value is None:
        return False
    return 0 <= (published - dt.date.fromisoformat(day.value)).days <= _NEWS_DAYS


def _told_in(s: Sentence, meeting: Meeting | None) -> tuple[str, Rule, re.Match[str]] | None:
    """(kind, rule, words) of what a sentence tells; by the words of an act, else by telling no other thing."""
    if NO_ACT.search(s.text) and meeting is None:
        return None
    told = next((m for rule in (TOOK_PLACE, TAKES_PLACE, SIGNS) if (m := rule.search(s.text))), None)
    if told is not None:
        for kind, rule in ACTS:
            if m := rule.search(s.text):
                return kind, rule, m
        if meeting is not None and s is meeting.sentence:
            return "meeting", TOOK_PLACE, told
    is_past = TOOK_PLACE.search(s.text) is not None
    if (is_past or TAKES_PLACE.search(s.text) is None) and (m := _ANY_ACT.search(s.text)):
        return "activity", _ANY_ACT, m
    return None


def _days_of(s: Sentence, meeting: Meeting | None) -> list[PartialDate]:
    """The days that may be those of what a sentence tells; of a body that prepares a session, none of the session's."""
    if not s.dates:
        return []
    roles = ("held", "unbound", "stamp", "published", "start") + (("signed",) if SIGNS.search(s.text) else ())
    if meeting is None:
        roles += ("planned", "session")
    return [d for d in own_dates(s, roles=roles) if d.precision == "day" and d.value and not is_ground(s, d)]


def _act_of_title(context: DocumentContext, meeting: Meeting | None) -> Act | None:
    """An act whose day stands in the title alone."""
    folded = fold_with_offsets(context.title or "")
    if not context.sentences or not any(rule.search(folded.text) for _, rule in ACTS):
        return None
    days = [d for d in (resolve(d, context.published) for d in find_dates(folded)) if d.precision == "day" and d.value]
    if len(days) != 1 or meeting is None or meeting.kind == "session":
        return None
    s = context.sentences[0]
    return Act(_kind("meeting", meeting), _status(s, days[0], context.published), s, 0, len(s.text), days[0])


def _kind(kind: str, meeting: Meeting | None) -> str:
    if meeting is None or meeting.kind == "session":
        return kind
    return "meeting" if meeting.kind == "consultation" else meeting.kind


def _status(s: Sentence, day: PartialDate, published: dt.date | None) -> str:
    """What was before the page is held, what is after it announced; of an undated page the verb says it."""
    if published is not None and day.value is not None and day.value != published.isoformat():
        return "announced" if day.value > published.isoformat() else "held"
    return "held" if any(rule.search(s.text) for rule in (TOOK_PLACE, _PERFECT, _DID)) else "announced"
