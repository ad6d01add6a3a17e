"""What of a page is frame by its own words: headings of boxes with other pages, labels, dates that stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import yaml

from ingest.text.dates import MONTHS, SHORT_MONTHS, WEEKDAYS, find_dates
from ingest.text.fold import clean, compile_folded, fold, fold_pattern
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
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: What parts a date from the words beside it.
_BETWEEN = re.compile(r" [–—·•/-] |\|")
#: What parts the pieces of an address.
_PIECES = re.compile(r"\s[-–—]\s|[,،;:·|.]\s")
_PHONE = re.compile(
    fold_pattern(r"(?:(?:ال)?هاتف|(?:ال)?فاكس|\btel|\btelephone|\bfax|\bphone|\bcall)[ .:/\w]{0,12}[+\d]")
)
_COUNT = re.compile(r"\d{1,3}")
_MARKS = " -–—|·•,،;:"
#: Where a page was published, behind the words that say so.
_SECTION = re.compile(fold_pattern(r"(?:in|dans|في) [^\d]{1,30}"))
#: Of the day on which the page is looked at, or was last changed.
_NOT_PUBLISHED = re.compile(
    fold_pattern(r"(?:^|\W)(?:اليوم|تحديث|تعديل|aujourd'hui|mise? a jour|modifi\w+|today|updated?|modified)(?:\W|$)")
)
#: 'Published on …', with what follows on the same line.
_TOLD = re.compile(
    fold_pattern(
        r"\W*(?:(?:نشر|أضيف|كتب|حرر)\w* (?:بتاريخ|في|يوم)|تاريخ (?:النشر|الإضافة)|(?:date de )?publication ?:"
        r"|(?:publiee?|poste|mise? en ligne|ajoute)(?: le|(?= \d))|(?:published|posted)(?: on|(?= \d))) ?:? ?(?=.*\d)"
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
    return fold(text).strip(' .,،:!؟?…»«">›-–|•*')


@lru_cache(maxsize=_LINES)
def is_box_heading(text: str) -> bool:
    """Whether a line is the heading of a box with other pages, the weather, archives …"""
    return leads_to_others(text) or (
        len(text) <= LABEL_CHARS and _pattern("headings").fullmatch(_bare(text)) is not None
    )


def leads_to_others(text: str) -> bool:
    """Whether a line is the heading of other pages of the site."""
    return len(text) <= LABEL_CHARS and _pattern("others").fullmatch(_bare(text)) is not None


def leads_to_one(text: str) -> bool:
    """Whether a line sends the reader to another page of the site: 'Read also: …'."""
    return len(text) <= 2 * LABEL_CHARS and _pattern("asides").fullmatch(_bare(text)) is not None


def ends_text(text: str) -> bool:
    """Whether a line is one of those that stand below a text: share it, print it, go back."""
    return len(text) <= LABEL_CHARS and _pattern("tails").fullmatch(_bare(text)) is not None


def names_meta(text: str) -> bool:
    """Whether words name what a page says of itself: the day of its publication, its author, its section."""
    return len(text) <= LABEL_CHARS and _pattern("meta_names").fullmatch(_bare(text)) is not None


def is_imprint(text: str) -> bool:
    """Whether a line at a page's foot says whose site it is, where they are, how to call them."""
    return len(text) <= LABEL_CHARS and (
        _PHONE.search(fold(text)) is not None or any(is_site_name(x) for x in _PIECES.split(text) if x.strip())
    )


def is_site_name(text: str) -> bool:
    """Whether a line is no more than the name of a council or of its site."""
    if len(text) > LABEL_CHARS:
        return False
    names = _pattern("site_names")
    return names.fullmatch(_bare(text)) is not None or (
        bool(parts := bar_parts(text)) and all(names.fullmatch(_bare(x)) is not None for x in parts)
    )


@lru_cache(maxsize=_LINES)
def is_label(text: str) -> bool:
    """Whether a line says where one is, who wrote, how many read, who may copy."""
    if len(text) > 2 * LABEL_CHARS:
        return False
    if _pattern("labels").fullmatch(_bare(text)) is not None or ends_text(text):
        return True
    parts = bar_parts(text)
    return len(parts) > 1 and all(_pattern("labels").fullmatch(_bare(x)) is not None for x in parts)


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
    return bool(told) and all(part in told or len(part) <= _BESIDE_CHARS or _is_beside(part) for part in parts)


def is_byline(text: str) -> bool:
    """Whether a line is a date or label and short words parted by marks: 'Le Journal – 12 mai 2024 | Société'.

    Such a line is of the frame right below a title, as are words that stand beside a date that is not given; elsewhere
    it may be an item of a list.
    """
    if len(text) > LABEL_CHARS:
        return False
    parts = bar_parts(text)
    if len(parts) < 2:
        return _is_beside(text) or (
            len(text) <= _BESIDE_CHARS and (_COUNT.fullmatch(text) is not None or text[-1] in "-–|" or text[0] == "|")
        )
    return is_stamp(parts) and not any(is_date(x) and has_weekday(x) and not says_published(x) for x in parts)


def bar_parts(text: str) -> list[str]:
    """A line cut at dashes, bars and dots between words."""
    return [clean(x) for x in _BETWEEN.split(text) if x.strip()]


def pieces_of(part: str) -> list[str]:
    """A short line cut around its date: '2022/09/23 admin 0 comments', 'Posted by the office on 9 May 2022'.

    Behind a numeric date that begins it may stand anything, around any other only what systems write there.
    """
    part = part.strip()
    if len(part) > LABEL_CHARS or is_date(part) or _YEAR.search(part) is None:
        return [part]
    if (m := _NUMERIC_DAY.match(part)) and (rest := part[m.end() :].strip(_MARKS)):
        return [m.group(), rest]
    dates = [d for d in find_dates(part) if d.precision == "day" and d.value]
    before, _, after = part.partition(dates[0].raw) if len(dates) == 1 else (part, "", "")
    if len(dates) != 1:
        return [part]
    told = dates[0].raw
    if is_date(before + told):
        before, told = "", (before + told).strip()
    before, after = before.strip(_MARKS), after.strip(_MARKS)
    if says_other_day(before):
        return [part]
    is_section = says_published(told) and _SECTION.fullmatch(fold(after)) is not None
    if all(not x or is_label(x) or _is_beside(x) for x in (before, "" if is_section else after)):
        return [x for x in (before, told, after) if x]
    return [part]


def _is_beside(text: str) -> bool:
    """Whether words beside a date say who wrote or how many read."""
    return len(text) <= LABEL_CHARS and _pattern("beside").fullmatch(_bare(text)) is not None


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
