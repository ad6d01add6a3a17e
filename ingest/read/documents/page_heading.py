"""The line of a page that is its title: its <title>, its headings, names of elements and letters of a title say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ingest.read.documents.frame import (
    is_box_heading,
    is_date,
    is_label,
    is_publication,
    is_site_name,
    is_stamp,
    pieces_of,
)
from ingest.read.documents.html_text import words_of
from ingest.read.documents.letters import BOLD, letter_size
from ingest.read.documents.page_lines import HOLDERS, PageLine, is_in
from ingest.text.fold import fold

#: So much of a line shows that most are not the title.
_BEGINNING_CHARS = 24
_WORD_CHAR = re.compile(r"\w")
_TITLE_BOX = re.compile(r"(?i:titre|title|heading|subject)(?!s?[-_]?(?i:bar|box|wrap|site|widget))")
_NAMED_CHARS, _TITLE_CHARS = 4, 400
_CRUMB_CHARS = 8
#: A line with so many letters of its own that stands in no list is prose: what stands behind it is no title.
_PROSE_CHARS = 60
_WORDS_CHARS = 12
#: Fewer words above a date are the name of a section.
_TITLE_WORDS = 3
#: So many items behind a heading are a menu.
_MENU_LINES = 3
#: A cell, its row and their table.
_NEAR_STEPS = 3
_HEADINGS = re.compile(r"h[1-6]")
#: So many inline elements may stand between a heading and its words.
_INLINE_DEPTH = 12


@dataclass(frozen=True)
class Heading:
    """The line of a page that is its title."""

    at: int
    is_sure: bool
    """The page says twice that it is: in its <title> too, or by its level."""


def find_heading(body: Any, lines: Sequence[PageLine], said: str) -> Heading | None:
    """The line that is the page's title.

    One that its <title> says too, else its first <h1>, else what is named a title, else its first <h2>, else the line
    that ends the words "you are here", else the first that is set off by its letters above the prose. A site's own name
    above its menu is none of these where another heading follows.

    Args:
        said: the folded words of the page's <title>.
    """
    at = _marked_heading(lines, said)
    if at is not None and (behind := _behind_site_name(lines, at)) is not None:
        return Heading(behind, is_sure=True)
    level = None if at is None else _level(lines[at].owner)
    if at is not None and level is None and is_site_name(lines[at].text) and _is_all(lines[at].text, said):
        at = next((x for x in _unmarked(body, lines) if x is not None), at)
    if at is not None and (is_said(lines[at].text, said) or level == 1):
        return Heading(at, is_sure=True)
    if at is None:
        at = next((x for x in _unmarked(body, lines) if x is not None), None)
    else:
        at = min(x for x in (at, _named_heading(body, lines), _set_off(body, lines)) if x is not None)
    return None if at is None else Heading(at, is_sure=False)


def _is_all(text: str, said: str) -> bool:
    """Whether a page's <title> says no more than a line."""
    return len(re.findall(r"\w", said)) == len(re.findall(r"\w", fold(text)))


def _unmarked(body: Any, lines: Sequence[PageLine]) -> Iterator[int | None]:
    """What may be the title of a page without headings, the likeliest first."""
    yield _named_heading(body, lines)
    yield _last_crumb(lines)
    yield _set_off(body, lines)


def is_said(text: str, said: str) -> bool:
    """Whether the page's <title> holds a line, as whole words.

    Not by a pattern: one a line would be compiled for each line of each page, which took longer than all else.
    """
    if fold(text[:_BEGINNING_CHARS]) not in said:
        return False
    folded = fold(text)
    at = said.find(folded) if len(folded) >= 4 else -1
    while at >= 0 and any(_WORD_CHAR.match(said[i : i + 1]) for i in (at - 1, at + len(folded)) if i >= 0):
        at = said.find(folded, at + 1)
    return at >= 0


def _marked_heading(lines: Sequence[PageLine], said: str) -> int | None:
    best, most = None, (0, 0, 0)
    for i, line in enumerate(lines):
        if line.is_home_link or len(line.text) > _TITLE_CHARS:
            continue
        level = _level(line.owner)
        is_told = is_said(line.text, said)
        if level is None and (not is_told or _is_in_banner(line.owner)):
            continue
        rank = 3 if is_told and level else 2 if is_told else 1 if level is not None and level <= 2 else 0
        rank -= is_told and is_site_name(line.text)
        found = (rank, 9 - (level or 8), len(line.text) if is_told else 0)
        if rank and found > most:
            best, most = i, found
    return best


def _behind_site_name(lines: Sequence[PageLine], at: int) -> int | None:
    """The heading behind a site's name and its menu; None where a line is no such name."""
    if not is_site_name(lines[at].text):
        return None
    items = 0
    for i, line in enumerate(lines[at + 1 :], at + 1):
        level = _level(line.owner)
        is_item = line.owner.tag in ("li", "td") or line.link_chars > line.own_chars
        if level is not None and items >= _MENU_LINES and not is_box_heading(line.text):
            return i if level <= 3 else None
        if not is_item and line.own_chars >= _PROSE_CHARS:
            return None
        items += is_item
    return None


def _named_heading(body: Any, lines: Sequence[PageLine]) -> int | None:
    """The first line that an element holds which is named after titles: pages without headings have one."""
    for node in body.iter():
        if _TITLE_BOX.search(f"{node.get('class') or ''} {node.get('id') or ''}") and not _is_in_banner(node):
            words = words_of(node)
            if _NAMED_CHARS <= len(words) <= _TITLE_CHARS and not is_box_heading(words):
                return next((i for i, line in enumerate(lines) if line.text == words), None)
    return None


