"""The main content of a page whose class names nobody has told: where words outweigh the frame.

Calendars, lists of other pages and boxes that name themselves go first. Then every line is worth its letters, and costs
what it links to other pages; the element whose lines are worth most is the content. Lines before the heading count
little, and so do boxes that call themselves menu, side or foot. Nothing here knows a site.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import Any

from ingest.read.documents.boxes import PROSE_CHARS, take_out_boxes
from ingest.read.documents.frame import (
    ends_text,
    is_box_heading,
    is_date,
    is_imprint,
    is_label,
    is_stamp,
    leads_to_others,
)
from ingest.read.documents.html_text import BLOCKS, words_of
from ingest.read.documents.other_pages import take_out_other_pages
from ingest.read.documents.page_heading import find_heading, may_be_title
from ingest.read.documents.page_lines import FLOW, HOLDERS, PageLine, is_in, page_lines
from ingest.read.documents.page_stamps import Stamp, bylines_below, is_of_frame, lines_around, names_of, stamps_of
from ingest.text.fold import fold

#: Labels speak for an element, but hardly.
_LABEL_WORTH = 0.2
#: What a line of links costs besides its letters, and what a line of the frame costs.
_LINK_COST, _FRAME_COST = 10, 20
_MAX_WORTH = 1_000
_BEFORE_HEADING = 0.1
_IN_FRAME_BOX = 0.3
_COLUMN_SHARE = 0.2
#: So much of a page without a title is its content at least.
_SURE_SHARE = 0.7
#: What a line is worth less for each element more that it stands away from the heading.
_PER_LEVEL = 0.7
#: Elements whose short lines are words of the page: those of any other are labels of the frame.
_LISTED = ("li", "tr")
#: Elements that hold what belongs together.
_BOXES = HOLDERS - FLOW | frozenset(["table", "tbody", "tr"])
_SAYING_NAMES = "p li tr td th h1 h2 h3 h4 h5 h6 dt dd blockquote pre caption"
_SAYING = frozenset(_SAYING_NAMES.split())
_FRAME_BOX = re.compile(
    r"(?<![a-z])(?:side(?:bar|col\w*)?|foot(?:er)?|pied|head(?:er)?|menu|nav(?:bar)?|topbar|widget|related|similar"
    r"|comments?|share|social|breadcrumbs?|crumbs?|ariane|banner|popup|modal|cookies?|tags?|calendar|agenda|meteo"
    r"|weather|login|search)(?![a-z])"
)
#: Shorter lines alone do not tell where the content ends.
_FEW_CHARS = 12
_PROSE_CHARS = 60
#: Lines at the end of a page that may say whose it is.
_FOOT_LINES = 3
#: What stands before a line that ends a text is one.
_TEXT_CHARS = 80
_DAY = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}/\d{1,2})(?!\d)")
_CRUMB_MARK = re.compile(r"\w\s{0,9}(?:»|>|›|/|::|\|)\s{0,9}$")
#: What says by its name that it stands below a text.
_BELOW_BOX = re.compile(
    r"(?<![a-z])(?:tags?|related|similar|share|social|author|prev|next|post-?nav\w*|comments?)(?![a-z])"
)


@dataclass(frozen=True)
class MainContent:
    """A page's content, its title and its date as the page shows them."""

    element: Any
    title: str | None
    dates: tuple[Stamp, ...]
    """What may be the day of publication, the likeliest first."""
    cut: frozenset[str]
    """Lines of the frame that stand at the content's ends."""


def main_content(tree: Any) -> MainContent | None:
    """The content of a page, the frame taken out of `tree`; None where no line is worth more than it links."""
    body = next(iter(tree.iter("body")), tree)
    said = fold(" ".join(words_of(x) for x in tree.iter("title"))[:1_000])
    title = take_out_boxes(body, said)
    kept = take_out_other_pages(body)
    lines = page_lines(body)
    at = None if title is None else next((i for i, x in enumerate(lines) if _is_same(x, title)), None)
    if at is None and (found := find_heading(body, lines, said)) is not None:
        at = found.at
    tail = _tail(lines, at)
    worth = _worth(body, lines, at, tail, kept)
    heading = None if at is None else lines[at].owner
    element = _best(_column(body, lines, worth.good, heading), worth, heading)
    share = _SURE_SHARE if heading is None else 1.0
    element = None if element is None else _innermost(element, worth.solid, share)
    inside = [] if element is None else [i for i, line in enumerate(lines) if is_in(line.owner, element)]
    if not inside:
        return None
    bylines = bylines_below(lines, at)
    ends = _ends(lines, inside, at, tail, kept, bylines)
    below = [lines[i] for i in bylines if i < inside[0]]
    around = [*below, *(x for x in lines_around(lines, inside, at, element) if is_of_frame(x))]
    stamps = [stamp for line in (*around, *ends) for stamp in stamps_of(line)]
    title_line = _title_above(lines, inside, element) if at is None else lines[at]
    return MainContent(
        element,
        None if title_line is None else title_line.text,
        tuple(stamps),
        frozenset(line.text for line in ends),
    )


