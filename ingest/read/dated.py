"""Every date of a sentence with what governs it in its clause: the day of a session, of a letter, of a law, a deadline.

The nearest word before a date that can govern it does, never a window of characters or the first date of a page. A law
or a letter governs a date only through a word that dates it ("of", "بتاريخ"), and one date each: what follows it goes
back to the word before. A list or a range of days has one governor.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.read.rules import Rule
from ingest.text.dates import PartialDate
from ingest.text.standing import Choice

Role = Literal[
    "held",  # when something took or takes place
    "session",  # right behind the name of a session
    "planned",  # when something was to take place
    "moved_to",  # to which something was put off
    "letter",
    "law",
    "elected",
    "signed",
    "published",
    "deadline",
    "until",
    "start",
    "stamp",  # a line that is a date alone
    "moment",  # to the second: a machine's
    "denied",  # 'and not on the 12th', 'instead of the 12th'
    "unbound",
]


@dataclass(frozen=True)
class Dated:
    """A date and its role."""

    date: PartialDate
    role: Role
    rule_id: str | None = None

    @property
    def start(self) -> int:
        return self.date.start


#: What may stand between a governing word and its day: "on the", a time of the day.
_DAY = (
    r"[ ,:(]*(?:(?:السيد[ ])?(?:يومه?|اليوم|تاريخ|بتاريخ|هو|يوم[ ]غد|le|la[ ]date[ ]du|the|on|est"
    r"|(?:منتصف[ ])?ليلة|زوال|منتصف[ ]النهار|متم|نهاية|midnight|noon|the[ ]end[ ]of|la[ ]fin[ ]du)[ ,:]*){0,3}"
    r"(?:(?:على[ ])?الساعة[ ][^.;]{1,40}?(?:من[ ]|زوال[ ])?(?:يوم[ ])?)?"
    # The day of another calendar, before the bracket or the word that gives ours.
    r"(?:\d{1,2}[ ](?:من[ ])?[^\W\d]{3,12}(?:[ ][^\W\d]{3,12})?[ ]1[34]\d\dه?[ ]?"
    r"(?:\(|الموافق[ ]ل[ ]?|,?[ ]correspondant[ ]au[ ]))?$"
)
_NEAR: tuple[tuple[Role, Rule], ...] = (
    (
        "denied",
        Rule(
            "date.denied",
            "{and_not}" + _DAY,
            ("وليس يوم ", "بدلا من ", "et non le ", "au lieu du ", "and not on ", "instead of "),
            ("et non reporté au ", "not later than ", "لا يتجاوز "),
        ),
    ),
    (
        "moved_to",
        Rule(
            "date.moved_to",
            r"{postponed} [^.;]* {moved_to}" + _DAY,
            ("تأجيل الدورة الاستثنائية إلى يوم ", "la session est reportée au ", "postponed to "),
            ("تأجيل الدورة المقررة يوم ", "la session reportée le "),
        ),
    ),
    (
        "deadline",
        Rule(
            "date.deadline",
            r"(?:{deadline} [^.;]{0,70}? | {deadline} [^.;]{0,150}? {is_set} | {no_later})" + _DAY,
            (
                "آخر أجل لإيداع الملفات هو يوم ",
                "تودع الطلبات قبل ",
                "date limite de dépôt des dossiers : ",
                "au plus tard le ",
                "no later than ",
            ),
            ("قبل عقد الدورة يوم ", "avant la session du "),
        ),
    ),
    (
        "until",
        Rule("date.until", "{until}" + _DAY, ("إلى غاية يوم ", "jusqu'au "), ("إلى غاية عقد دورة يوم ",)),
    ),
    (
        "start",
        Rule(
            "date.start",
            "{start}" + _DAY,
            ("ابتداء من يوم ", "à partir du ", "à compter du "),
            ("ابتداء من مقر الجماعة يوم ", "à partir du siège le "),
        ),
    ),
    (
        "published",
        Rule(
            "date.published",
            "{published}" + _DAY,
            ("نشر بتاريخ ", "تاريخ النشر: ", "Publié le ", "posted on "),
            ("publié au Bulletin officiel du ",),
        ),
    ),
    (
        "planned",
        Rule(
            "date.planned",
            r"{planned} [^.;,]{0,60}?" + _DAY,
            ("الدورة المقررة يوم ", "session prévue le ", "scheduled for "),
            ("الدورة المقررة، وانعقدت يوم ",),
        ),
    ),
)
#: Words that govern what follows them at any distance inside the sentence, and the role that they give.
_FAR: tuple[tuple[Role, Rule], ...] = (
    ("law", Rule("date.law", "{law}", ("القانون التنظيمي رقم 113.14", "loi organique n° 113-14"))),
    ("letter", Rule("date.letter", "{letter}", ("بناء على رسالة عدد 12", "suite à la lettre du gouverneur"))),
    ("elected", Rule("date.elected", "{elections}", ("بعد انتخابات", "les élections communales"))),
    ("signed", Rule("date.signed", "{signed}", ("تم التوقيع", "convention signée"))),
    ("published", Rule("date.told", "{published}", ("تم نشر", "publié"))),
    ("session", Rule("date.session", "{session_noun}", ("دورته العادية", "session ordinaire"))),
    (
        "held",
        Rule(
            "date.held",
            "(?:{held}|{will_be}|{is_now})",
            ("عقد المجلس", "ستنعقد", "s'est réuni", "tiendra", "will hold"),
        ),
    ),
)
#: What dates a law or a letter.
_DATED_BY = Rule(
    "date.dated_by",
    r"(?:{dated_by}|(?<!\w)(?:في|لـ?|of|du)[ ]|\()[ ]?(?:\d{1,2}[ ](?:من[ ])?[^\W\d]+[ ]\d{4}[ ]?)?\(?[ ]*$",
    ("الصادر بتاريخ ", "رسالة بتاريخ ", "loi n° 113-14 du ", "الصادر في 20 من رمضان 1436 (", "dated "),
    ("عدد 812 يوم ",),
)
_NEAR_CHOICE, _FAR_CHOICE = (Choice(governing, lambda governor: governor[1].looked_for) for governing in (_NEAR, _FAR))
_ONCE: frozenset[Role] = frozenset(("law", "letter", "signed", "published"))
_ENDS = ";؛"
#: A moment to the second is a machine's.
_MOMENT = re.compile(r" ?,? ?\d\d:\d\d:\d\d")
_NEAR_REACH = 190
#: So far before a date its governor may stand.
_REACH = 320


@dataclass
class _Governor:
    end: int
    role: Role
    rule_id: str
    is_spent: bool = False


def bind(text: str, dates: Sequence[PartialDate]) -> tuple[Dated, ...]:
    """Each date of a folded sentence with its role, in order.

    Args:
        dates: as `find_dates` gives them for the sentence.
    """
    if not dates:
        return ()
    if len(dates) == 1 and dates[0].precision == "day" and dates[0].weekday is None and _is_alone(text, dates[0]):
        return (Dated(dates[0], "stamp"),)
    governors = sorted(
        (
            _Governor(m.end(), role, rule.id)
            for role, rule in _FAR_CHOICE.standing_in(text)
            for m in rule.regex.finditer(text)
        ),
        key=lambda g: g.end,
    )
    ends = [g.end for g in governors]
    found: list[Dated] = []
    for date in dates:
        before = found[-1] if found else None
        if before is not None and before.date.leads_on:
            found.append(Dated(date, before.role, before.rule_id))
        else:
            before_it = governors[bisect_left(ends, date.start - _REACH) : bisect_right(ends, date.start)]
            past = next((d.date.end for d in reversed(found) if d.date.precision == "day"), 0)
            found.append(_bound(text, date, before_it, past))
    return tuple(found)


def _is_alone(text: str, date: PartialDate) -> bool:
    return not any(c.isalpha() for c in text[: date.start] + text[date.end :])


def _bound(text: str, date: PartialDate, governors: Sequence[_Governor], past: int) -> Dated:
    """A date with what governs it; `past` is where the day before it ends, which has what was planned for itself."""
    if _MOMENT.match(text, date.end):
        return Dated(date, "moment")
    for role, rule in _NEAR_CHOICE.standing_in(text):
        low = max(0, date.start - _NEAR_REACH)
        if rule.search(text, max(past, low) if role == "planned" else low, date.start):
            return Dated(date, role, rule.id)
    if _AFTER.match(text, date.end, date.end + 40):
        return Dated(date, "deadline", _AFTER.id)
    is_dated = _DATED_BY.search(text, max(0, date.start - 60), date.start) is not None
    for governor in reversed(governors):
        if governor.is_spent:
            continue
        if any(c in text[governor.end : date.start] for c in _ENDS):
            break
        if governor.role in ("law", "letter") and (not is_dated or date.leads_on):
            continue
        governor.is_spent = governor.role in _ONCE
        return Dated(date, governor.role, governor.rule_id)
    return Dated(date, "unbound")


_AFTER = Rule(
    "date.deadline_behind",
    r"[ ,:()-]*(?:(?:هو|هي|ك|est|comme|is)[ ]*)?{deadline}",
    (" كآخر أجل", ", date limite de dépôt", " آخر أجل"),
    ("2024 أكتوبر",),
)