def _last_crumb(lines: Sequence[PageLine]) -> int | None:
    """The line that the words of where one is end with."""
    crumbs: list[str] = []
    for i, line in enumerate(lines):
        if _CRUMB_CHARS <= len(line.text) <= _TITLE_CHARS and any(c.endswith(line.text) for c in crumbs):
            return i
        if is_label(line.text):
            crumbs.append(line.text)
    return None


def _set_off(body: Any, lines: Sequence[PageLine]) -> int | None:
    """A line in bold or large letters above prose: what a page made by hand has for a heading.

    Of several the largest, a banner above the menu last, then one above a date, then those near their prose,
    of these the one above the most; without any, the first line of some words right above a date.
    """
    sizes = _letters(body)
    prose = [i for i, x in enumerate(lines) if x.own_chars >= _PROSE_CHARS and x.owner.tag not in ("li", "tr")]
    words = [i for i, x in enumerate(lines) if x.own_chars >= _WORDS_CHARS]
    """Below large letters a page may hold nothing but a list."""
    ranked = []
    for i, line in enumerate(lines):
        if (size := sizes.get(line.text)) is None or not may_be_title(line):
            continue
        is_plain = not _is_above_stamp(lines, i)
        steps = _steps_to_prose(lines, i, prose, prose if is_plain and size <= BOLD else words)
        if steps is not None:
            chars = _chars_in(lines, i, steps)
            ranked.append((_is_banner(lines, i), -size, is_plain, max(_NEAR_STEPS, steps), -chars, i))
    if ranked:
        return min(ranked)[-1]
    told = (i for i, x in enumerate(lines[:-1]) if may_be_title(x) and len(x.text.split()) >= _TITLE_WORDS)
    above = (i for i in told if _is_above_stamp(lines, i))
    return next((i for i in above if _steps_to_prose(lines, i, prose, prose) is not None), None)


def _letters(body: Any) -> dict[str, float]:
    """Words that an element sets off → the size of its letters."""
    found: dict[str, float] = {}
    for node in body.iter():
        if (size := letter_size(node)) is None:
            continue
        chars = 0
        for piece in node.itertext():
            chars += len(piece)
            if chars > 2 * _TITLE_CHARS:
                break
        else:
            words = words_of(node)
            found[words] = max(size, found.get(words, 0.0))
    return found


def _steps_to_prose(lines: Sequence[PageLine], at: int, prose: Sequence[int], words: Sequence[int]) -> int | None:
    """How far up the first element stands that holds a line and words behind it; None where prose before is as near."""
    around = {x: n for n, x in enumerate((lines[at].owner, *lines[at].owner.iterancestors()))}
    before = min((_steps_to(lines[i].owner, around) for i in prose if i < at), default=len(around))
    behind = min((_steps_to(lines[i].owner, around) for i in words if i > at), default=len(around))
    return behind if behind < before else None


def _chars_in(lines: Sequence[PageLine], at: int, steps: int) -> int:
    """Letters of the box that holds a line and the words behind it."""
    box = next(islice((lines[at].owner, *lines[at].owner.iterancestors()), steps, None))
    return sum(x.own_chars for x in lines if is_in(x.owner, box))


def _steps_to(node: Any, around: dict[Any, int]) -> int:
    """How far up from one element another stands too."""
    return next((around[x] for x in (node, *node.iterancestors()) if x in around), len(around))


def _is_banner(lines: Sequence[PageLine], at: int) -> bool:
    """Whether a menu follows a line."""
    return any(x.link_chars > x.own_chars for x in lines[at + 1 : at + 3])


def _is_above_stamp(lines: Sequence[PageLine], at: int) -> bool:
    """Whether a date stands right below a line, in the same box."""
    if at + 1 >= len(lines):
        return False
    below = lines[at + 1]
    is_dated = is_stamp(below.parts) and any(is_publication(y) for x in below.parts for y in pieces_of(x))
    box = lines[at].owner.getparent()
    is_row = box is not None and box.tag == "tr"
    """A title and its date may be rows of a table."""
    is_near = below.owner.getparent() in (lines[at].owner, box) or (is_row and below.owner.getparent() is box.getnext())
    return is_dated and is_near and below.owner.tag not in ("li", "tr")


def may_be_title(line: PageLine) -> bool:
    """Whether a line that nothing marks as a title could be one."""
    if not _NAMED_CHARS <= len(line.text) <= _TITLE_CHARS or line.link_chars > 0:
        return False
    is_frame = is_box_heading(line.text) or is_label(line.text) or is_stamp(line.parts) or is_date(line.text)
    return not is_frame and not is_site_name(line.text)


def _is_in_banner(node: Any) -> bool:
    """Whether an element stands in the site's own header, which says the site's name."""
    while node is not None and node.tag not in ("article", "main"):
        if node.tag == "header" or node.get("role") == "banner":
            return True
        node = node.getparent()
    return False


def _level(node: Any) -> int | None:
    """1 to 6 for a line in a heading."""
    for around in (node, *islice(node.iterancestors(), _INLINE_DEPTH)):
        if around.tag in HOLDERS:
            return None
        if _HEADINGS.fullmatch(str(around.tag)):
            return int(around.tag[1])
    return None