def _title_above(lines: Sequence[PageLine], inside: Sequence[int], element: Any) -> PageLine | None:
    """The line that stands alone before the content in the box around both, or before it in a box of another name."""
    first, *others = [lines[i] for i in inside]
    if may_be_title(first) and others and all(_look(x.owner) != _look(first.owner) for x in others):
        return first if first.own_chars < _PROSE_CHARS and first.owner is not element else None
    box = element.getparent()
    if box is None or inside[0] == 0:
        return None
    at = next(i for i, x in enumerate(lines) if is_in(x.owner, box))
    between = [x for x in lines[at : inside[0]] if not is_of_frame(x)]
    return between[0] if len(between) == 1 and may_be_title(between[0]) else None


def _look(node: Any) -> tuple[str, str]:
    return node.tag, names_of(node)


def _is_same(line: PageLine, title: PageLine) -> bool:
    """Whether a line is one that was found before: an element may hold several."""
    return line.owner is title.owner and line.text == title.text


@dataclass(frozen=True)
class _Worth:
    """Element → what the lines in it are worth, and what the good ones alone."""

    net: dict[Any, float]
    good: dict[Any, float]
    solid: list[PageLine]
    """Lines behind the title that nothing tells to be of the frame."""


def _worth(body: Any, lines: Sequence[PageLine], at: int | None, tail: int, kept: set[Any]) -> _Worth:
    net: dict[Any, float] = defaultdict(float)
    good: dict[Any, float] = defaultdict(float)
    solid: list[PageLine] = []
    factor: dict[Any, float] = {}
    order = list(body.iter())
    for node in order:
        names = names_of(node)
        is_frame = node is not body and node.tag != "article" and names != " " and _FRAME_BOX.search(names) is not None
        factor[node] = _IN_FRAME_BOX if is_frame else factor.get(node.getparent(), 1.0)
    levels = _levels(lines[at].owner) if at is not None else {}
    stamped = {line.owner.getparent() for line in lines if line.owner.tag in _LISTED and is_of_frame(line)}
    """Lists of labels: who wrote, when, how many comments."""
    for i, line in enumerate(lines):
        is_title = at is not None and (i == at or _is_crumbs(line, lines[at].text))
        value = 0.0 if is_title else _worth_of(line, is_kept=any(is_in(line.owner, k) for k in kept))
        value = 0.0 if value < PROSE_CHARS and value > 0 and line.owner.getparent() in stamped else value
        is_foot = i >= len(lines) - _FOOT_LINES and is_imprint(line.text)
        value = min(value, 0.0) if i >= tail or is_foot else value
        if value > 0:
            value *= factor[line.owner] * (_BEFORE_HEADING if at is not None and i < at else 1.0)
            good[line.owner] += value * _PER_LEVEL ** _level_of(line.owner, levels)
            if (at is None or i > at) and factor[line.owner] == 1.0 and line.own_chars >= _FEW_CHARS:
                solid.append(line)
        net[line.owner] += value
    for node in reversed(order):
        if node is not body:
            net[node.getparent()] += net[node]
            good[node.getparent()] += good[node]
    return _Worth(net, good, solid)


def _tail(lines: Sequence[PageLine], at: int | None) -> int:
    """The first line below a text that says so where what follows is less and half of it dated or linked; else none."""
    first = 0 if at is None else at + 1
    is_frame = [is_of_frame(line) for line in lines]
    own = [0 if is_frame[i] else line.own_chars for i, line in enumerate(lines)]
    through = list(accumulate(own, initial=0))
    """Letters before each line."""
    for i in range(first, len(lines)):
        before = through[i] - through[first]
        is_others = leads_to_others(lines[i].text)
        if is_others and before >= PROSE_CHARS and words_of(lines[i].owner) != lines[i].text:
            return i  # A heading without a box of its own.
        if before < _TEXT_CHARS or not (is_others or ends_text(lines[i].text)):
            continue
        if through[-1] - through[i + 1] >= before:
            continue
        behind = [x for j, x in enumerate(lines[i + 1 :], i + 1) if not is_frame[j]]
        told = [x for x in behind if x.link_chars > 0 or _DAY.search(x.text) is not None or is_box_heading(x.text)]
        if is_others or 2 * len(told) >= len(behind):
            return i
    return len(lines)


