"""Start and end as plan forms write them: two dates in one cell, semesters and quarters, a term of years, month names cut short."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ingest.text.dates import ENGLISH_MONTHS, SHORT_MONTHS, PartialDate, find_dates
from ingest.text.fold import clean, fold, fold_pattern
from ingest.text.numbers import ORDINALS

_SHORT_MONTH = re.compile(
    rf"(?<![a-z])(?P<m>{'|'.join(sorted(SHORT_MONTHS, key=len, reverse=True))})\.?(?= ?(?:19|20)\d\d)"
)
_ORDINAL_DAY = re.compile(r"(?<=\d)(?:st|nd|rd|th|eme|ieme)(?= )")
_PART = re.compile(
    fold_pattern(
        r"(?:(?P<n1>first|second|third|fourth|premier|deuxieme|second|troisieme|quatrieme|1er|2eme|2e|3eme|4eme|[1-4]) (?P<what1>semest(?:er|re)|half|quarter|trimestre)"
        r"|(?P<what2>semest(?:er|re)|s|quarter|q|trimestre|t) ?(?P<n2>[1-4])|(?P<what3>الأسدس|الأسدوس|السداسي|النصف|الفصل|الربع) (?P<n3>الأول|الثاني|الثالث|الرابع))"
        r"(?: (?:of|de|du|de l'annee|من سنة|من|سنة|لسنة))*[ ,-]*(?P<year>20\d\d)"
    )
)
_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "premier": 1, "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "1er": 1, "2eme": 2, "2e": 2, "3eme": 3, "4eme": 4}  # fmt: skip
_QUARTER = re.compile(fold_pattern(r"quarter|q|trimestre|t|الفصل|الربع"))
_YEARS = re.compile(r"(?<!\d)(20\d\d) ?(?:[-/–\\]|a|au|to|الي) ?(20\d\d)(?!\d)")
_MAX_RAW = 600


@dataclass(frozen=True)
class Moment:
    """An end of a period: ISO 8601 cut at its precision, and the source's words."""

    value: str | None
    precision: str
    raw: str
    flag: str | None = None


@dataclass(frozen=True)
class Span:
    """Start and end of a commitment or milestone; either may be missing."""

    start: Moment | None
    end: Moment | None


def parse_moment(text: str) -> Moment | None:
    """The one date of a cell or line."""
    dates = _dates(text)
    if not dates:
        return None
    d = dates[0]
    if (part := _part_of_year(text)) is not None:
        return part.end
    return Moment(d.value, d.precision if d.value else "none", clean(text)[:_MAX_RAW], d.flag)


def parse_span(text: str) -> Span | None:
    """Start and end in one text: two dates, part of a year, a term of years, one year; a lone date is the end."""
    raw = clean(text)[:_MAX_RAW]
    if (part := _part_of_year(text)) is not None:
        return part
    words = fold(text)
    dates = [d for d in _dates(text) if d.value is not None]
    if (m := _YEARS.search(words)) and all(d.precision == "year" for d in dates):
        first, last = sorted((m[1], m[2]))
        return Span(Moment(first, "year", raw), Moment(last, "year", raw))
    if len(dates) >= 2:
        first_date, last_date = dates[0], dates[1]
        return Span(
            Moment(first_date.value, first_date.precision, first_date.raw, first_date.flag),
            Moment(last_date.value, last_date.precision, last_date.raw, last_date.flag),
        )
    if len(dates) == 1:
        d = dates[0]
        moment = Moment(d.value, d.precision, raw, d.flag)
        return Span(moment if d.precision == "year" else None, moment)
    return None


def _part_of_year(text: str) -> Span | None:
    """A semester or quarter, as the months it runs from and to."""
    m = _PART.search(fold(text))
    if m is None:
        return None
    what = next(g for g in (m["what1"], m["what2"], m["what3"]) if g)
    which = next(g for g in (m["n1"], m["n2"], m["n3"]) if g)
    n = int(which) if which.isdigit() else _WORDS.get(which) or ORDINALS.get(which)
    months = 3 if _QUARTER.fullmatch(what) else 6
    if n is None or n * months > 12:
        return None
    raw = clean(text)[:_MAX_RAW]
    start, end = (n - 1) * months + 1, n * months
    return Span(Moment(f"{m['year']}-{start:02d}", "month", raw), Moment(f"{m['year']}-{end:02d}", "month", raw))


def _whole_words(text: str) -> str:
    """A folded text with its months in full and its days without endings (1st, 2eme)."""
    words = _ORDINAL_DAY.sub("", fold(text))
    return _SHORT_MONTH.sub(lambda m: ENGLISH_MONTHS[SHORT_MONTHS[m["m"]]], words)


def _dates(text: str) -> list[PartialDate]:
    return find_dates(_whole_words(text))


def is_only_dates(text: str) -> bool:
    """Whether a line holds nothing but dates and words between them."""
    words = _whole_words(text)
    if _PART.search(words):
        words = _PART.sub(" ", words)
    else:
        dates = find_dates(words)
        if not dates:
            return False
        for d in reversed(dates):
            words = words[: d.start] + words[d.end :]
    return (
        re.fullmatch(fold_pattern(r"[\s,;:|/()\-]*(?:(?:from|to|du|au|de|a|من|إلى|الي|until)[\s,;:|/()\-]*)*"), words)
        is not None
    )


def fields(name: str, moment: Moment | None) -> dict[str, Any]:
    """The columns of a date."""
    return {
        name: moment.value if moment else None, f"{name}_precision_code": moment.precision if moment else "none", f"{name}_raw": moment.raw if moment else None,
        f"{name}_flag_code": moment.flag if moment else None,
    }  # fmt: skip
