"""Whose meeting a page tells of: its council's in session, the bureau's, a committee's, a consultative body's.

A body meets where its name stands with a verb or a noun of meeting in one clause, as the one that meets: not where it
is in somebody's company, not where only its president is named. The session that a bureau prepares is no session.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ingest.read.context import DocumentContext, Sentence
from ingest.read.rules import Rule, tell
from ingest.text.fold import fold_with_offsets

_BUREAU = Rule(
    "kind.bureau",
    "{bureau}",
    ("عقد مكتب مجلس الجماعة اجتماعا", "اجتماع المكتب المسير", "réunion du bureau", "the council's bureau met"),
    ("مكتب الضبط", "المكتب الوطني للكهرباء", "bureau d'ordre"),
)
_COMMITTEE = Rule(
    "kind.committee",
    "{committee}",
    (
        "اجتمعت لجنة المرافق العمومية",
        "اجتماع اللجان الدائمة",
        "la commission permanente chargée du budget s'est réunie",
        "the finance committee met",
    ),
    ("اجتماع اللجنة الإقليمية للتنمية البشرية", "لجنة التتبع", "la commission"),
)
_CONSULTATIVE = Rule(
    "kind.consultative_body",
    "{consultative_body}",
    ("هيئة المساواة وتكافؤ الفرص", "فضاء عين الحجل للتشاور", "instance consultative", "the equity body"),
    ("هيئة المحامين", "فضاء الألعاب"),
)
_SESSION = Rule(
    "kind.session_of_council",
    "{the_session}",
    ("عقد المجلس دورته العادية", "الدورة لشهر ماي", "sa session ordinaire", "its extraordinary session"),
    ("دورة تكوينية", "session de formation"),
)
_BODIES = (
    ("bureau_meeting", _BUREAU),
    ("committee_meeting", _COMMITTEE),
    ("consultation", _CONSULTATIVE),
    ("session", _SESSION),
)
_HAS_MET = Rule("kind.has_met", "{has_met}", ("وعقدت اللجنة", "s'est réunie", "met"), ("تعقد", "se réunit"))
_MEETS = Rule("kind.meets", "{meets}", ("تعقد اللجنة", "se réunira", "meets"), ("عقدت",))
_A_MEETING = Rule("kind.a_meeting", "{a_meeting}", ("اجتماع", "sa réunion", "its meeting"), ("اجتماعي",))
#: A meeting to come of which a page speaks at its end is not what the page tells of.
_NEXT_ONE = Rule(
    "kind.next_meeting",
    "{next_one}",
    ("La prochaine réunion", "الاجتماع المقبل", "the next meeting"),
    ("la réunion", "اجتماع"),
)
_COMPANY = Rule(
    "kind.in_company",
    "{in_company}",
    ("بحضور أعضاء المكتب", "مرفوقا بنائبة رئيس لجنة", "en présence des membres du bureau"),
    ("برئاسة",),
)
_PERSON = Rule(
    "kind.person_of_body",
    "{person_of} [ ]* (?:(?:de|du|d'|of|the|la|l') [ ]*){0,3} $",
    ("اجتمع رئيس ", "نائبة رئيس ", "le président de la ", "the president of "),
    ("اجتماع ", "la réunion de la "),
)
_PREPARES = Rule(
    "kind.prepares_session",
    "{prepares_session} (?:[^.]{0,45}) $",
    ("في إطار التحضير لأشغال ", "جدول أعمال مشروع ", "en vue de la ", "ahead of the "),
    ("عقد المجلس ",),
)
_WITHIN = Rule(
    "kind.within_session",
    "{within} (?:[^.]{0,45}) $",
    ("تعديله في ", "خلال أشغال ", "lors de la "),
    ("عقد المجلس ",),
)
_COUNCIL = Rule(
    "kind.council_meets",
    "{our_council}",
    ("التأم المجلس الجماعي", "le conseil communal", "the city council"),
    ("مجلس المقاطعة",),
)
#: What was before the matter, named right before it.
_AFTER = Rule(
    "kind.after_meeting", "{because_of} (?:[ ][^ ,]+)? [ ]* $", ("بعد اجتماع ", "suite à ", "after "), ("خلال ",)
)
_GROUND = Rule("kind.on_the_ground_of", "{because_of}", ("بناء على ما تقرر خلال", "suite à la"), ("خلال",))
_WHICH = Rule("kind.which_met", "{relative}", ("لجنة المالية التي اجتمعت", "la commission qui"), ("مع",))
#: Sentences in which a page says what it is.
OPENING = 5
#: What a day may be of that is no day of a meeting.
_OTHER_ROLES = ("law", "letter", "elected", "signed")
_ARABIC = re.compile("[ء-ي]")
#: How far a verb of meeting may stand from who meets.
_NEAR, _NEAR_LATIN = 90, 150


@dataclass(frozen=True)
class Meeting:
    """What met, and where the page says so, at folded offsets of a sentence; a title is no sentence."""

    kind: str
    """bureau_meeting, committee_meeting, consultation or session."""
    sentence: Sentence | None
    start: int
    end: int
    is_past: bool
    """The page tells that it met, not that it will."""


class _Found(NamedTuple):
    """A body that meets, at folded offsets of a text."""

    kind: str
    start: int
    end: int
    rule: Rule
    is_past: bool


def meeting_of(context: DocumentContext) -> Meeting | None:
    """The body whose meeting a page tells of first; None where it tells of none for certain."""
    opening = context.sentences[:OPENING]
    title = [(fold_with_offsets(context.title).text, None)] if context.title else []
    for text, s in (*title, *((s.text, s) for s in opening)):
        met = (m for m in _meetings(text, context.language) if m.is_past or _is_dated(opening))
        found = min(met, key=lambda m: m.start, default=None)
        if found is None or (s is None and found.kind == "session"):
            continue  # A title may name the session that a meeting prepares.
        tell(found.rule.id, text[found.start : found.end], "title" if s is None else f"sentence {s.index + 1}")
        return Meeting(found.kind, s, found.start, found.end, found.is_past)
    return None


def _is_dated(opening: list[Sentence]) -> bool:
    """Whether the first sentences state a day that may be a meeting's: what always meets so has none."""
    days = (d for s in opening for d in s.dated if d.date.precision in ("day", "weekday"))
    return any(d.role not in _OTHER_ROLES for d in days)


