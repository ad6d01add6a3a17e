"""Which day of a sentence is that of what it tells: not that of a law, a letter, a signature, of something else.

What governs a day in its clause is read in `ingest.read.dated`; here stand the words by which a clause goes back to
what was before, or goes on to tell of something else.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from ingest.read.context import Sentence
from ingest.read.rules import Rule, tell
from ingest.text.dates import PartialDate

_REFERS_BACK = Rule(
    "event.refers_back",
    "{refers_back}",
    ("الاتفاقية المبرمة سنة", "المصادق عليه بتاريخ", "convention signée le", "an agreement signed in"),
    ("عقد اجتماعا يوم", "a été signée le"),
)
RELATIVE = Rule("event.relative", "{relative}", ("الورش الذي", "le projet qui", "which"), ("الذين",))
_TOOK_PLACE = Rule(
    "event.took_place",
    "{took_place}",
    ("انعقد يوم", "s'est tenu le", "was held on"),
    ("ستنعقد", "se tiendra"),
)
_BECAUSE_OF = Rule(
    "event.because_of",
    r"{because_of} (?:[ ][^\s,.]+){0,9} [ ]* $",
    ("وعلى اجتماع الفضاء بتاريخ ", "suite à la réunion du ", "after the meeting of "),
    ("انعقد بعد زوال يوم ", "ورشة عن بعد في"),
)
#: Of what the matter is like, or unlike: 'as last year, on 8 May 2024'.
_COMPARED = Rule(
    "event.compared",
    r"{compared} [^.;]{0,50} $",
    ("Comme l'an dernier, le ", "على غرار دورة السنة الماضية يوم ", "Unlike the one of "),
    ("a organisé comme prévu une rencontre ; le ",),
)
_OWN_ROLES = ("held", "unbound", "stamp", "planned", "session", "published")
_CLAUSE_ENDS = ",;()"
#: A council's site tells of nothing that took place before there were such sites.
_FIRST_YEAR = 2005
_REACH = 110
#: A day of no year is told so soon before or after it.
_AROUND_DAYS = 45


def is_history(s: Sentence) -> bool:
    """Whether a sentence tells of what was before there were sites."""
    return any(d.year is not None and d.year < _FIRST_YEAR for d in s.dates)


def own_dates(
    s: Sentence, start: int = 0, end: int | None = None, *, roles: tuple[str, ...] = _OWN_ROLES
) -> list[PartialDate]:
    """The dates in folded [start, end) of a sentence that may be those of what it tells, in order; none is a year.

    Args:
        roles: what may govern such a date in its clause.
    """
    limit = len(s.text) if end is None else end
    found = []
    past = 0
    for dated in s.dated:
        is_inside = start <= dated.start < limit and dated.date.precision != "year"
        if is_inside and dated.role in roles and _is_own(s, dated.date, past):
            found.append(with_year(dated.date, s.published))
        past = dated.date.end
    return found


def with_year(date: PartialDate, published: dt.date | None) -> PartialDate:
    """A day without a year as the one of that name around the publication, where its weekday agrees."""
    if published is None or date.year is not None or date.month is None or date.day is None or date.flag is not None:
        return date
    for year in (published.year, published.year - 1, published.year + 1):
        try:
            day = dt.date(year, date.month, date.day)
        except ValueError:
            continue
        if abs((day - published).days) <= _AROUND_DAYS and date.weekday in (None, day.weekday()):
            return replace(date, year=year, basis="publication_date")
    return date


def _is_own(s: Sentence, date: PartialDate, past: int) -> bool:
    """Whether a date belongs to the sentence's own matter.

    Args:
        past: where the date before it ends.
    """
    if date.year is not None and date.year < _FIRST_YEAR:
        return False
    before = s.text[max(past, date.start - _REACH) : date.start]
    clause = before[max(before.rfind(c) for c in _CLAUSE_ENDS) + 1 :]
    if m := _REFERS_BACK.search(clause):
        tell(_REFERS_BACK.id, m.group() + date.raw, f"sentence {s.index + 1}", overruled_by=_REFERS_BACK.id)
        return False
    if m := _COMPARED.search(before):
        tell(_COMPARED.id, m.group() + date.raw, f"sentence {s.index + 1}", overruled_by=_COMPARED.id)
        return False
    if (relative := RELATIVE.search(before)) and not _TOOK_PLACE.search(before, relative.end()):
        tell(RELATIVE.id, relative.group(), f"sentence {s.index + 1}", overruled_by=RELATIVE.id)
        return False
    return True


def is_ground(s: Sentence, date: PartialDate) -> bool:
    """Whether a day is that of what the matter rests on: 'following the meeting of 3 May'."""
    before = s.text[max(0, date.start - _REACH) : date.start]
    clause = before[max(before.rfind(c) for c in _CLAUSE_ENDS) + 1 :]
    if (m := _BECAUSE_OF.search(clause)) is None:
        return False
    tell(_BECAUSE_OF.id, m.group() + date.raw, f"sentence {s.index + 1}", overruled_by=_BECAUSE_OF.id)
    return True


def last_of(s: Sentence, day: PartialDate) -> PartialDate | None:
    """The last day of the list or range that a day begins, or the one until which what begins then goes on."""
    dated = s.dated
    first = next((i for i, d in enumerate(dated) if d.start == day.start and d.date.raw == day.raw), None)
    if first is None:
        return None
    last = first
    while dated[last].date.leads_on and last + 1 < len(dated):
        last += 1
    if last == first and last + 1 < len(dated) and dated[last + 1].role == "until":
        last += 1
    end = with_year(dated[last].date, s.published)
    is_later = last > first and end.precision == "day" and end.value is not None and end.value > (day.value or "9")
    return end if is_later else None
