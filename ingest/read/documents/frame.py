"""What of a page is frame by its own words: headings of boxes with other pages, labels, dates that stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import yaml

from ingest.text.dates import MONTHS, SHORT_MONTHS, WEEKDAYS
from ingest.text.fold import compile_folded, fold, fold_pattern
from ingest.text.stems import Stemmed

WORDS_FILE = Path(__file__).with_name("frame_words.yml")
#: Longer lines are no labels.
LABEL_CHARS = 100
#: A page's lines are asked the same several times over.
_LINES = 4096
#: Of a word beside a date: a category, an author.
_BESIDE_CHARS = 25
_WORD = re.compile(r"[^\W\d_]+|\d+")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)|(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMERIC_DAY = re.compile(r"(?<![\d/.-])(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}([/.-])\d{1,2}\1\d{1,2})(?![/.-]?\d)")
#: Of the day on which the page is looked at, or was last changed.
_NOT_PUBLISHED = re.compile(
    fold_pattern(r"(?:^|\W)(?:اليوم|تحديث|تعديل|aujourd'hui|mise? a jour|modifi\w+|today|updated?|modified)(?:\W|$)")
)
#: 'Published on …', with what follows on the same line.
_TOLD = re.compile(
    fold_pattern(
        r"\W*(?:(?:نشر|أضيف|كتب|حرر)\w* (?:بتاريخ|في|يوم)|(?:publiee?|poste|mise? en ligne|ajoute) le"
        r"|(?:published|posted) on) ?:? ?(?=.*\d)"
    )
)


@cache
def _pattern(key: str) -> Stemmed:
    lists: dict[str, list[str]] = yaml.safe_load(WORDS_FILE.read_text("utf-8"))[key]
    return compile_folded("|".join(f"(?:{x})" for words in lists.values() for x in words))


@cache
def _date_words() -> frozenset[str]:
    lists: list[str] = yaml.safe_load(WORDS_FILE.read_text("utf-8"))["dates"]
    names = (*MONTHS, *SHORT_MONTHS, *WEEKDAYS)
    return frozenset(w for line in (*lists, *names) for w in fold(line.replace("|", " ")).split())


def _bare(text: str) -> str:
    return fold(text).strip(" .:!؟?…»«>›-–|•*")


@lru_cache(maxsize=_LINES)
def is_box_heading(text: str) -> bool:
    """Whether a line is the heading of a box with other pages, the weather, archives …"""
    return len(text) <= LABEL_CHARS and _pattern("headings").fullmatch(_bare(text)) is not None


@lru_cache(maxsize=_LINES)
def is_label(text: str) -> bool:
    """Whether a line says where one is, who wrote, how many read, who may copy."""
    return len(text) <= 2 * LABEL_CHARS and _pattern("labels").fullmatch(_bare(text)) is not None


@lru_cache(maxsize=_LINES)
def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else, words such as 'published on' and a time of day aside."""
    if len(text) > LABEL_CHARS or not re.search(r"\d", text):
        return False
    folded = fold(text)
    words = _WORD.findall(_NUMERIC_DAY.sub(" ", folded))
    if not all(w.isdigit() or w in _date_words() for w in words):
        return False
    return _NUMERIC_DAY.search(folded) is not None or (
        any(w in MONTHS or w in SHORT_MONTHS for w in words) and _DAY.search(folded) is not None
    )


def is_stamp(parts: Sequence[str]) -> bool:
    """Whether a line's parts are dates, labels of the frame and short words beside them, and nothing else."""
    parts = [piece for part in parts for piece in pieces_of(part)]
    told = [part for part in parts if is_date(part) or is_label(part)]
    return bool(told) and all(part in told or len(part) <= _BESIDE_CHARS for part in parts)


def pieces_of(part: str) -> list[str]:
    """A short line that begins with a numeric date, cut behind it: '2022/09/23 admin 0 comments'."""
    m = _NUMERIC_DAY.match(part.strip()) if len(part) <= LABEL_CHARS else None
    rest = "" if m is None else part.strip()[m.end() :].strip(" -|،,")
    return [part] if m is None or not rest else [m.group(), rest]


def is_publication(text: str) -> bool:
    """Whether a line tells the page's own date: neither today's nor that of its last change."""
    return (is_date(text) or says_published(text)) and not says_other_day(text)


def says_published(text: str) -> bool:
    """Whether a line begins with 'published on' and a date."""
    return len(text) <= LABEL_CHARS and _TOLD.match(fold(text)) is not None


def says_other_day(text: str) -> bool:
    """Whether a date is said to be today's or that of the last change."""
    return _NOT_PUBLISHED.search(fold(text)) is not None


def has_weekday(text: str) -> bool:
    """Whether a date names its weekday: an author's words rather than a system's stamp."""
    return any(w in WEEKDAYS for w in _WORD.findall(fold(text)))