def _meetings(text: str, language: str) -> Iterator[_Found]:
    """Every body that meets in a text."""
    verbs = [(m, True) for m in _HAS_MET.finditer(text)]
    verbs += [(m, False) for rule in (_MEETS, _A_MEETING) for m in rule.finditer(text)]
    if not verbs:
        return
    near = _NEAR if language == "ar" else _NEAR_LATIN
    for kind, rule in _BODIES:
        for body in rule.finditer(text):
            before = text[max(0, body.start() - 60) : body.start()]
            if _PERSON.search(before):
                tell(rule.id, body.group(), text[:40], overruled_by=_PERSON.id)
                continue
            if kind == "session" and _PREPARES.search(before):
                continue
            is_within = kind == "session" and _WITHIN.search(before) is not None
            for verb, is_past in verbs:
                if is_within and _COUNCIL.search(text, verb.start(), body.start()) is None:
                    continue  # Something else that was done in a session.
                if _stands_with(text, verb, body, near):
                    start, end = max(verb.start(), body.start()), max(verb.end(), body.end())
                    yield _Found(kind, start, end, rule, is_past)


def _stands_with(text: str, verb: re.Match[str], body: re.Match[str], near: int) -> bool:
    """Whether a verb and a body belong together: near, in one sentence, with nothing between that joins another."""
    if verb.start() < body.end() and body.start() < verb.end():
        return True
    start, end = sorted((verb.span(), body.span()))[0][1], sorted((verb.span(), body.span()))[1][0]
    gap = text[start:end]
    if len(gap) > near or _COMPANY.search(gap) or _SESSION.search(gap):
        return False
    if body.start() < verb.start() and (_WHICH.search(gap) or ("," in gap and _ARABIC.search(body.group()))):
        return False
    first = min(verb.start(), body.start())
    if verb.re is _A_MEETING.regex:
        # 'On the ground of what the meeting of the bureau decided': the whole clause goes back to it.
        if _NEXT_ONE.search(text[max(0, first - 24) : verb.end() + 24]):
            return False
        clause = text[max(text.rfind(c, 0, first) for c in ",;:.") + 1 : first]
        return _GROUND.search(clause) is None
    return _AFTER.search(text, 0, first) is None
