"""The main content of a page whose class names nobody has told: where words outweigh the frame.

Calendars, lists of other pages and boxes that name themselves go first. Then every line is worth its letters, and costs
what it links to other pages; the element whose lines are worth most is the content. Lines before the heading count
little, and so do boxes that call themselves menu, side or foot. Nothing here knows a site.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.read.documents.frame import (
    LABEL_CHARS,
    has_weekday,
    is_box_heading,
    is_date,
    is_label,
    is_publication,
    is_stamp,
    pieces_of,
    says_other_day,
    says_published,
)
from ingest.read.documents.html_text import words_of
from ingest.read.documents.html_tree import drop
from ingest.read.documents.other_pages import take_out_other_pages
from ingest.read.documents.page_lines import PageLine, page_lines
from ingest.text.fold import fold

#: Shorter lines are labels: they speak for an element, but hardly.
PROSE_CHARS = 25
_LABEL_WORTH = 0.2
#: What a line of links costs besides its letters, and what a line of the frame costs.
_LINK_COST, _FRAME_COST = 10, 20
_MAX_WORTH = 1_000
_BEFORE_HEADING = 0.1
_IN_FRAME_BOX = 0.3
_COLUMN_SHARE = 0.2
#: What a line is worth less for each element more that it stands away from the heading.
_PER_LEVEL = 0.7
#: Elements whose short lines are words of the page: those of any other are labels of the frame.
_LISTED = ("li", "tr")
#: Parts of a text that are never all of it.
_FLOW = frozenset(["p", "ul", "ol", "dl", "table", "blockquote", "pre"])
_SAYING_NAMES = "p li tr td th h1 h2 h3 h4 h5 h6 dt dd blockquote pre caption"
_SAYING = frozenset(_SAYING_NAMES.split())
#: Elements that can be a page's content.
_HOLDERS_NAMES = "article body blockquote center div dl form main ol p pre section table td ul"
_HOLDERS = frozenset(_HOLDERS_NAMES.split())
_LEVELS = {f"h{n}": n for n in range(1, 7)}
_WORD_CHAR = re.compile(r"\w")
_FRAME_BOX = re.compile(
    r"(?<![a-z])(?:side(?:bar|col\w*)?|foot(?:er)?|pied|head(?:er)?|menu|nav(?:bar)?|topbar|widget|related|similar"
    r"|comments?|share|social|breadcrumbs?|crumbs?|ariane|banner|popup|modal|cookies?|tags?|calendar|agenda|meteo"
    r"|weather|login|search)(?![a-z])"
)
_COMMENTS = re.compile(
    r"(?:^|\s)(?:comments?(?:[-_](?:list|area|section|wrap|respond|form|body))?|commentlist|respond|disqus_thread)"
    r"(?:$|\s)"
)
_TITLE_BOX = re.compile(r"(?i:titre|title|heading|subject)(?!s?[-_]?(?i:bar|box|wrap|site|widget))")
_NAMED_CHARS, _TITLE_CHARS = 8, 400
#: So much of a line shows that most are not the title.
_BEGINNING_CHARS = 24
#: Lines behind the content among which a page may show its date.
_BEHIND = 3
_ABOVE = 2
_DATE_BOX = re.compile(r"(?<![a-z])(?:date|time|publi\w*|posted|created?|meta|submitted|info)(?![a-z])")


@dataclass(frozen=True)
class MainContent:
    """A page's content, its title and its date as the page shows them."""

    element: Any
    title: str | None
    dates: tuple[Stamp, ...]
    """What may be the day of publication, the likeliest first."""
    cut: frozenset[str]
    """Lines of the frame that stand at the content's ends."""


@dataclass(frozen=True)
class Stamp:
    """A date of the page itself: its words, and the machine's date beside them."""

    words: str
    machine_date: str | None


def main_content(tree: Any) -> MainContent | None:
    """The content of a page, the frame taken out of `tree`; None where no line is worth more than it links."""
    body = next(iter(tree.iter("body")), tree)
    said = fold(" ".join(words_of(x) for x in tree.iter("title"))[:1_000])
    _take_out_boxes(body, said)
    kept = take_out_other_pages(body)
    lines = page_lines(body)
    at = _heading(body, lines, said)
    worth = _worth(body, lines, at, kept)
    heading = None if at is None else lines[at].owner
    element = _best(_column(body, worth.good, heading), worth, heading)
    inside = [] if element is None else [i for i, line in enumerate(lines) if _is_in(line.owner, element)]
    if not inside:
        return None
    ends = _ends(lines, inside, at, kept)
    around = [line for line in _around(lines, inside, at) if _is_of_frame(line)]
    stamps = [stamp for line in (*around, *ends) for stamp in _stamps(line)]
    title = None if at is None else lines[at].text
    return MainContent(element, title, tuple(stamps), frozenset(line.text for line in ends))


