"""Days that minutes write in words, year and day alike: after "l'an" or "في اليوم … من … سنة …".

Only a day whose year is written too is read: number, day and month each whole, or nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.text.fold import fold, fold_pattern
from ingest.text.numbers import NUMBER, ORDINAL, ORDINALS, parse_number

_YEARS = range(1990, 2100)
_STEMS = tuple(fold(w) for w in ("l'an deux", "l'an mil", "سنة ألف", "عام ألف", "l'annee deux"))


@dataclass(frozen=True)
class WordedDay:
    """A day in words at folded offsets [start, end)."""

    year: int
    month: int
    day: int
    weekday: int | None
    start: int
    end: int


def patterns(months: str, weekdays: str) -> tuple[re.Pattern[str], ...]:
    """The forms in which minutes write their day, for folded names of months and weekdays."""
    french = (
        rf"l'an(?:nee)? (?P<year>{NUMBER}),? ?(?:et )?(?:le )?(?:(?P<weekday>{weekdays}) )?"
        rf"(?P<day>premier|1er|{NUMBER}) (?:du mois (?:de |d'))?(?P<month>{months})(?!\w)"
    )
    arabic = fold_pattern(
        rf"(?:(?P<weekday>{weekdays}) )?(?:الموافق ل)?(?:في )?(?:اليوم )?(?P<day>{ORDINAL}|{NUMBER}) (?:من )?(?:شهر )?"
        rf"(?P<month>{months}) (?:من )?(?:سنة|عام) (?P<year>{NUMBER})"
    )
    return re.compile(french), re.compile(arabic)


def find_worded(
    text: str, forms: tuple[re.Pattern[str], ...], months: dict[str, int], weekdays: dict[str, int]
) -> list[WordedDay]:
    """Every day in words of a folded text."""
    if not any(stem in text for stem in _STEMS):
        return []
    found = []
    for form in forms:
        for m in form.finditer(text):
            year, day = parse_number(m["year"]), _day(m["day"])
            if year in _YEARS and day is not None and not m["year"].isdigit():
                weekday = weekdays[m["weekday"]] if m["weekday"] else None
                found.append(WordedDay(int(year or 0), months[m["month"]], day, weekday, m.start(), m.end()))
    return found


def _day(words: str) -> int | None:
    said = 1 if words in ("premier", "1er") else ORDINALS.get(words) or parse_number(words)
    return said if said is not None and 1 <= said <= 31 else None
