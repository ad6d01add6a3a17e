"""Dates as Moroccan sources write them: found, read, and resolved only against a stated publication date.

Two sets of Arabic month names occur on government pages (ماي and مايو, غشت and أغسطس); French ones beside them.
Hijri dates of legal references are not dates of events: they are not matched.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from ingest.text.day_lists import with_first_days
from ingest.text.fold import Folded, fold, fold_with_offsets
from ingest.text.numerals.vocabulary import numbered
from ingest.text.partial_date import PartialDate as PartialDate
from ingest.text.relative_days import MONTH_TAIL, NEAR_WEEKDAY, forms, in_same_month, is_relative
from ingest.text.relative_days import resolve as resolve
from ingest.text.standing import Choice
from ingest.text.stems import Stemmed, stems_of
from ingest.text.worded_dates import WordedDay, find_worded
from ingest.text.worded_dates import patterns as worded_patterns

_MONTHS: dict[int, list[str]] = {
    1: ["يناير", "جانفي", "كانون الثاني", "janvier", "january"],
    2: ["فبراير", "فيفري", "شباط", "fevrier", "february"],
    3: ["مارس", "آذار", "mars", "march"],
    4: ["أبريل", "ابريل", "أفريل", "نيسان", "avril", "april"],
    5: ["ماي", "مايو", "أيار", "mai", "may"],
    6: ["يونيو", "يونيه", "حزيران", "juin", "june"],
    7: ["يوليوز", "يوليو", "تموز", "juillet", "july"],
    8: ["غشت", "أغسطس", "آب", "aout", "august"],
    9: ["شتنبر", "سبتمبر", "أيلول", "septembre", "september"],
    10: ["أكتوبر", "تشرين الأول", "octobre", "october"],
    11: ["نونبر", "نوفمبر", "تشرين الثاني", "novembre", "november"],
    12: ["دجنبر", "ديسمبر", "كانون الأول", "decembre", "december"],
}
ENGLISH_MONTHS = {month: names[-1] for month, names in _MONTHS.items()}
MONTHS: dict[str, int] = {fold(name): month for month, names in _MONTHS.items() for name in names}
_WEEKDAYS: dict[int, list[str]] = {
    0: ["الاثنين", "الإثنين", "lundi", "monday"],
    1: ["الثلاثاء", "mardi", "tuesday"],
    2: ["الأربعاء", "الاربعاء", "mercredi", "wednesday"],
    3: ["الخميس", "jeudi", "thursday"],
    4: ["الجمعة", "vendredi", "friday"],
    5: ["السبت", "samedi", "saturday"],
    6: ["الأحد", "dimanche", "sunday"],
}
WEEKDAYS: dict[str, int] = {fold(name): day for day, names in _WEEKDAYS.items() for name in names}
#: The first ten days of a month in words, with and without the article.
_FIRST_DAYS = numbered("days")
#: Cut short in feeds and press: only between a day and a year.
SHORT_MONTHS: dict[str, int] = {
    "jan": 1,
    "janv": 1,
    "feb": 2,
    "fev": 2,
    "fevr": 2,
    "mar": 3,
    "apr": 4,
    "avr": 4,
    "jun": 6,
    "jul": 7,
    "juil": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


#: 'ثالث أكتوبر', 'السابع من فبراير'; 'المحور الأول ماي' is an axis and a month.
_DAY_WORD = (
    rf"(?:{_any({w: n for w, n in _FIRST_DAYS.items() if not w.startswith('ال')})})(?!\w)"
    rf"|(?:{_any({w: n for w, n in _FIRST_DAYS.items() if w.startswith('ال')})})(?= {fold('من')} )"
)
#: A month may be said twice: تشرين الأول (أكتوبر).
_MONTH = rf"(?:{_any(MONTHS)})(?![a-zء-ي])(?: ?\((?:{_any(MONTHS)})\))?"
_SHORT_MONTH = rf"(?:{_any(SHORT_MONTHS)})\.?(?![a-z])"
_ENGLISH = "|".join(ENGLISH_MONTHS.values())
_WEEKDAY = rf"(?:{_any(WEEKDAYS)})(?!\w)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_GAP = r"[ ,/-]{0,3}"
_YEAR_LEAD = (
    rf"(?:{fold('من')} |{fold('سنة')} |{fold('لسنة')} |{fold('عام')} |{fold('برسم سنة')} |de l'annee |de l'an |de "
    r"|en )?"
)
_PATTERNS: list[tuple[str, Stemmed]] = [
    # Behind or before a slash it is part of an address.
    (
        "iso",
        Stemmed(r"(?<![\d/])(?P<year>(?:19|20)\d\d)(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?![\d/])"),
    ),
    (
        "dmy",
        Stemmed(
            rf"(?<![\d/.-])(?:(?P<weekday>{_WEEKDAY}){_GAP})?(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})"
            rf"(?P=mark)(?P<year>{_YEAR})(?![/.-]\d)"
        ),
    ),
    (
        "month_first",
        Stemmed(
            rf"(?<!\w)(?:(?P<weekday>{_WEEKDAY}){_GAP})?(?:(?P<month>{_ENGLISH}) (?:the )?(?P<day>\d{{1,2}})"
            rf"(?:st|nd|rd|th)?,? |(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:er)? ?, ?)(?P<year>{_YEAR})"
        ),
    ),
    (
        "short",
        Stemmed(
            rf"(?<![\d/.-])(?P<day>\d{{1,2}}) (?P<short>{_SHORT_MONTH}) (?P<year>{_YEAR})"
            rf"|(?<!\w)(?P<short2>{_SHORT_MONTH}) (?P<day2>\d{{1,2}}), (?P<year2>{_YEAR})"
        ),
    ),
    (
        "full",
        Stemmed(
            rf"(?:(?P<weekday>{_WEEKDAY}){_GAP}(?:le )?(?:{fold('الموافق ل')})?)?"
            rf"(?<!\d)(?P<day>\d{{1,2}}|{_DAY_WORD})(?:er|eme|st|nd|rd|th)?{_GAP}"
            rf"(?:{fold('من')} |of )?(?:{fold('شهر')} |{fold('لشهر')} )?"
            rf"(?P<month>{_MONTH}){_GAP}{_YEAR_LEAD}(?P<year>{_YEAR})"
        ),
    ),
    (
        "day_rel",
        Stemmed(
            rf"(?:(?P<weekday>{_WEEKDAY}){_GAP})?(?<!\d)(?P<day>\d{{1,2}}|{_DAY_WORD})(?:er|st|nd|rd|th)?{_GAP}"
            rf"(?:{fold('من')} |of )?(?:{fold('شهر')} )?(?P<month>{_MONTH})"
            rf"(?: {MONTH_TAIL})?(?!\w)"
        ),
    ),
    # "August 6", "(May 3)", "on Monday May 3": may is a verb too.
    (
        "month_day",
        Stemmed(
            rf"(?<!\w)(?:(?P<weekday>{_WEEKDAY}){_GAP}(?:the )?(?P<month>{_ENGLISH})"
            rf"|(?P<month2>(?:(?<=on )|(?<=\()|(?!may))(?:{_ENGLISH}))) "
            rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d/-]|\.\d|,? \d)"
        ),
    ),
    ("month_year", Stemmed(rf"(?<!\w)(?P<month>{_MONTH}){_GAP}{_YEAR_LEAD}(?P<year>{_YEAR})")),
    (
        "month_rel",
        Stemmed(rf"(?<!\w)(?P<month>{_MONTH}),?(?: {MONTH_TAIL})(?!\w)"),
    ),
    *forms(_WEEKDAY, _GAP),
    (
        "month",
        Stemmed(
            rf"(?<!\w)(?:(?:{fold('شهر')}|{fold('لشهر')}|{fold('دورة')}|en|au mois de|mois de|mois d'|de|d') ?)"
            rf"(?P<month>{_MONTH})(?!\w)"
        ),
    ),
    # A bare weekday ('s'est tenu, mardi, à …'): the day of publication if that is such a day, else left open.
    (
        "weekday",
        Stemmed(
            rf"(?:(?<!\w){fold('يوم')} |, |(?<=tenu )|(?<=tenue )|(?<=organise )|(?<=organisee ))"
            rf"(?P<weekday>{_WEEKDAY})(?= ?[,.]| a | au | {fold('ب')}|$)"
        ),
    ),
    ("year", Stemmed(rf"(?<![\d/.-])(?P<year>{_YEAR})(?![\d/]|-\d|[.,]\d)")),
]


_WORDED = worded_patterns(_any(MONTHS), _any(WEEKDAYS))
_CHOICE = Choice(_PATTERNS, lambda form: form[1].stems)
#: A number that may be a day, in digits.
_SHORT_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
#: What is looked at before a day.
_BEFORE_CHARS = 12
#: A number of a session, an article, an item.
_NUMBER_OF = re.compile(rf"(?<!\w)(?:{fold('رقم')}|(?:ال)?{fold('عدد')}|n°|n[or]\.?|numero|number|num\.?) ?[:.]? ?\(?$")
#: 'The 5th of the month of March' needs a word for the day; without it the number is that of the month's session.
_DAY_AHEAD = re.compile(
    rf"(?<!\w)(?:{fold('يوم')}|{fold('ليوم')}|{fold('بتاريخ')}|{fold('تاريخ')}|{fold('في')}|{fold('و')}|"
    rf"{fold('إلى')}|{fold('غاية')}|{fold('من')}) ?$"
)
#: Patterns that match no text without a digit, a century, the name of a month or of a weekday: most texts have none.
_WITH_SHORT_NUMBERS = frozenset(
    ("dmy", "month_first", "short", "month_day", "same_month", "this_month", "last_month", "next_month")
)
#: Forms whose day may be a word as well.
_WITH_DAYS = frozenset(("full", "day_rel"))
_WITH_MONTHS = frozenset(("month_first", "full", "day_rel", "month_day", "month_year", "month_rel", "month"))
_WITH_WEEKDAYS = frozenset(("weekday", "last_weekday", "next_weekday", NEAR_WEEKDAY))
_MONTH_STEMS, _WEEKDAY_STEMS, _DAY_STEMS = (
    stems_of(re.compile(_any(names))) for names in (MONTHS, WEEKDAYS, _FIRST_DAYS)
)


def _without(text: str) -> frozenset[str]:
    """The patterns that match nothing in a folded text for what it does not hold."""
    absent: set[str] = set()
    if _SHORT_NUMBER.search(text) is None:
        absent |= _WITH_SHORT_NUMBERS
        if not _DAY_STEMS.stand_in(text):
            absent |= _WITH_DAYS
    if not _MONTH_STEMS.stand_in(text):
        absent |= _WITH_MONTHS
    if not _WEEKDAY_STEMS.stand_in(text):
        absent |= _WITH_WEEKDAYS
    return frozenset(absent)


def find_dates(text: str | Folded) -> list[PartialDate]:
    """Every date mention in order, the longest reading first, overlaps removed, nothing resolved."""
    folded = text if isinstance(text, Folded) else fold_with_offsets(text)
    taken = bytearray(len(folded.text))  # a letter each: what is read is looked up in the time of its own length
    found: list[PartialDate] = []
    absent = _without(folded.text)
    for kind, pattern in _CHOICE.standing_in(folded.text):
        if kind in absent:
            continue
        for m in pattern.regex.finditer(folded.text):
            if any(taken[m.start() : m.end()]):
                continue
            date = None if _is_numbered(m, folded.text) else _read(kind, m, folded)
            if date is None:
                continue
            taken[m.start() : m.end()] = b"\1" * (m.end() - m.start())
            found.append(date)
    for worded in find_worded(folded.text, _WORDED, MONTHS, WEEKDAYS):
        found = [d for d in found if d.end <= worded.start or worded.end <= d.start]
        found += _of_words(worded, folded)
    found = in_same_month(sorted(found, key=lambda d: d.start), folded.text)
    return with_first_days(folded, found, _WEEKDAY, lambda *given: _shared(folded, *given))


def _of_words(worded: WordedDay, folded: Folded) -> list[PartialDate]:
    raw = folded.raw(worded.start, worded.end)
    try:
        real = dt.date(worded.year, worded.month, worded.day)
    except ValueError:
        return []
    is_wrong = worded.weekday is not None and real.weekday() != worded.weekday
    return [
        PartialDate(
            raw,
            "day",
            worded.year,
            worded.month,
            worded.day,
            worded.weekday,
            flag="weekday_mismatch" if is_wrong else None,
            start=worded.start,
            end=worded.end,
        )
    ]


def _is_numbered(m: re.Match[str], text: str) -> bool:
    """Whether what stands as a day is the number of a thing: 'session no 2 of March 2026' says no day."""
    given = m.groupdict()
    if not given.get("day") or given.get("weekday"):
        return False
    before = text[max(0, m.start() - _BEFORE_CHARS) : m.start()]
    return _NUMBER_OF.search(before) is not None or (fold("لشهر") in m.group() and _DAY_AHEAD.search(before) is None)


def _shared(
    folded: Folded, day: int, weekday_words: str | None, place: tuple[int, int], other: PartialDate
) -> PartialDate | None:
    """A day of the month and year of another one; None where there is no such day."""
    weekday = WEEKDAYS[weekday_words] if weekday_words else None
    flag = None
    if other.year is not None and other.month is not None:
        try:
            real = dt.date(other.year, other.month, day)
        except ValueError:
            return None
        flag = "weekday_mismatch" if weekday is not None and real.weekday() != weekday else None
    raw = folded.raw(place[0], other.end)
    return replace(other, raw=raw, day=day, weekday=weekday, flag=flag, start=place[0], end=place[1])


def _read(kind: str, m: re.Match[str], folded: Folded) -> PartialDate | None:
    g = m.groupdict()
    raw = folded.raw(m.start(), m.end())
    year_text = g.get("year") or g.get("year2")
    year = int(year_text) if year_text else None
    month_text = g.get("month") or g.get("month2")
    month = None
    if month_text:
        month = int(month_text) if month_text.isdigit() else MONTHS[month_text.split("(")[0].strip()]
    elif short := g.get("short") or g.get("short2"):
        month = SHORT_MONTHS[short.rstrip(".")]
    day_text = g.get("day") or g.get("day2")
    day = None
    if day_text:
        day = int(day_text) if day_text.isdigit() else _FIRST_DAYS[day_text]
    weekday_words = g.get("weekday") or g.get("weekday2")
    weekday = WEEKDAYS[weekday_words] if weekday_words else None
    relative = next((k for k in ("last", "this", "past", "current", "next") if g.get(k)), None)
    if is_relative(kind):
        relative = kind
    flag = None
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    if year == 1970:
        flag, year, month, day = "impossible_date", None, None, None
    if year and month and day:
        try:
            real = dt.date(year, month, day)
        except ValueError:
            flag, day = "impossible_date", None
        else:
            if weekday is not None and real.weekday() != weekday:
                flag = "weekday_mismatch"
    precision = "day" if day else "month" if month else "year" if year else "weekday" if weekday is not None else "none"
    return PartialDate(raw, precision, year, month, day, weekday, "stated", flag, relative, m.start(), m.end())


def parse_first(text: str) -> PartialDate | None:
    """The first date of a short string (a date chip, a sidecar value), or None."""
    dates = find_dates(text)
    return dates[0] if dates else None
