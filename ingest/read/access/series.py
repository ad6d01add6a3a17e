"""Figures of the portal by month or by kind of institution: tables in the page, and lists for charts in its JSON.

A figure counts only where its measure, its month (with a year) or its kind, and its number are each named by a label.
What a series is made of is no total: `read_series` says what it took, so that nobody reads it again as a counter of the
whole portal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from ingest.read.access.labels import Value, json_value, kind_of, measure_of, value_of
from ingest.read.documents.page_json import Json
from ingest.text.dates import MONTHS
from ingest.text.fold import clean, fold

_ISO_MONTH = re.compile(r"(20\d\d)[-/.](0?[1-9]|1[0-2])(?:[-/.]0?1)?")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[-/.](20\d\d)")
_NAMED_MONTH = re.compile(
    rf"(?:{fold('شهر')} )?(?P<month>{'|'.join(map(re.escape, MONTHS))})[ ,./-]*(?:{fold('سنة')} |de )?(?P<year>20\d\d)?"
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
#: Words about a table or chart in which its year or its measure may stand.
_ABOUT_CHARS = 200


@dataclass(frozen=True)
class Point:
    """One figure of a series."""

    measure_code: str
    kind_code: str | None
    """Kind of institution; None for all."""
    month: str | None
    """YYYY-MM; None for a figure without a month."""
    month_raw: str | None
    value: Value


@dataclass(frozen=True)
class _Head:
    """What a row or a column is about."""

    measure: str | None = None
    kind: str | None = None
    month: str | None = None
    month_raw: str | None = None

    def joined(self, other: _Head) -> _Head:
        return _Head(
            self.measure or other.measure,
            self.kind or other.kind,
            self.month or other.month,
            self.month_raw or other.month_raw,
        )

    def point(self, value: Value | None) -> Point | None:
        if self.measure is None or value is None or (self.kind is None and self.month is None):
            return None
        return Point(self.measure, self.kind, self.month, self.month_raw, value)


def read_series(soup: BeautifulSoup | None, data: list[Json]) -> list[Point]:
    """Every point of the series of a page, each once.

    Tables and lists that were read are taken out of `soup` and `data`.
    """
    series = [*_from_json(data), *(_from_tables(soup) if soup is not None else ())]
    # A series of zeros is one that a script has yet to fill.
    return list(dict.fromkeys(p for points in series if any(p.value[0] for p in points) for p in points))


def month_of(text: str, year: str | None = None) -> str | None:
    """YYYY-MM of a text that is a month and nothing else; `year` where the text has none and its table does."""
    words = fold(text)
    if m := _ISO_MONTH.fullmatch(words):
        return f"{m[1]}-{int(m[2]):02d}"
    if m := _MONTH_YEAR.fullmatch(words):
        return f"{m[2]}-{int(m[1]):02d}"
    m = _NAMED_MONTH.fullmatch(words)
    if m is None or (stated := m["year"] or year) is None:
        return None
    return f"{stated}-{MONTHS[m['month']]:02d}"


def _head(text: str, year: str | None) -> _Head:
    month = month_of(text, year)
    return _Head(measure_of(text), kind_of(text), month, clean(text) if month else None)


def _from_tables(soup: BeautifulSoup) -> Iterator[list[Point]]:
    for table in soup.find_all("table"):
        rows = [
            [c.get_text(" ", strip=True) for c in r.find_all(["th", "td"], recursive=False)]
            for r in table.find_all("tr")
        ]
        rows = [r for r in rows if r]
        if len(rows) < 2 or any(len(r) != len(rows[0]) for r in rows):
            continue
        about = _about(table)
        year = _one_year(about)
        common = _Head(_only(measure_of(t) for t in about), _only(kind_of(t) for t in about))
        columns = [_head(t, year) for t in rows[0]]
        points = []
        for row in rows[1:]:
            line = common.joined(_head(row[0], year))
            points += [
                point
                for column, cell in list(zip(columns, row, strict=True))[1:]
                if (point := line.joined(column).point(value_of(cell))) is not None
            ]
        if points:
            table.decompose()
            yield points


def _about(table: Tag) -> list[str]:
    """Short texts that may say what a table is about: its caption and the words before it."""
    found = [c.get_text(" ", strip=True) for c in table.find_all("caption")]
    before = table.find_previous(["h1", "h2", "h3", "h4", "p", "figcaption"])
    if isinstance(before, Tag):
        found.append(before.get_text(" ", strip=True))
    return [t for t in found if len(t) <= _ABOUT_CHARS]


def _one_year(texts: list[str]) -> str | None:
    return _only(y for t in texts for y in _YEAR.findall(fold(t)))


def _only(found: Iterator[str | None]) -> str | None:
    """The one value that is named; None when none or several are."""
    named = {f for f in found if f}
    return named.pop() if len(named) == 1 else None


def _from_json(data: list[Json]) -> Iterator[list[Point]]:
    """Points of charts (a list of months beside lists of numbers) and of lists of objects with a month or a kind."""
    waiting: list[Json] = list(data)
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            points = _chart(one)
            if points:
                one.clear()
                yield points
            waiting += list(one.values())
        elif isinstance(one, list):
            points = [p for x in one if isinstance(x, dict) for p in _record(x)]
            if points:
                one.clear()
                yield points
            waiting += one


def _chart(one: dict[str, Json]) -> list[Point]:
    """A list of months or kinds, and lists of as many numbers, each under a measure's label."""
    year = _only(str(v) for k, v in one.items() if _YEAR.fullmatch(str(v)))
    own = _Head(
        _only(measure_of(str(v)) for v in one.values() if isinstance(v, str)),
        _only(kind_of(str(v)) for v in one.values() if isinstance(v, str)),
    )
    for axis in one.values():
        if not isinstance(axis, list) or not axis or not all(isinstance(a, str) for a in axis):
            continue
        heads = [_head(str(a), year) for a in axis]
        if not all(h.month or h.kind for h in heads):
            continue
        points = []
        for name, numbers in _lists(one):
            line = _Head(measure_of(name), kind_of(name)).joined(own)
            if len(numbers) == len(heads):
                points += [p for h, n in zip(heads, numbers, strict=True) if (p := line.joined(h).point(json_value(n)))]
        if points:
            return points
    return []


