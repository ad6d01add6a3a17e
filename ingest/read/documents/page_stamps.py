"""What a page says of itself beside its content: who wrote it, when, under which heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ingest.read.documents.frame import (
    LABEL_CHARS,
    bar_parts,
    has_weekday,
    is_byline,
    is_date,
    is_label,
    is_publication,
    is_stamp,
    names_meta,
    pieces_of,
    says_other_day,
    says_published,
)
from ingest.read.documents.html_text import words_of
from ingest.read.documents.page_lines import FLOW, PageLine, is_in

#: Items of lists and rows: what is below a title there may be words of the page.
_LISTED = ("li", "tr")
#: Lines behind the content among which a page may show its date, and before it.
_BEHIND, _ABOVE = 3, 2
#: Lines below the title among which it may say who wrote, when.
_BELOW = 6
_DATE_BOX = re.compile(
    r"(?<![a-z])(?:(?:create|pub|post|entry)?date|date(?:pub\w*|created?)|time|publi\w*|posted|created?|meta"
    r"|submitted|info)(?![a-z])"
)
#: Days of what the page tells of, and the day on which it is looked at.
_OTHER_DAY_BOX = re.compile(r"event|agenda|seance|session|meeting|reunion|start|debut|today|aujourd|now|clock")
#: What says by its name that it holds who wrote, when, under which heading.
_META_BOX = re.compile(r"(?<![a-z])(?:meta|byline|submitted|posted|post-?infos?|article-?infos?)(?![a-z])")
_META_STEPS, _META_CHARS = 3, 100
#: Words of a byline: a category, an author.
_WORD_CHARS = 25
_INLINE = ("time", "span", "small", "abbr", "em", "i")


@dataclass(frozen=True)
class Stamp:
    """A date of the page itself: its words, and the machine's date beside them."""

    words: str
    machine_date: str | None


def bylines_below(lines: Sequence[PageLine], at: int | None) -> list[int]:
    """Lines below the title that say who wrote, when; none where several alike with dates are a list."""
    below = range(0 if at is None else at + 1, 0 if at is None else min(at + 1 + _BELOW, len(lines)))
    listed = _stamp_lists(lines, below)
    named = _named_tables(lines, below)
    found = [
        i
        for i in below
        if (lines[i].owner.tag not in _LISTED and is_byline(lines[i].text))
        or lines[i].owner in listed
        or _is_in_meta(lines[i])
        or lines[i].owner in named
    ]
    dated = [i for i in found if next(stamps_of(lines[i]), None) is not None]
    return [i for i in found if i not in dated] if len(dated) > 1 else found


def _stamp_lists(lines: Sequence[PageLine], below: range) -> set[Any]:
    """Items of lists that hold short words alone, among them a label of the frame."""
    found: set[Any] = set()
    for box in {lines[i].owner.getparent() for i in below if lines[i].owner.tag in ("li", "dt", "dd")}:
        items = [x for x in lines if x.owner.getparent() is box]
        if any(is_of_frame(x) or is_byline(x.text) for x in items) and all(
            is_of_frame(x) or len(x.text) <= _WORD_CHARS for x in items
        ):
            found.update(x.owner for x in items)
    return found


def _named_tables(lines: Sequence[PageLine], below: range) -> set[Any]:
    """Rows of tables whose first column names what a page says of itself."""
    found: set[Any] = set()
    for box in {lines[i].owner.getparent() for i in below if lines[i].owner.tag == "tr"}:
        rows = [x for x in lines if x.owner.getparent() is box]
        if all(names_meta(x.parts[0]) for x in rows):
            found.update(x.owner for x in rows)
    return found


def _is_in_meta(line: PageLine) -> bool:
    """Whether a short line stands in a box that names itself after its author and date."""
    if len(line.text) > _META_CHARS or has_weekday(line.text) or line.owner.tag == "tr":
        return False
    around = (line.owner, *islice(line.owner.iterancestors(), _META_STEPS))
    box = next((x for x in around if _META_BOX.search(names_of(x))), None)
    return box is not None and len(words_of(box)) <= _META_CHARS


def is_of_frame(line: PageLine) -> bool:
    """Whether a line is a stamp or a label: of the frame wherever it stands at an end of the content."""
    if is_date(line.text):
        is_said = not has_weekday(line.text) or says_published(line.text)
        return is_said or line.machine_date is not None or _is_dated(line)
    is_short = len(line.text) <= LABEL_CHARS
    is_row = line.owner.tag == "tr"
    return (not is_row and is_stamp(line.parts)) or is_label(line.text) or (line.machine_date is not None and is_short)


def stamps_of(line: PageLine) -> Iterator[Stamp]:
    """The dates of a label, the machine's beside each."""
    parts = bar_parts(line.text) if is_byline(line.text) else line.parts
    words = [piece for part in parts for piece in pieces_of(part) if is_publication(piece)]
    if not words and line.machine_date is not None and not says_other_day(line.text):
        words = [line.text]
    yield from (Stamp(w, line.machine_date) for w in words)


def _is_dated(line: PageLine) -> bool:
    """Whether the element around a line, or the inline one that holds its date, says by its name that it is a stamp."""
    if _is_date_box(line.owner):
        return True
    inline = (x for x in line.owner.iter(*_INLINE) if x.tag == "time" or _is_date_box(x))
    return any(words_of(x) == line.text for x in inline)


def _is_date_box(node: Any) -> bool:
    names = names_of(node)
    return _DATE_BOX.search(names) is not None and _OTHER_DAY_BOX.search(names) is None


def names_of(node: Any) -> str:
    """What an element is called, by its class and its id."""
    return f"{node.get('class') or ''} {node.get('id') or ''}".lower()


def _dates_above(lines: Sequence[PageLine], at: int) -> Iterator[PageLine]:
    """A date that begins the box around it and the title, where the site's own head stands before that box."""
    if at < 2:
        return
    around = set(lines[at].owner.iterancestors())
    box = next((x for x in lines[at - 1].owner.iterancestors() if x in around), None)
    if box is not None and not is_in(lines[at - 2].owner, box):
        yield lines[at - 1]


def _box_of(title: PageLine) -> Any:
    """The element that a title stands in with its stamps: never a row of columns."""
    parent = title.owner.getparent()
    is_alone = words_of(title.owner) == title.text
    return parent if parent is not None and parent.tag != "tr" and is_alone else title.owner


def lines_around(lines: Sequence[PageLine], inside: Sequence[int], at: int | None, element: Any) -> Iterator[PageLine]:
    """Lines between heading and content, beside the heading, and right behind the content."""
    if at is not None:
        yield from lines[at + 1 : inside[0]]
        box = _box_of(lines[at])
        beside = (lines[i] for i in range(max(0, at - _BEHIND), at))
        yield from (x for x in beside if is_in(x.owner, box))
        yield from _dates_above(lines, at)
    else:
        # No line is known for the title: what stands right above the content.
        yield from lines[max(0, inside[0] - _ABOVE) : inside[0]]
    # Behind the content side columns begin: only a line that says so itself is of this page, or one that ends its text.
    behind = lines[inside[-1] + 1 : inside[-1] + 1 + _BEHIND]
    yield from (x for x in behind if says_published(x.text))
    if element.tag in FLOW and behind and behind[0].owner.getparent() is element.getparent():
        yield from (x for x in behind[:1] if x.owner.tag == "p" and is_date(x.text))
