"""Days that are said by another day: by that of publication ('hier', 'الثلاثاء المقبل'), or by a month named before.

Resolved only against a stated publication date; without one such a mention keeps its weekday or month alone.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from ingest.text.fold import fold, fold_pattern
from ingest.text.partial_date import PartialDate
from ingest.text.stems import Stemmed

_LAST_YEAR = fold_pattern(
    r"(?:من )?(?:السنة|العام) (?:المنصرمة|المنصرم|الماضية|الماضي|الفارطة|الفارط)"
    r"|de l'(?:annee|an) (?:derniere|dernier|precedente|passee|ecoulee)|de l'annee d'avant"
)
_THIS_YEAR = fold_pattern(
    r"(?:من )?(?:السنة|العام) (?:الجارية|الجاري|الحالية|الحالي)|de (?:cette annee|l'annee (?:en cours|courante))"
)
_PAST = fold_pattern(r"المنصرمة?|الماضية?|الفارطة?|الأخيرة?|المنقضية?|derniere?|passee?|ecoulee?")
_CURRENT = fold_pattern(r"الجارية?|الحالية?|courante?|en cours")
_NEXT = fold_pattern(r"المقبلة?|القادمة?|prochaine?")
#: What may stand behind a month, as groups.
MONTH_TAIL = (
    rf"(?P<last>{_LAST_YEAR})| (?P<this>{_THIS_YEAR})| (?P<past>{_PAST})| (?P<current>{_CURRENT})| (?P<next>{_NEXT})"
)
#: Of the month that the text named last.
_SAME_MONTH = fold_pattern(
    r"(?:منه(?!\w)|من (?:نفس الشهر|الشهر نفسه|ذات الشهر|الشهر ذاته)|du meme mois|dudit mois"
    r"|du mois(?! (?:de|d'|en|courant|dernier|passe|prochain|suivant|precedent|ecoule))|of (?:the same|that|the) month)"
)
_THIS_MONTH = fold_pattern(
    r"(?:من (?:الشهر (?:الجاري|الحالي)|هذا الشهر)|courant(?!s)|du (?:mois en cours|mois courant|present mois)"
    r"|of this month)"
)
_LAST_MONTH = fold_pattern(
    r"(?:من (?:الشهر (?:الماضي|المنصرم|الفارط|السابق))|du mois (?:dernier|passe|precedent|ecoule)|of last month)"
)
_NEXT_MONTH = fold_pattern(r"(?:من (?:الشهر (?:المقبل|القادم))|du mois prochain|of next month)")
#: A weekday with a part of the day, which is none of every week: 'chaque jeudi soir', 'on Thursday evenings'.
NEAR_WEEKDAY = "near_weekday"
_PART_BEFORE = fold_pattern(r"(?<!كل )(?:صباح|صبيحة|بعد زوال|زوال|مساء|ظهر|عصر|عشية|ليلة) (?:يوم |يومه )?")
_PART_BEHIND = r" (?:soir|matin|apres-midi|evening|morning|afternoon|night)"
_EVERY_WEEK = r"(?<!chaque )(?<!les )(?<!le )(?<!every )(?<!each )"
#: Parts of the day of publication: 'this morning'; a bare 'today' says too many other things.
_PART_OF_TODAY = fold_pattern(
    r"(?:صباح|زوال|مساء|ظهر|عصر|عشية|ليلة) (?:هذا |يومه )?اليوم"
    r"|ce matin|cet apres-midi|ce soir|aujourd'hui|this (?:morning|afternoon|evening)|earlier today"
)
_TODAY = fold_pattern(r"اليوم|يومه|ce|aujourd'hui,?")
#: Days before and after the publication; the longer words first ('the day before yesterday').
_NEAR = {
    -2: fold_pattern(r"أول أمس|avant-hier"),
    -1: fold_pattern(r"أمس|البارحة|hier|yesterday"),
    1: fold_pattern(r"غدا|يوم غد|غد|demain|tomorrow"),
}
#: Those that say a day without its weekday too; 'the city of tomorrow' is none.
_BARE_NEAR = _NEAR | {1: fold_pattern(r"غدا|يوم غد|(?<!de )(?<!pour )demain|(?<!of )(?<!for )tomorrow")}
_OF_IT = fold(" منه")
#: What stands before the day of a month that is only pointed to: 'المادة 9 منه' is an article.
_DAY_AHEAD = re.compile(fold_pattern(r"(?<!\w)(?:يوم|ليوم|بتاريخ|تاريخ|في|إلى|غاية) ?$"))
_BEFORE_CHARS = 12
_KINDS = frozenset(
    (
        "today",
        "weekday",
        "last_weekday",
        "next_weekday",
        NEAR_WEEKDAY,
        "this_month",
        "same_month",
        "last_month",
        "next_month",
    )
)


#: How many months after that of publication.
_MONTHS_AWAY = {"last_month": -1, "this_month": 0, "next_month": 1}


def is_relative(kind: str) -> bool:
    """Whether the form of a date is one whose day another day says."""
    return kind in _KINDS or kind[0] in "+-"


def forms(weekday: str, gap: str) -> list[tuple[str, Stemmed]]:
    """Forms of such days with their kinds, the longer first.

    Args:
        weekday: folded words of weekdays, as one group.
        gap: what may stand between a weekday and its day.
    """
    day = rf"(?<![\d/.,-])(?:(?P<weekday>{weekday}){gap})?(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)? "
    named = rf"(?P<weekday>{weekday})"
    # 'Tomorrow, Saturday 22 July': the day that is written says it.
    alone = rf"(?![\w-])(?!,? ?(?:le )?(?:{weekday}|\d))"
    return [
        *((f"{n:+d}", Stemmed(rf"(?<!\w)(?:{words})(?: ,)? {named}")) for n, words in _NEAR.items()),
        *((f"{n:+d}", Stemmed(rf"(?<!\w)(?:{words}){alone}")) for n, words in _BARE_NEAR.items()),
        ("today", Stemmed(rf"(?<!\w)(?:{_TODAY}) {named}|(?<!\w)(?:{_PART_OF_TODAY}){alone}")),
        ("same_month", Stemmed(day + _SAME_MONTH)),
        ("this_month", Stemmed(day + _THIS_MONTH)),
        ("last_month", Stemmed(day + _LAST_MONTH)),
        ("next_month", Stemmed(day + _NEXT_MONTH)),
        ("last_weekday", Stemmed(rf"(?<!\w){named} (?:{_PAST})(?!\w)|(?<!\w)last (?P<weekday2>{weekday})")),
        ("next_weekday", Stemmed(rf"(?<!\w){named} (?:{_NEXT})(?!\w)|(?<!\w)next (?P<weekday2>{weekday})")),
        (
            NEAR_WEEKDAY,
            Stemmed(
                rf"(?<!\w){_PART_BEFORE}{named}(?!\w)(?! ?\(?\d)"
                rf"|(?<!\w){_EVERY_WEEK}(?P<weekday2>{weekday}){_PART_BEHIND}(?!\w)(?! ?\(?\d)"
            ),
        ),
    ]


def in_same_month(found: list[PartialDate], text: str) -> list[PartialDate]:
    """'يوم 9 منه', 'le 31 du même mois': each with the month named before it; without one it is no date."""
    kept: list[PartialDate] = []
    named: PartialDate | None = None
    for date in found:
        if date.relative != "same_month":
            named = date if date.month is not None else named
            kept.append(date)
            continue
        is_bare = date.weekday is None and text[date.start : date.end].endswith(_OF_IT)
        before = text[max(0, date.start - _BEFORE_CHARS) : date.start]
        if named is not None and (not is_bare or _DAY_AHEAD.search(before)):
            one = replace(date, relative=named.relative, year=named.year, month=named.month, basis=named.basis)
            kept.append(_checked(one))
    return kept


def resolve(date: PartialDate, published: dt.date | None) -> PartialDate:
    """Fill the year (or the whole day, for 'hier') from the publication date, if and only if one is stated.

    Without `published` a relative mention keeps its weekday or month alone. A weekday that contradicts the
    publication day is flagged and the day stays empty.
    """
    if date.year is not None or date.flag == "impossible_date" or published is None:
        return date
    if (said := _day_by(date, published)) is not None:
        if date.weekday not in (None, said.weekday()):
            return date if date.relative == "weekday" else replace(date, flag="weekday_mismatch")
        return replace(date, year=said.year, month=said.month, day=said.day, precision="day", basis="publication_date")
    if (months := _MONTHS_AWAY.get(date.relative or "")) is not None:
        away = published.year * 12 + published.month - 1 + months
        return _checked(replace(date, year=away // 12, month=away % 12 + 1, basis="publication_date"))
    if date.month is None or date.relative is None:
        return date
    at, today = (date.month, date.day or 0), (published.month, published.day if date.day else 0)
    year = published.year
    if date.relative == "last" or (date.relative == "past" and at >= today):
        year -= 1
    elif date.relative == "next" and at < today:
        year += 1
    return _checked(replace(date, year=year, basis="publication_date"))


def _day_by(date: PartialDate, published: dt.date) -> dt.date | None:
    """The day that a form without day and month says of one published then; None for other forms."""
    relative = date.relative or ""
    if relative in ("today", "weekday"):
        return published
    if relative[:1] in ("+", "-"):
        return published + dt.timedelta(days=int(relative))
    if date.weekday is None or relative not in ("last_weekday", "next_weekday"):
        return None
    if relative == "last_weekday":
        return published - dt.timedelta(days=(published.weekday() - date.weekday - 1) % 7 + 1)
    return published + dt.timedelta(days=(date.weekday - published.weekday() - 1) % 7 + 1)


def _checked(date: PartialDate) -> PartialDate:
    """A whole day whose weekday is another is flagged; one that no calendar has loses its day."""
    if date.year is None or date.month is None or date.day is None:
        return date
    try:
        real = dt.date(date.year, date.month, date.day)
    except ValueError:
        return replace(date, flag="impossible_date", day=None, precision="month")
    return replace(date, flag="weekday_mismatch") if date.weekday not in (None, real.weekday()) else date