def _take_out_boxes(body: Any, said: str) -> None:
    """Boxes whose heading says that they hold other pages, the weather, archives; what visitors wrote."""
    for node in [x for x in body.iter() if _is_frame_part(x)]:
        if node is not body and not any(_is_said(words_of(x), said) for x in node.iter("h1", "h2")):
            drop(node)
    lines = page_lines(body)
    first: dict[Any, int] = {}
    for i, line in enumerate(lines):
        node = line.owner
        while node is not None and node not in first:
            first[node] = i
            node = node.getparent()
    total = sum(line.own_chars for line in lines)
    for i, line in enumerate(lines):
        if not is_box_heading(line.text) or _is_said(line.text, said):
            continue
        box = line.owner
        while (around := box.getparent()) is not None and first.get(around) == i and around is not body:
            box = around
        inside = sum(x.own_chars for x in lines[i:] if _is_in(x.owner, box))
        if box is not body and 2 * inside < total:
            drop(box)


def _is_frame_part(node: Any) -> bool:
    """Whether an element says by its role, its name or its place that it is no content."""
    if node.get("role") in ("navigation", "search", "complementary", "contentinfo", "banner"):
        return True
    if node.tag == "header":
        return not any(x.tag in ("article", "main", "section") for x in node.iterancestors())
    return _COMMENTS.search(f"{node.get('class') or ''} {node.get('id') or ''}") is not None


def _is_in(node: Any, box: Any) -> bool:
    while node is not None:
        if node is box:
            return True
        node = node.getparent()
    return False


def _heading(body: Any, lines: Sequence[PageLine], said: str) -> int | None:
    """The line that is the page's title.

    One that its <title> says too, else its first <h1>, else what is named a title, else its first <h2>, else the line
    that ends the words "you are here".
    """
    at = _marked_heading(lines, said)
    if at is not None and (_is_said(lines[at].text, said) or _level(lines[at].owner) == 1):
        return at
    named = _named_heading(body, lines)
    at = named if named is not None and (at is None or named < at) else at
    return _last_crumb(lines) if at is None else at


def _last_crumb(lines: Sequence[PageLine]) -> int | None:
    """The line that the words of where one is end with."""
    crumbs = [line.text for line in lines if is_label(line.text)]
    for i, line in enumerate(lines):
        if _NAMED_CHARS <= len(line.text) <= _TITLE_CHARS and any(
            c != line.text and c.endswith(line.text) for c in crumbs
        ):
            return i
    return None


def _marked_heading(lines: Sequence[PageLine], said: str) -> int | None:
    best, most = None, (0, 0, 0)
    for i, line in enumerate(lines):
        if line.is_home_link or len(line.text) > _TITLE_CHARS:
            continue
        level = _level(line.owner)
        is_said = _is_said(line.text, said)
        if level is None and (not is_said or _is_in_banner(line.owner)):
            continue
        rank = 3 if is_said and level else 2 if is_said else 1 if level is not None and level <= 2 else 0
        found = (rank, 9 - (level or 8), len(line.text) if is_said else 0)
        if rank and found > most:
            best, most = i, found
    return best


def _named_heading(body: Any, lines: Sequence[PageLine]) -> int | None:
    """The first line that an element holds which is named after titles: pages without headings have one."""
    for node in body.iter():
        if _TITLE_BOX.search(f"{node.get('class') or ''} {node.get('id') or ''}") and not _is_in_banner(node):
            words = words_of(node)
            if _NAMED_CHARS <= len(words) <= _TITLE_CHARS:
                return next((i for i, line in enumerate(lines) if line.text == words), None)
    return None


def _is_said(text: str, said: str) -> bool:
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


def _is_in_banner(node: Any) -> bool:
    """Whether an element stands in the site's own header, which says the site's name."""
    while node is not None and node.tag not in ("article", "main"):
        if node.tag == "header" or node.get("role") == "banner":
            return True
        node = node.getparent()
    return False


def _level(node: Any) -> int | None:
    """1 to 6 for a line in a heading."""
    while node is not None and node.tag not in _HOLDERS:
        if (level := _LEVELS.get(node.tag)) is not None:
            return level
        node = node.getparent()
    return None


@dataclass(frozen=True)
class _Worth:
    """Element → what the lines in it are worth, and what the good ones alone."""

    net: dict[Any, float]
    good: dict[Any, float]


def _worth(body: Any, lines: Sequence[PageLine], at: int | None, kept: set[Any]) -> _Worth:
    net: dict[Any, float] = defaultdict(float)
    good: dict[Any, float] = defaultdict(float)
    factor: dict[Any, float] = {}
    order = list(body.iter())
    for node in order:
        names = f"{node.get('class') or ''} {node.get('id') or ''}".lower()
        is_frame = node is not body and node.tag != "article" and names != " " and _FRAME_BOX.search(names) is not None
        factor[node] = _IN_FRAME_BOX if is_frame else factor.get(node.getparent(), 1.0)
    levels = _levels(lines[at].owner) if at is not None else {}
    stamped = {line.owner.getparent() for line in lines if line.owner.tag in _LISTED and _is_of_frame(line)}
    """Lists of labels: who wrote, when, how many comments."""
    for i, line in enumerate(lines):
        is_title = at is not None and (i == at or (line.link_chars and lines[at].text in line.text))
        """The title itself, and where one is: 'home / news / title'."""
        value = 0.0 if is_title else _worth_of(line, is_kept=any(_is_in(line.owner, k) for k in kept))
        value = 0.0 if value < PROSE_CHARS and value > 0 and line.owner.getparent() in stamped else value
        if value > 0:
            value *= factor[line.owner] * (_BEFORE_HEADING if at is not None and i < at else 1.0)
            good[line.owner] += value * _PER_LEVEL ** _level_of(line.owner, levels)
        net[line.owner] += value
    for node in reversed(order):
        if node is not body:
            net[node.getparent()] += net[node]
            good[node.getparent()] += good[node]
    return _Worth(net, good)


