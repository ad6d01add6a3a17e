"""Days that share a month or a year with the day behind them: "from 28 September to 2 October 2023", "4, 5 and 6 May".

A list or a range begins with its first day. A bare number is a day only where something says so: a word for days or a
range, a weekday, or the joint of a range; the points 4 and 5 of an agenda are none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from ingest.text.fold import Folded, fold, fold_pattern
from ingest.text.partial_date import PartialDate

#: Between two days: of a range, of a list.
_RANGE_JOINT = fold_pattern(r",? ?(?:إلى غاية|إلى|حتى|لغاية|jusqu'au|au|until|till|to|through|-|/) ?")
_LIST_JOINT = fold_pattern(r" ?(?:, ?و|, ?|و ?|et |and |& ?) ?")
_DAY_WORDS = fold_pattern(r"(?:يوم |يومه |اليوم |غاية |le |on the |the )?")
#: What says that bare numbers behind it are days.
_OPENING = re.compile(
    fold_pattern(
        r"(?:(?<!\w)(?:و|ل)?(?:من|بين|ما بين|يومي|أيام|يوم|ليومي|خلال|ابتداء من|انطلاقا من)"
        r"|(?<!\w)(?:du|des|les|le|entre le|entre|a partir du|journees? des?|from|between|on the|on)) (?:يوم )?$|\($"
    )
)
_LOOK_BACK = 48


def with_first_days(folded: Folded, found: list[PartialDate], weekday_pattern: str, read: Reader) -> list[PartialDate]:
    """`found` in order, the days before each that share its month or year put in, each with the year it shares.

    Args:
        weekday_pattern: folded words of weekdays, as one group.
        read: makes a day of the month and year of another: (its day, weekday words, where it stands, the other).
    """
    if not found:
        return []
    head = re.compile(
        rf"(?:(?P<weekday>{weekday_pattern})[ ,]{{0,2}}(?:le )?)?(?<![\d.,/])(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?"
        rf"(?P<joint>{_RANGE_JOINT}|{_LIST_JOINT}){_DAY_WORDS}$"
    )
    backwards: list[PartialDate] = []
    for i in range(len(found) - 1, -1, -1):
        date = found[i]
        following = backwards[-1] if backwards else None
        if following is not None and date.precision == "day" and date.year is None:
            date = _of_year(folded, date, following)
        backwards.append(date)
        end_of_before = found[i - 1].end if i else 0
        backwards += reversed(_heads(folded, date, head, read, end_of_before=end_of_before))
    return backwards[::-1]


Reader = Callable[[int, str | None, tuple[int, int], PartialDate], PartialDate | None]


def _of_year(folded: Folded, date: PartialDate, following: PartialDate) -> PartialDate:
    """A day with its month whose year the day behind it says: "28 September to 2 October 2023"."""
    gap = folded.text[date.end : following.start]
    is_joined = re.fullmatch(rf"(?:{_RANGE_JOINT}|{_LIST_JOINT}){_DAY_WORDS}", gap) is not None
    if not is_joined or following.year is None or following.month is None or date.month is None or date.day is None:
        return date
    year = following.year - (date.month > following.month)
    try:
        real = dt.date(year, date.month, date.day)
    except ValueError:
        return date
    is_wrong = date.weekday is not None and real.weekday() != date.weekday
    return replace(
        date,
        year=year,
        basis=following.basis,
        relative=None,
        flag="weekday_mismatch" if is_wrong else date.flag,
        leads_on=True,
    )


def _heads(
    folded: Folded, date: PartialDate, head: re.Pattern[str], read: Reader, *, end_of_before: int
) -> list[PartialDate]:
    """The bare days before a day, first one first."""
    if date.precision != "day" or date.month is None or date.day is None:
        return []
    found: list[PartialDate] = []
    last, at = date, date.start
    while (m := head.search(folded.text, max(end_of_before, at - _LOOK_BACK), at)) is not None:
        one = read(int(m["day"]), m["weekday"], (m.start(), m.end("day")), date)
        if one is None or one.day is None or last.day is None or not 0 < one.day < last.day:
            break
        found.insert(0, replace(one, leads_on=True))
        last, at = one, m.start()
    return found if found and _is_opened(folded.text, found, at) else []


def _is_opened(text: str, days: list[PartialDate], start: int) -> bool:
    """Whether bare numbers are days: a weekday beside one, a word before them, or the joint of a range."""
    if any(d.weekday is not None for d in days) or _OPENING.search(text, max(0, start - 24), start):
        return True
    first = text[start : start + 12]
    # "10 - 22 août 2023", "10-22 août"; at the head of a line "1- 22 août" is the number of an item.
    if re.match(rf"\d{{1,2}}(?:er)?(?: - |-(?=\d)| (?:au|to|{fold('إلى')}) )", first):
        return True
    return start > 0 and re.match(rf"\d{{1,2}}(?:er)? ?(?:{fold('و')}|et |and )", first) is not None