def _is_crumbs(line: PageLine, title: str) -> bool:
    """Whether a line says where one is: 'home / news / title'."""
    return title in line.text and (line.link_chars > 0 or _CRUMB_MARK.search(line.text.removesuffix(title)) is not None)


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
    is_row = line.owner.tag == "tr"
    """A row of data may hold a name and a date, or nothing but a heading."""
    if (not is_row and (is_stamp(line.parts) or is_box_heading(line.text))) or is_label(line.text):
        return -float(_FRAME_COST)
    if own >= PROSE_CHARS or line.owner.tag in _LISTED:
        return float(min(own, _MAX_WORTH))
    return own * _LABEL_WORTH if line.owner.tag in _SAYING else 0.0


def _column(body: Any, lines: Sequence[PageLine], good: dict[Any, float], heading: Any) -> Any:
    """The smallest element around the heading that holds much of the page: beside it are side columns.

    One short line is a label below the title rather than the page.
    """
    around = []
    while heading is not None and heading is not body:
        heading = heading.getparent()
        around.append(heading)
    most = max((good[node] for node in around), default=0.0)
    for node in around:
        if most > 0 and good[node] >= _COLUMN_SHARE * most:
            own = [line for line in lines if good[line.owner] > 0 and is_in(line.owner, node)]
            if len(own) > 1 or max((line.own_chars for line in own), default=0) >= PROSE_CHARS:
                return node
    return body


def _best(column: Any, worth: _Worth, heading: Any) -> Any:
    """The element that is worth most; of several, the outermost that the heading does not stand in.

    A paragraph or a list is part of what stands around it.
    """
    holders = [node for node in column.iter() if node.tag in HOLDERS]
    most = max((worth.net[node] for node in holders), default=0.0)
    if most <= 0:
        return None
    around = set()
    while heading is not None:
        around.add(heading)
        heading = heading.getparent()
    best = [node for node in holders if worth.net[node] >= most - 0.01]
    found = next((node for node in best if node not in around), best[-1])
    while _is_flow(found) and found is not column and worth.good[found.getparent()] > worth.good[found]:
        found = found.getparent()
    return found


def _is_flow(node: Any) -> bool:
    """Whether an element is part of a text: a paragraph, a list, a box that is used for a paragraph."""
    return node.tag in FLOW or (node.tag == "div" and not any(x.tag in BLOCKS for x in node.iterdescendants()))


def _innermost(element: Any, solid: Sequence[PageLine], share: float) -> Any:
    """The smallest element that holds all that surely is no frame: what stands around it would be read along.

    Args:
        share: so much of it, where no title tells what stands before the content.
    """
    held: dict[Any, int] = defaultdict(int)
    """Element → letters of the lines in it."""
    count: dict[Any, int] = defaultdict(int)
    for line in solid:
        held[line.owner] += line.own_chars
        count[line.owner] += 1
    owners = set(held)
    for node in reversed(list(element.iter())):
        if node in held and node is not element:
            held[node.getparent()] += held[node]
            count[node.getparent()] += count[node]
    least = share * held[element]
    while True:
        boxes = (x for x in element if x.tag in _BOXES and x in held)
        child = next((x for x in boxes if held[x] >= least), None)
        if child is None or (count[child] == 1 and child in owners):
            return element
        element = child


def _ends(
    lines: Sequence[PageLine], inside: Sequence[int], at: int | None, tail: int, kept: set[Any], bylines: Sequence[int]
) -> list[PageLine]:
    """Lines of the frame at both ends of the content: title, stamps, labels, links to other pages."""
    ends = []
    for is_top, run in ((True, inside), (False, inside[::-1])):
        for i in run:
            line = lines[i]
            is_link = line.link_chars > line.own_chars and not any(is_in(line.owner, k) for k in kept)
            is_title = at is not None and i <= at
            if not (
                is_title
                or is_link
                or i >= tail
                or _is_below(line, lines[inside[0]])
                or (is_top and i in bylines)
                or is_of_frame(line)
            ):
                break
            ends.append(line)
    return ends


def _is_below(line: PageLine, first: PageLine) -> bool:
    """Whether a line stands in a box that names itself after what stands below a text."""
    around = set(first.owner.iterancestors())
    boxes = takewhile(lambda x: x not in around, (line.owner, *line.owner.iterancestors()))
    return line is not first and any(_BELOW_BOX.search(names_of(x)) for x in boxes)