def _lists(one: dict[str, Json]) -> Iterator[tuple[str, list[Json]]]:
    """(name, numbers) of the lists of numbers in an object, or in the data sets of its chart."""
    for key, value in one.items():
        if not isinstance(value, list) or not value:
            continue
        if all(isinstance(v, int | float) and not isinstance(v, bool) for v in value):
            yield key, value
        for part in value:
            if isinstance(part, dict):
                names = [v for v in part.values() if isinstance(v, str) and (measure_of(v) or kind_of(v))]
                for numbers in part.values():
                    if isinstance(numbers, list) and numbers and all(isinstance(n, int | float) for n in numbers):
                        yield (names[0] if len(names) == 1 else ""), numbers


def _record(one: dict[str, Json]) -> list[Point]:
    """Figures of an object that names its month or kind: under keys that are labels, or one number beside a label."""
    texts = [str(v) for k, v in one.items() if isinstance(v, str)]
    year = _only(str(v) for v in one.values() if _YEAR.fullmatch(str(v)))
    month_raw = next((t for t in texts if month_of(t, year)), None)
    head = _Head(
        _only(measure_of(t) for t in texts),
        _only(kind_of(t) for t in texts),
        month_of(month_raw, year) if month_raw else None,
        clean(month_raw) if month_raw else None,
    )
    if head.kind is None and head.month is None:
        return []
    named = [
        p
        for k, v in one.items()
        if (m := measure_of(k)) and (p := _Head(m).joined(head).point(json_value(v))) is not None
    ]
    if named:
        return named
    numbers = [
        v for k, v in one.items() if isinstance(v, int | float) and not isinstance(v, bool) and not _is_mark(k, v)
    ]
    point = head.point(json_value(numbers[0])) if len(numbers) == 1 else None
    return [point] if point else []


def _is_mark(key: str, value: Json) -> bool:
    """Whether a number is no figure: an id, an order, a year."""
    return re.fullmatch(r"(?i)id|order|rank|position|index|year|annee|ann[eé]e|month|mois", key) is not None or bool(
        _YEAR.fullmatch(str(value))
    )
