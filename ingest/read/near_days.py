"""A weekday with a part of the day ("Thursday evening", "مساء الخميس"): the one before the page's date where the
sentence tells of what is over, the one behind it where it tells of what is to come; else left open."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from ingest.read.rules import Rule
from ingest.text.dates import PartialDate
from ingest.text.relative_days import NEAR_WEEKDAY

_IS_OVER = Rule(
    "date.is_over",
    r"(?: {took_place} | {held} | {agreed}"
    r"| (?<!\w)(?:a|ont|s'est|se[ ]sont)[ ](?:ete[ ])?\w{3,}(?:e|es|ee|ees|i|it|is|u|us)(?!\w))",
    ("نظمت الجماعة", "وافق المجلس", "s'est tenue", "was held"),
    ("سيتم", "se tiendra"),
)
_IS_TO_COME = Rule(
    "date.is_to_come",
    "(?: {takes_place} | {will_be} )",
    ("ستنظم", "se tiendra", "will be held"),
    ("نظمت الجماعة",),
)


def near_day(date: PartialDate, text: str, published: dt.date | None) -> PartialDate:
    """The day that such a form says in a folded sentence; other dates, and the page's own weekday, as they are."""
    if date.relative != NEAR_WEEKDAY or published is None or date.weekday in (None, published.weekday()):
        return date
    to_come = [m.end() for m in _IS_TO_COME.finditer(text)]
    # "Will be held": the participle is of the future before it.
    is_over = any(m.start() - 1 not in to_come for m in _IS_OVER.finditer(text))
    if is_over == bool(to_come):
        return date
    assert date.weekday is not None
    ahead = (date.weekday - published.weekday()) % 7
    day = published + dt.timedelta(days=ahead - (7 if is_over else 0))
    return replace(date, year=day.year, month=day.month, day=day.day, precision="day", basis="publication_date")
