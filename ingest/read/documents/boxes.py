"""Boxes of a page that hold no words of its own: those that name themselves, and teasers of other pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from ingest.read.documents.frame import (
    has_weekday,
    is_box_heading,
    is_date,
    is_label,
    is_stamp,
    leads_to_one,
    leads_to_others,
)
from ingest.read.documents.html_text import words_of
from ingest.read.documents.html_tree import drop
from ingest.read.documents.page_heading import find_heading, is_said
from ingest.read.documents.page_lines import PageLine, is_in, page_lines
from ingest.read.documents.title_stamps import set_stamps_apart

#: Shorter lines are labels.
PROSE_CHARS = 25
#: So many letters in several of them are words all the same.
_FEW_CHARS = 40
_COMMENTS = re.compile(
    r"(?:^|\s)(?:comments?(?:[-_](?:list|area|section|wrap|respond|form|body))?|commentlist|respond|disqus_thread)"
    r"(?:$|\s)"
)
#: Buttons for readers, ways to other pages, advertisements: short boxes alone.
_ACTIONS = re.compile(
    r"(?i)(?<![a-z])(?:share|sharing|shared?addy|social(?:-\w{1,20})?|partage|pager|pagination|pagenav|post-?navigation"
    r"|breadcrumbs?|fil-?ariane|adsense|advert\w{0,9}|ads?(?=$|[\s_-]))(?![a-z])"
)
_ACTIONS_CHARS = 300
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_ENDS_BOX = frozenset([*_HEADINGS, "h1", "hr"])
#: What a text is made of.
_FLOW = ("p", "div", "li", "blockquote")
_TEASERS = ("article", "div", "li", "section")
_TEASER_CHARS, _TEASER_DEPTH = 400, 3
#: Of the heading that is left where teasers were.
_HEADING_CHARS = 60


def take_out_boxes(body: Any, said: str) -> PageLine | None:
    """Drop boxes whose heading says that they hold other pages, the weather, archives; what visitors wrote; teasers.

    Returns:
        The line of the page's title, where that is sure: menus, which tell a site's name from it, may be gone later.
    """
    for node in [x for x in body.iter() if _is_frame_part(x)]:
        if node is not body and not any(is_said(words_of(x), said) for x in node.iter("h1", "h2")):
            drop(node)
    set_stamps_apart(body)
    for line in page_lines(body):
        if leads_to_one(line.text) and line.owner.tag in _FLOW and words_of(line.owner) == line.text:
            drop(line.owner)
    lines = page_lines(body)
    heading = find_heading(body, lines, said)
    # A box of other pages may hold headings of theirs: only a title that is surely the page's own keeps its box.
    if heading is None or not heading.is_sure:
        _take_out_named(body, lines, said, None)
        return None
    _take_out_named(body, lines, said, heading.at)
    _take_out_teasers(body, lines, heading.at)
    return lines[heading.at]


def _is_frame_part(node: Any) -> bool:
    """Whether an element says by its role, its name or its place that it is no content."""
    if node.get("role") in ("navigation", "search", "complementary", "contentinfo", "banner"):
        return True
    if node.tag == "header":
        return not any(x.tag in ("article", "main", "section") for x in node.iterancestors())
    names = f"{node.get('class') or ''} {node.get('id') or ''}"
    if node.tag == "marquee" or _COMMENTS.search(names) is not None:
        return True
    return _ACTIONS.search(names) is not None and len(words_of(node)) <= _ACTIONS_CHARS


def _take_out_named(body: Any, lines: Sequence[PageLine], said: str, at: int | None) -> None:
    """Boxes that begin with a heading of theirs, unless they hold most of a page that says nothing besides."""
    around_title = {body} if at is None else {lines[at].owner, *lines[at].owner.iterancestors()}
    first: dict[Any, int] = {}
    for i, line in enumerate(lines):
        node = line.owner
        while node is not None and node not in first:
            first[node] = i
            node = node.getparent()
    total = sum(line.own_chars for line in lines)
    for i, line in enumerate(lines):
        if not is_box_heading(line.text) or is_said(line.text, said) or line.owner in around_title:
            continue
        box = line.owner
        while (around := box.getparent()) is not None and first.get(around) == i and around not in around_title:
            box = around
        inside = sum(x.own_chars for x in lines[i:] if is_in(x.owner, box))
        has_own_words = _has_own_words(lines, at, i, box)
        if box is body or not (2 * inside < total or has_own_words):
            continue
        if has_own_words and at is not None and at < i and leads_to_others(line.text) and words_of(box) == line.text:
            for sibling in list(_up_to_heading(box)):
                drop(sibling)
        drop(box)


def _up_to_heading(box: Any) -> Iterator[Any]:
    """What stands behind a heading that has no box of its own."""
    for sibling in box.itersiblings():
        if sibling.tag in _ENDS_BOX or next(sibling.iter(*_ENDS_BOX), None) is not None:
            return
        yield sibling


def _has_own_words(lines: Sequence[PageLine], at: int | None, i: int, box: Any) -> bool:
    """Whether a page says anything itself between its title and a box, or behind its title where the box is before."""
    if at is None:
        return False
    behind = lines[at + 1 : i] if at < i else (x for x in lines[at + 1 :] if not is_in(x.owner, box))
    own = [line.own_chars for line in behind if _is_own(line)]
    return max(own, default=0) >= PROSE_CHARS or sum(own) >= _FEW_CHARS


def _is_own(line: PageLine) -> bool:
    """Whether a line is neither a link nor a label of the frame."""
    if line.link_chars > line.own_chars or is_date(line.text) or is_stamp(line.parts):
        return False
    return not (is_label(line.text) or is_box_heading(line.text))


def _take_out_teasers(body: Any, lines: Sequence[PageLine], at: int) -> None:
    """Elements alike behind a page's own words, a date on a line of its own in each: other pages, linked or not."""
    around_title = {body, lines[at].owner, *lines[at].owner.iterancestors()}
    groups: dict[tuple[Any, str, str], dict[Any, int]] = defaultdict(dict)
    for i, line in enumerate(lines[at + 1 :], at + 1):
        if not is_date(line.text) or has_weekday(line.text):
            continue
        for box in [line.owner, *islice(line.owner.iterancestors(), _TEASER_DEPTH)]:
            if box in around_title or box.getparent() is None:  # Some boxes are gone by now.
                break
            if box.tag in _TEASERS and (box.get("class") or next(box.iter(*_HEADINGS), None) is not None):
                groups[(box.getparent(), box.tag, box.get("class") or "")].setdefault(box, i)
    for (parent, tag, name), items in groups.items():
        alike = [x for x in parent.iterchildren(tag) if (x.get("class") or "") == name]
        if len(alike) < 2 or len(items) < len(alike):
            continue
        first = next((i for i, line in enumerate(lines) if is_in(line.owner, alike[0])), 0)
        if first > at and all(_is_teaser(x) for x in alike) and _has_own_words(lines, at, first, alike[0]):
            for item in alike:
                drop(item)
            if parent not in around_title and len(words_of(parent)) <= _HEADING_CHARS:
                drop(parent)


def _is_teaser(item: Any) -> bool:
    """Whether an element says a little besides its date."""
    return _HEADING_CHARS // 3 <= len(words_of(item)) <= _TEASER_CHARS