def _levels(heading: Any) -> dict[Any, int]:
    """Element around the heading → how far up it stands."""
    found: dict[Any, int] = {}
    while heading is not None:
        found[heading] = len(found)
        heading = heading.getparent()
    return found


def _level_of(node: Any, levels: dict[Any, int]) -> int:
    """How far up from the heading the first element stands that holds a line too."""
    while node is not None and node not in levels:
        node = node.getparent()
    return levels.get(node, 0)


def _worth_of(line: PageLine, *, is_kept: bool) -> float:
    own = len(line.text) if is_kept else line.own_chars
    if line.link_chars > own and not is_kept:
        return -float(line.link_chars + _LINK_COST)
    if is_date(line.text) or line.owner.tag == "figcaption":
        return 0.0
    if is_stamp(line.parts) or is_label(line.text) or is_box_heading(line.text):
        return -float(_FRAME_COST)
    if own >= PROSE_CHARS or line.owner.tag in _LISTED:
        return float(min(own, _MAX_WORTH))
    return own * _LABEL_WORTH if line.owner.tag in _SAYING else 0.0


def _column(body: Any, good: dict[Any, float], heading: Any) -> Any:
    """The smallest element around the heading that holds much of the page: beside it are side columns."""
    around = []
    while heading is not None and heading is not body:
        heading = heading.getparent()
        around.append(heading)
    most = max((good[node] for node in around), default=0.0)
    return next((node for node in around if most > 0 and good[node] >= _COLUMN_SHARE * most), body)


def _best(column: Any, worth: _Worth, heading: Any) -> Any:
    """The element that is worth most; of several, the outermost that the heading does not stand in.

    A paragraph or a list is part of what stands around it.
    """
    holders = [node for node in column.iter() if node.tag in _HOLDERS]
    most = max((worth.net[node] for node in holders), default=0.0)
    if most <= 0:
        return None
    around = set()
    while heading is not None:
        around.add(heading)
        heading = heading.getparent()
    best = [node for node in holders if worth.net[node] >= most - 0.01]
    found = next((node for node in best if node not in around), best[-1])
    while found.tag in _FLOW and found is not column and worth.good[found.getparent()] > worth.good[found]:
        found = found.getparent()
    return found


def _ends(lines: Sequence[PageLine], inside: Sequence[int], at: int | None, kept: set[Any]) -> list[PageLine]:
    """Lines of the frame at both ends of the content: title, stamps, labels, links to other pages."""
    ends = []
    for run in (inside, inside[::-1]):
        for i in run:
            line = lines[i]
            is_link = line.link_chars > line.own_chars and not any(_is_in(line.owner, k) for k in kept)
            if not (i == at or (at is not None and i < at) or is_link or _is_of_frame(line)):
                break
            ends.append(line)
    return ends


def _is_of_frame(line: PageLine) -> bool:
    if is_date(line.text):
        is_said = not has_weekday(line.text) or says_published(line.text)
        return is_said or line.machine_date is not None or _is_dated(line.owner)
    is_short = len(line.text) <= LABEL_CHARS
    return is_stamp(line.parts) or is_label(line.text) or (line.machine_date is not None and is_short)


def _stamps(line: PageLine) -> Iterator[Stamp]:
    """The dates of a label, the machine's beside each."""
    words = [piece for part in line.parts for piece in pieces_of(part) if is_publication(piece)]
    if not words and line.machine_date is not None and not says_other_day(line.text):
        words = [line.text]
    yield from (Stamp(w, line.machine_date) for w in words)


def _is_dated(node: Any) -> bool:
    """Whether an element says by its name that it is a stamp."""
    return _DATE_BOX.search(f"{node.get('class') or ''} {node.get('id') or ''}".lower()) is not None


def _around(lines: Sequence[PageLine], inside: Sequence[int], at: int | None) -> Iterator[PageLine]:
    """Lines between heading and content, beside the heading, and right behind the content."""
    if at is not None:
        yield from lines[at + 1 : inside[0]]
        box = lines[at].owner.getparent()
        beside = (lines[i] for i in range(max(0, at - _BEHIND), at))
        yield from (x for x in beside if box is not None and _is_in(x.owner, box))
    else:
        # No line is known for the title: what stands right above the content.
        yield from lines[max(0, inside[0] - _ABOVE) : inside[0]]
    # Behind the content side columns begin: only a line that says so itself is of this page.
    yield from (x for x in lines[inside[-1] + 1 : inside[-1] + 1 + _BEHIND] if says_published(x.text))
