"""Start and end as plan forms write them: two dates in one cell, semesters, quarters, terms of years, cut months."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.read.rules import Rule, tell
from ingest.records import StatedDate
from ingest.text.dates import ENGLISH_MONTHS, SHORT_MONTHS, PartialDate, find_dates
from ingest.text.fold import clean, fold, fold_pattern
from ingest.text.limits import limited
from ingest.text.numbers import ORDINALS
from ingest.text.numerals.vocabulary import any_of

_SHORT_MONTH = re.compile(
    rf"(?<![a-z])(?P<m>{'|'.join(sorted(SHORT_MONTHS, key=len, reverse=True))})\.?(?= ?(?:19|20)\d\d)"
)
#: 03/2025, 2025-03: a month and its year, no part of a day.
_MONTH_IN_DIGITS = re.compile(
    r"(?<![\d/.-])(?:(?P<before>0?[1-9]|1[0-2])[/.-](?P<year>20\d\d)"
    r"|(?P<first>20\d\d)[/-](?P<behind>0[1-9]|1[0-2]))(?![\d/.-])"
)
_ORDINAL_DAY = re.compile(r"(?<=\d)(?:st|nd|rd|th|eme|ieme)(?= )")
#: Ordinals of parts of a year.
_NTH = any_of(word for word, n in ORDINALS.items() if n <= 4)
_PART = re.compile(
    fold_pattern(
        rf"(?:(?P<n1>{_NTH}|[1-4]) (?P<what1>semest(?:er|re)|half|quarter|trimestre)"
        r"|(?P<what2>semest(?:er|re)|s|quarter|q|trimestre|t) ?(?P<n2>[1-4])"
        rf"|(?P<what3>الأسدس|الأسدوس|السداسي|النصف|الفصل|الربع) (?P<n3>{_NTH}))"
        r"(?: (?:of|de|du|de l'annee|من سنة|من|سنة|لسنة))*[ ,-]*(?P<year>20\d\d)"
    )
)
_QUARTER = re.compile(fold_pattern(r"quarter|q|trimestre|t|الفصل|الربع"))
_YEARS = re.compile(r"(?<!\d)(20\d\d) ?(?:[-/–\\]|a|au|to|الي) ?(20\d\d)(?!\d)")


#: Two years and nothing else: a term whose stroke a right-to-left line has moved ('-2023 2024').
_TWO_YEARS = re.compile(r"^\W*(20\d\d)\W{1,4}(20\d\d)\W*$")
#: A month before a later one of the same year, which is told once: 'من يناير إلى يونيو 2025'.
_MONTH_BEFORE = re.compile(
    fold_pattern(r"(?P<month>[^\W\d_]{3,12}) ?(?:-|–|/|a |au |et |to |and |إلى |حتى |و ?)(?:fin |متم |غاية )?$")
)


#: 'T2 à T4 2024': the year stands behind the second alone.
_SHARED_YEAR = re.compile(
    r"(?<!\w)(?P<first>[qts] ?[1-4]) ?(?P<between>(?:-|–|/|a|au|to|et|and|الي) ?)(?P<second>[qts] ?[1-4])"
    r"[ ,-]*(?P<year>20\d\d)"
)
SINCE = Rule(
    "plan.term_since",
    r"{term_since} (?: [ ] \w{1,9} ){0,3} [ ]? $",
    ("à partir de ", "dès le mois de ", "ابتداء من شهر ", "starting in "),
    ("fin des travaux ", "من ", "from the road "),
)
UNTIL = Rule(
    "plan.term_until",
    r"{term_until} (?: [ ] \w{1,9} ){0,3} [ ]? $",
    ("avant fin ", "au plus tard le ", "قبل متم سنة ", "by the end of "),
    ("à partir de ", "courant ", "خلال "),
)


@dataclass(frozen=True)
class Span:
    """Start and end of a commitment or milestone; either may be missing."""

    start: StatedDate | None
    end: StatedDate | None


def parse_moment(text: str) -> StatedDate | None:
    """The one date of a cell or line."""
    dates = _dates(text)
    if not dates:
        return None
    d = dates[0]
    if (part := _part_of_year(text)) is not None:
        return part.end
    return _stated(d, limited(clean(text)))


def parse_start(text: str) -> StatedDate | None:
    """The day or month on which what a cell names begins: of a quarter its first month."""
    part = _part_of_year(text)
    return part.start if part is not None else parse_moment(text)


def parse_span(text: str) -> Span | None:
    """Start and end in one text: two dates, part of a year, a term of years, one year; a lone date is the end."""
    raw = limited(clean(text))
    if (part := _part_of_year(text)) is not None:
        return part
    words = fold(text)
    if (side := _open_side(text, words)) is not None:
        return side
    dates = [d for d in _dates(text) if d.value is not None]
    if (m := _YEARS.search(words) or _TWO_YEARS.search(words)) and all(d.precision == "year" for d in dates):
        first, last = sorted((m[1], m[2]))
        return Span(StatedDate(first, "year", raw), StatedDate(last, "year", raw))
    if len(dates) >= 2:
        first_date, last_date = dates[0], dates[1]
        return Span(
            _stated(first_date, first_date.raw),
            _stated(last_date, last_date.raw),
        )
    if len(dates) == 1:
        d = dates[0]
        moment = _stated(d, raw)
        if (first := _month_before(_whole_words(text)[: d.start], d)) is not None:
            return Span(_stated(first, raw), moment)
        return Span(moment if d.precision == "year" else None, moment)
    return None


def moment_in(label: str) -> StatedDate | None:
    """The one date that a label names beside other words: 'État au 30 juin 2025', 'الحال في دجنبر 2024'."""
    found = [d for d in find_dates(_whole_words(label)) if d.value is not None]
    return StatedDate.known(found[0]) if len(found) == 1 else None


def _month_before(words: str, date: PartialDate) -> PartialDate | None:
    """The month of the same year that stands joined before a month of a year."""
    m = _MONTH_BEFORE.search(words)
    if m is None or date.precision != "month" or date.year is None:
        return None
    found = find_dates(f"{m['month']} {date.year}")
    return found[0] if len(found) == 1 and found[0].precision == "month" else None


def _stated(date: PartialDate, raw: str) -> StatedDate:
    """A date with the words of its cell."""
    return replace(StatedDate.known(date), raw=raw)


def _open_side(text: str, words: str) -> Span | None:
    """A term of which one end is told: 'à partir de mars 2025', 'avant fin 2026', 'ابتداء من 2024'."""
    dates = [d for d in _dates(text) if d.value is not None]
    if len(dates) != 1 or (_TWO_YEARS.match(words) or _YEARS.search(words)):
        return None
    before = _whole_words(text)[: dates[0].start]
    moment = _stated(dates[0], limited(clean(text)))
    for rule, span in ((SINCE, Span(moment, None)), (UNTIL, Span(None, moment))):
        if (m := rule.search(before)) is not None:
            tell(rule.id, m.group(), "term")
            return span
    return None


def _part_of_year(text: str) -> Span | None:
    """A semester or quarter, as the months it runs from and to; two of them, as those between."""
    words = _SHARED_YEAR.sub(r"\g<first> \g<year> \g<between>\g<second> \g<year>", fold(text))
    spans = [span for m in _PART.finditer(words) if (span := _months(m, text)) is not None]
    if len(spans) == 2:
        return Span(spans[0].start, spans[1].end)
    return spans[0] if len(spans) == 1 else None


def _months(m: re.Match[str], text: str) -> Span | None:
    """The months of a semester or quarter."""
    what = next(g for g in (m["what1"], m["what2"], m["what3"]) if g)
    which = next(g for g in (m["n1"], m["n2"], m["n3"]) if g)
    n = int(which) if which.isdigit() else ORDINALS.get(which)
    months = 3 if _QUARTER.fullmatch(what) else 6
    if n is None or n * months > 12:
        return None
    raw = limited(clean(text))
    start, end = (n - 1) * months + 1, n * months
    return Span(
        StatedDate(f"{m['year']}-{start:02d}", "month", raw), StatedDate(f"{m['year']}-{end:02d}", "month", raw)
    )


def _month_in_words(m: re.Match[str]) -> str:
    return f"{ENGLISH_MONTHS[int(m['before'] or m['behind'])]} {m['year'] or m['first']}"


def _whole_words(text: str) -> str:
    """A folded text with its months in full and its days without endings (1st, 2eme)."""
    words = _MONTH_IN_DIGITS.sub(_month_in_words, _ORDINAL_DAY.sub("", fold(text)))
    return _SHORT_MONTH.sub(lambda m: ENGLISH_MONTHS[SHORT_MONTHS[m["m"]]], words)


def _dates(text: str) -> list[PartialDate]:
    return find_dates(_whole_words(text))


def dates_taken_out(text: str) -> str | None:
    """The folded words of a text without its dates; None where it holds no date."""
    words = _whole_words(text)
    for pattern in (_PART, _YEARS, _TWO_YEARS):
        if pattern.search(words):
            return pattern.sub(" ", words)
    dates = find_dates(words)
    if not dates:
        return None
    for d in reversed(dates):
        words = words[: d.start] + words[d.end :]
    return words


#: Words between dates, and what may stand before the first.
_BETWEEN_DATES = re.compile(fold_pattern(r"from|to|du|au|de|a|et|and|until|by|fin|من|إلى|الي|و|متم|غاية"))


def is_only_dates(text: str) -> bool:
    """Whether a line holds nothing but dates and words between them: also a month whose year stands behind the next."""
    words = dates_taken_out(text)
    if words is None:
        return False
    left = [w for w in re.findall(r"[^\W\d_]+|\d+", words) if not _BETWEEN_DATES.fullmatch(w)]
    return not left or (len(left) == 1 and _is_month(left[0]))


def _is_month(word: str) -> bool:
    found = find_dates(_whole_words(f"{word} 2025"))
    return len(found) == 1 and found[0].precision == "month"
