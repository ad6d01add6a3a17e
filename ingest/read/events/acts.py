"""What a page tells that took place or will, where no noun of an event says it: who was received, what was opened.

One act a page: that of its opening. What the text goes back to, or comes to speak of later, is none of the page's.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ingest.read.context import DocumentContext, Sentence
from ingest.read.events.days import is_ground, own_dates
from ingest.read.kinds.meetings import OPENING, Meeting
from ingest.read.rules import Rule, tell
from ingest.text.dates import PartialDate

_SIGNS = Rule(
    "event.signing",
    "{signs}",
    ("وقع رئيس الجماعة اتفاقية", "تم التوقيع على اتفاقية", "ont signé une convention", "signed an agreement"),
    ("الاتفاقية الموقعة", "la convention signée"),
)
_KINDS = (
    ("signing", _SIGNS),
    ("reception", Rule("event.reception", "{receives}", ("استقبل الرئيس", "a reçu", "received"), ("يستقبل",))),
    ("visit", Rule("event.visit", "{visits}", ("قام بزيارة", "une visite", "visited"), ("الزائر",))),
    ("ceremony", Rule("event.ceremony", "{celebrates}", ("حفل تكريم", "cérémonie", "inaugurated"), ("حافلة",))),
    ("meeting", Rule("event.meeting", "{comes_together}", ("اجتماعا", "une réunion", "met"), ("مجتمع",))),
    ("activity", Rule("event.activity", "{acts}", ("أشرف على", "a procédé", "took part"), ("إشراف",))),
)
_TOOK_PLACE = Rule(
    "event.is_told",
    "{took_place}",
    ("استقبل الرئيس", "جرى تسليم", "a reçu", "was held"),
    ("سيتم", "aura lieu"),
)
_TAKES_PLACE = Rule(
    "event.is_announced",
    "{takes_place}",
    ("تنظم الجماعة", "ستحتضن المدينة", "aura lieu", "will be held"),
    ("نظمت الجماعة", "a eu lieu"),
)


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
    for s in opening:
        signs = _SIGNS.search(s.text) is not None
        days = [
            d
            for d in own_dates(s, is_signing=signs)
            if d.precision == "day" and d.value is not None and not is_ground(s, d)
        ]
        told = _TOOK_PLACE.search(s.text) or _TAKES_PLACE.search(s.text) or _SIGNS.search(s.text)
        found = next(((kind, rule, m) for kind, rule in _KINDS if (m := rule.search(s.text))), None)
        if found is None and meeting is not None and s is meeting.sentence:
            found = ("meeting", _KINDS[-2][1], told) if told else None
        if not days or told is None or found is None:
            continue
        kind, rule, m = found
        day = days[0]
        tell(rule.id, f"{m.group()} · {day.raw}", f"sentence {s.index + 1}")
        return Act(_kind(kind, meeting), _status(s, day, context.published), s, m.start(), m.end(), day)
    return None


def _kind(kind: str, meeting: Meeting | None) -> str:
    if meeting is None or meeting.kind == "session":
        return kind
    return "meeting" if meeting.kind == "consultation" else meeting.kind


def _status(s: Sentence, day: PartialDate, published: dt.date | None) -> str:
    """What was before the page is held, what is after it announced; of an undated page the verb says it."""
    if published is not None and day.value is not None and day.value != published.isoformat():
        return "announced" if day.value > published.isoformat() else "held"
    if _TOOK_PLACE.search(s.text):
        return "held"
    return "announced"
