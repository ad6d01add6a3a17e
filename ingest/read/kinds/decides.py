"""Whether a page tells that a council decided, without a word of its session: 'Council backs new bus station'."""

from __future__ import annotations

from ingest.read.context import DocumentContext
from ingest.read.rules import Rule, tell
from ingest.text.fold import fold

_WHO = Rule(
    "kind.who_decides",
    "{those_who_decide}",
    ("أعضاء المجلس الجماعي", "14 مستشارا", "les conseillers", "Councillors of the commune"),
    ("المجلس الإداري للوكالة", "مجلس المقاطعة", "conseil d'administration"),
)
_DECIDED = Rule(
    "kind.decided",
    "{decided}",
    ("صادق أعضاء المجلس", "وصوت 9", "ont adopté mardi", "voted unanimously"),
    ("المصادقة", "un vote"),
)
_VOTES = Rule(
    "kind.with_votes",
    "{with_votes}",
    ("بالأغلبية", "فنال إجماع الحاضرين", "à l'unanimité", "faute de quorum", "by 12 votes to 9"),
    ("أغلب الأعضاء", "la plupart"),
)
_OUTSIDE = Rule(
    "kind.others_decide",
    "{outside_meeting}",
    ("المجلس الإداري للوكالة", "conseil d'administration", "the board"),
    ("المجلس الجماعي",),
)
#: Sentences in which a page says what it tells.
_HEAD = 3


def is_told_to_decide(context: DocumentContext) -> bool:
    """Whether an opening tells of a council or its members that they decided, with how they voted."""
    head = [s.text for s in context.sentences[:_HEAD]]
    if (other := next((m for t in head if (m := _OUTSIDE.search(t))), None)) is not None:
        tell(_WHO.id, other.group(), "opening", overruled_by=_OUTSIDE.id)
        return False
    deciding = next((t for t in head if _WHO.search(t) and _DECIDED.search(t)), None)
    if deciding is None:
        return False
    votes = next((m for t in (fold(context.title or ""), *head) if (m := _VOTES.search(t))), None)
    if votes is None:
        return False
    tell(_VOTES.id, votes.group(), deciding[:40])
    return True
