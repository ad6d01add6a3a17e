"""Days that stand by words of a term and end none of the public's: before which nothing may be handed in, until which
an office is open or something is closed, by which a council answers, works are done, a term that was called off.
"""

from __future__ import annotations

from ingest.read.context import Sentence
from ingest.read.dated import Dated
from ingest.read.rules import Rule, tell

_NOT_BEFORE = Rule(
    "deadline.not_before",
    r"(?:{not_yet} (?:(?!{unless})[^.;]){0,90} {no_later} | {not_before}) [^.;,\d]{0,25} $",
    ("Les dossiers ne peuvent être déposés avant le ", "لن يقبل أي ملف قبل يوم ", "will not be accepted before "),
    ("Tout dossier non déposé avant le ", "لن يقبل أي ملف لم يودع قبل ", "will not be read unless sent before "),
)
_OFFICE_DID = Rule(
    "deadline.office_did",
    "{office_did}",
    ("a enregistré 30 demandes", "توصلت المصلحة", "had received"),
    ("les dossiers sont reçus", "تودع الطلبات", "applications are received"),
)
_OFFICE_WILL = Rule(
    "deadline.office_will",
    "{office_will}",
    ("ستعلن اللائحة", "recevront une réponse", "will answer every comment"),
    ("les dossiers seront reçus", "ستتلقى الطلبات", "applications will be received"),
)
#: What is carried out, obtained, kept to until then; the nearest word before the day says what is done.
_OF_WORKS = Rule(
    "deadline.of_works",
    "{term_of_works}",
    ("doivent s'achever avant le", "الحصول على الدبلوم قبل", "must be carried out before"),
    ("les travaux", "الأشغال", "the works"),
)
_HANDS_IN = Rule("deadline.handed", "{hands_in}", ("déposer", "إيداع", "submit"), ("achever",))
_SAMPLES = Rule(
    "deadline.samples",
    "{samples}",
    ("les échantillons exigés", "إيداع العينات", "samples"),
    ("l'échelle", "عين المكان"),
)
_BIDS = Rule("deadline.bids", "{bids}", ("les plis", "الأظرفة", "bids"), ("le pli administratif",))
_CLOSED = Rule(
    "deadline.closed_until",
    "{is_closed}",
    ("est fermée pour travaux", "سيظل مغلقا", "is closed for works"),
    ("la date de clôture", "closing date"),
)
_OPEN = Rule(
    "deadline.office_is_open",
    r"{office_opens} [^.;]{0,120} {hours}",
    (
        "les bureaux sont ouverts de 8h à 15h",
        "تستقبل مصالح الجماعة من التاسعة إلى الثالثة",
        "The office is open from 8 a.m.",
    ),
    ("les inscriptions sont ouvertes", "تودع الملفات على الساعة العاشرة", "open until 10 a.m."),
)
#: A term that goes on 'for two weeks' ends on no day that is told.
_FOR_A_WHILE = Rule(
    "deadline.extended_for",
    r"{extended} [^.;]{0,140} {a_while}",
    ("est prorogé de quinze jours", "تمديد الأجل لمدة أسبوع كامل", "has been extended by two weeks"),
    ("est prolongé jusqu'au", "تمديد الأجل إلى غاية"),
)
CALLED_OFF = Rule(
    "deadline.called_off",
    "{is_called_off}",
    ("l'appel est annulé", "تقرر إلغاء المباراة", "has been cancelled"),
    ("tout dossier incomplet sera annulé", "إلغاء التسجيل ممكن", "may be cancelled"),
)
_CLAUSE_ENDS = ",;:."
_AHEAD, _BEHIND = 110, 60


def is_no_term(s: Sentence, d: Dated, past: int, *, is_until: bool, is_extension: bool) -> bool:
    """Whether a day ends no term of the public's.

    Args:
        past: where the date before it ends.
        is_until: it is one by 'until' or the end of a range, no word for the last day says so.
        is_extension: a term is extended to it.
    """
    low = max(past, d.start - _AHEAD)
    clause = max(low, *(s.text.rfind(c, low, d.start) + 1 for c in _CLAUSE_ENDS))
    rule = _not_by(s, d, low) or (None if is_extension else _of_others(s, d, clause, is_until=is_until))
    if rule is None:
        return False
    tell(rule.id, d.date.raw, f"sentence {s.index + 1}", overruled_by=rule.id)
    return True


def _not_by(s: Sentence, d: Dated, low: int) -> Rule | None:
    if _NOT_BEFORE.search(s.text, low, d.start):
        return _NOT_BEFORE
    is_to = d.role in ("until", "moved_to")
    return _FOR_A_WHILE if not is_to and _FOR_A_WHILE.search(s.text) else None


def _of_others(s: Sentence, d: Dated, clause: int, *, is_until: bool) -> Rule | None:
    """The rule by which a clause binds others than the public."""
    for rule in (_OFFICE_DID, _OFFICE_WILL):
        if rule.search(s.text, clause, d.start):
            return rule
    behind = min((at for c in _CLAUSE_ENDS if (at := s.text.find(c, d.date.end)) >= 0), default=len(s.text))
    if _OFFICE_DID.search(s.text, d.date.end, min(behind, d.date.end + _BEHIND)):
        return _OFFICE_DID
    if is_until and _CLOSED.search(s.text, clause, d.start):
        return _CLOSED
    if is_until and _OPEN.search(s.text, max(0, d.start - 2 * _AHEAD), d.date.end):
        return _OPEN
    if _SAMPLES.search(s.text, clause, d.start) and not _BIDS.search(s.text, clause, d.start):
        return _SAMPLES
    works = max((m.end() for m in _OF_WORKS.finditer(s.text, clause, d.start)), default=-1)
    handed = max((m.end() for m in _HANDS_IN.finditer(s.text, clause, d.start)), default=-1)
    return _OF_WORKS if works >= max(handed, 0) else None
